export { attachEvidence } from './attach-evidence.ts';
export { addHandParts } from './change-hand-parts.ts';
export { correctComponent } from './correct-component.ts';
export { createLine } from './create-line.ts';
export { createModel } from './create-model.ts';
export { describeSurroundings, type Surroundings } from './describe-surroundings.ts';
export { exportSbom } from './export-sbom.ts';
export { exportVex } from './export-vex.ts';
export { findOrCreateRelease } from './find-or-create-release.ts';
export { isProcessing } from './is-processing.ts';
export { foretellSbom } from './judge-upload.ts';
export { labelRelease } from './label-release.ts';
export { listLines } from './list-lines.ts';
export { listModels } from './list-models.ts';
export {
  findNamedRelease,
  findReleaseNamed,
  listNamedReleases,
  type NamedRelease,
} from './list-named-releases.ts';
export { listReleaseComponents } from './list-release-components.ts';
export { listReleases } from './list-releases.ts';
export { getSbomImport } from './list-sbom-imports.ts';
export { ProductName, Version } from './model.ts';
export { readShipped, type ShippedPart } from './read-shipped.ts';
export { registers } from './register/registers.ts';
export { createEntries, createEntry } from './register/write-entry.ts';
export { runImport } from './run-import.ts';
export { checkSbom, type SbomSource } from './sbom/check-sbom.ts';
export { setSupportDate } from './set-support-date.ts';
export { listComponents } from './store/components.ts';
export { listEvidence } from './store/evidence.ts';
export { listStatedSboms, type StatedSbom } from './store/stated-sboms.ts';
export {
  countUnidentified,
  listKeys,
  listKeysOfChange,
  listKeysWithEvidence,
  listKeysWithTags,
  listTagsInUse,
  markMatched,
} from './store/surroundings.ts';
export { comingFile, takeSbom } from './take-sbom.ts';
export { type NamedPart, type Stated, takeStatements } from './take-statements.ts';
export { takeVex } from './take-vex.ts';
export { createRelease } from './write-release.ts';
