import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import { attachEvidence, removeEvidence, restoreEvidence } from '../attach-evidence.ts';
import type { sbomEndpoints } from '../contract/sboms.ts';
import { getReleaseSbom, getSbomFile } from '../get-release-sbom.ts';
import { exportSbomImports, getSbomImport, listSbomImports } from '../list-sbom-imports.ts';
import { mapSbomColumns } from '../map-sbom-columns.ts';
import { removeSbom, restoreSbom } from '../remove-sbom.ts';
import { comingFile, takeSbom } from '../take-sbom.ts';

export const sbomRoutes: Handlers<typeof sbomEndpoints, Tools> = {
  uploadSbom: (tools, { id: releaseId, file }) =>
    takeSbom(tools, { releaseId, file: comingFile(file), origin: tools.viewer.kind === 'key' ? 'api' : 'page' }),
  getReleaseSbom: (tools, input) => getReleaseSbom(tools, input),
  listSbomImports: (tools, input) => listSbomImports(tools, input),
  exportSbomImports: (tools, input) => exportInLine(() => exportSbomImports(tools, input)),
  getSbomImport: (tools, input) => getSbomImport(tools, input),
  mapSbomColumns: (tools, input) => mapSbomColumns(tools, input),
  removeSbom: (tools, input) => removeSbom(tools, input),
  restoreSbom: (tools, input) => restoreSbom(tools, input),
  getSbomFile: (tools, input) => getSbomFile(tools, input),
  uploadEvidence: (tools, input) => attachEvidence(tools, input),
  removeEvidence: (tools, input) => removeEvidence(tools, input),
  restoreEvidence: (tools, input) => restoreEvidence(tools, input),
};
