export {
  type BuildrootPackage,
  type BuildrootRule,
  isBuildrootHeader,
  readBuildrootManifest,
} from './read-manifest.ts';
