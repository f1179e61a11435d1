import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { verdicts } from './contract.ts';
import { exportVerdictEvents, exportVerdicts } from './export-verdicts.ts';
import { listVerdictDays, listVerdictEvents } from './list-days.ts';
import { countVerdicts, getVerdict, listVerdicts, listVerdictsOfPlace } from './list-verdicts.ts';
import { signVerdictDay } from './sign-day.ts';
import { getVerdictPolicy, setVerdictPolicy } from './verdict-policy.ts';

export const routes = routesOf<Tools>()(verdicts, {
  listVerdicts: (tools, input) => listVerdicts(tools, input),
  exportVerdicts: (tools, input) => exportInLine(() => exportVerdicts(tools, input)),
  countVerdicts: (tools) => countVerdicts(tools),
  getVerdict: (tools, input) => getVerdict(tools, input),
  listVerdictsOfPlace: (tools, input) => listVerdictsOfPlace(tools, input),
  getVerdictPolicy: (tools) => getVerdictPolicy(tools),
  setVerdictPolicy: (tools, input) => setVerdictPolicy(tools, input),
  listVerdictDays: (tools, input) => listVerdictDays(tools, input),
  listVerdictEvents: (tools, input) => listVerdictEvents(tools, input),
  exportVerdictEvents: (tools, input) => exportInLine(() => exportVerdictEvents(tools, input)),
  signVerdictDay: (tools, input) => signVerdictDay(tools, input),
});
