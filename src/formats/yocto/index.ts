export { type CveCheck, readCveCheck } from './cve-check.ts';
export { readLicenceManifest, type YoctoPackage } from './licence-manifest.ts';
