export { type EspIdfManifest, readEspIdfManifests } from './read-manifests.ts';
