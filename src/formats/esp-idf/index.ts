export { type EspIdfManifest, type EspIdfRule, readEspIdfManifests } from './read-manifests.ts';
