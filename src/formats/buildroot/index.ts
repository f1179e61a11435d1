export { type BuildrootPackage, isBuildrootHeader, readBuildrootManifest } from './read-manifest.ts';
