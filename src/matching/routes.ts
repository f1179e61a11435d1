import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { applyVex, previewVex } from './apply-vex.ts';
import { approveDecision, declineDecision } from './approve-decision.ts';
import { confirmInherited } from './confirm-inherited.ts';
import { matching } from './contract.ts';
import { countTouched, countTouchedField } from './count-touched.ts';
import { decide, previewVerdict } from './decide.ts';
import { explain } from './explain.ts';
import { exportAffected, exportExposures, exportTouching, exportUnmatched } from './export-matching.ts';
import { exportTrend } from './export-trend.ts';
import { getTrend } from './get-trend.ts';
import { importIdentifications } from './import-identifications.ts';
import { listChanges } from './list-changes.ts';
import { countExposures, listExposures, listUnmatched } from './list-exposures.ts';
import { exportIdentifications, listIdentifications } from './list-identifications.ts';
import { listInherited } from './list-inherited.ts';
import { listProposals } from './list-proposals.ts';
import { countTouching, getToday, listAffectedModels, listAffectedReleases, listTouching } from './list-touching.ts';
import { listVexImports, listVexLines } from './list-vex.ts';
import { revokeVerdicts } from './revoke-verdicts.ts';
import { revokeIdentity, sayIdentity } from './say-identity.ts';
import { undoDecision } from './undo-decision.ts';
import { undoVex } from './undo-vex.ts';

export const routes = routesOf<Tools>()(matching, {
  getToday: (tools) => getToday(tools),
  listTouching: (tools, input) => listTouching(tools, input),
  exportTouching: (tools, input) => exportInLine(() => exportTouching(tools, input)),
  getTrend: (tools) => getTrend(tools),
  exportTrend: (tools, input) => exportInLine(() => exportTrend(tools, input)),
  listChanges: (tools, input) => listChanges(tools, input),
  countTouching: (tools, input) => countTouching(tools, input),
  countTouched: (tools, input) => countTouched(tools, input),
  countTouchedField: (tools) => countTouchedField(tools),
  listAffectedModels: (tools, input) => listAffectedModels(tools, input),
  listAffectedReleases: (tools, input) => listAffectedReleases(tools, input),
  exportAffected: (tools, input) => exportInLine(() => exportAffected(tools, input)),
  countExposures: (tools, input) => countExposures(tools, input),
  listExposures: (tools, input) => listExposures(tools, input),
  exportExposures: (tools, input) => exportInLine(() => exportExposures(tools, input)),
  listUnmatched: (tools, input) => listUnmatched(tools, input),
  exportUnmatched: (tools, input) => exportInLine(() => exportUnmatched(tools, input)),
  explain: (tools, input) => explain(tools, input),
  listProposals: (tools, input) => listProposals(tools, input),
  listIdentifications: (tools, input) => listIdentifications(tools, input),
  exportIdentifications: (tools, input) => exportInLine(() => exportIdentifications(tools, input)),
  sayIdentity: (tools, input) => sayIdentity(tools, input),
  revokeIdentity: (tools, input) => revokeIdentity(tools, input),
  importIdentifications: (tools, input) => importIdentifications(tools, input),
  previewVerdict: (tools, input) => previewVerdict(tools, input),
  decide: (tools, input) => decide(tools, input),
  undoDecision: (tools, input) => undoDecision(tools, input),
  approveDecision: (tools, input) => approveDecision(tools, input),
  declineDecision: (tools, input) => declineDecision(tools, input),
  revokeVerdicts: (tools, input) => revokeVerdicts(tools, input),
  listInherited: (tools, input) => listInherited(tools, input),
  confirmInherited: (tools, input) => confirmInherited(tools, input),
  previewVex: (tools, input) => previewVex(tools, input),
  applyVex: (tools, input) => applyVex(tools, input),
  listVexImports: (tools, input) => listVexImports(tools, input),
  listVexLines: (tools, input) => listVexLines(tools, input),
  undoVex: (tools, input) => undoVex(tools, input),
});
