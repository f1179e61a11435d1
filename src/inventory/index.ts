export { createLine } from './create-line.ts';
export { createModel } from './create-model.ts';
export { listLines } from './list-lines.ts';
export { listModels } from './list-models.ts';
export {
  findNamedRelease,
  findReleaseNamed,
  listNamedReleases,
  type NamedRelease,
} from './list-named-releases.ts';
export { checkSbom, type SbomSource } from './sbom/check-sbom.ts';
export { setSupportDate } from './set-support-date.ts';
export { comingFile, takeSbom } from './take-sbom.ts';
