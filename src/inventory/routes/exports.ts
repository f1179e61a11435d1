import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import { compareReleases, exportComparison } from '../compare-releases.ts';
import type { exportEndpoints } from '../contract/exports.ts';
import { exportSbom } from '../export-sbom.ts';

export const exportRoutes: Handlers<typeof exportEndpoints, Tools> = {
  exportSbom: (tools, input) => exportInLine(() => exportSbom(tools, input)),
  compareReleases: (tools, input) => compareReleases(tools, input),
  exportComparison: (tools, input) => exportInLine(() => exportComparison(tools, input)),
};
