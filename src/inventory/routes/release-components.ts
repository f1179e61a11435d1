import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import { addHandParts, removeHandPart, restoreHandPart, updateHandPart } from '../change-hand-parts.ts';
import type { releaseComponentEndpoints } from '../contract/release-components.ts';
import { correctComponent, revokeCorrection } from '../correct-component.ts';
import { getReleaseComponent } from '../get-release-component.ts';
import { exportReleaseComponents, listReleaseComponents } from '../list-release-components.ts';
import { suggestComponents } from '../suggest-components.ts';

export const releaseComponentRoutes: Handlers<typeof releaseComponentEndpoints, Tools> = {
  listReleaseComponents: (tools, input) => listReleaseComponents(tools, input),
  exportReleaseComponents: (tools, input) => exportInLine(() => exportReleaseComponents(tools, input)),
  getReleaseComponent: (tools, input) => getReleaseComponent(tools, input),
  suggestComponents: (tools, input) => suggestComponents(tools, input),
  addHandParts: (tools, input) => addHandParts(tools, input),
  updateHandPart: (tools, input) => updateHandPart(tools, input),
  removeHandPart: (tools, input) => removeHandPart(tools, input),
  restoreHandPart: (tools, input) => restoreHandPart(tools, input),
  correctComponent: (tools, input) => correctComponent(tools, input),
  revokeCorrection: (tools, input) => revokeCorrection(tools, input),
};
