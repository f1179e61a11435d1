export { readLicenceManifest, type YoctoPackage } from './licence-manifest.ts';
