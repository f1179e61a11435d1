import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { intelligence } from './contract.ts';
import { exportImportProblems, exportImports } from './export-imports.ts';
import { exportPhrases } from './export-phrases.ts';
import { exportSample } from './export-sample.ts';
import { exportVulnerabilities } from './export-vulnerabilities.ts';
import { exportOriginal, getVulnerability } from './get-vulnerability.ts';
import { getImport, listImportProblems, listImports } from './list-imports.ts';
import { listSources } from './list-sources.ts';
import { listVulnerabilities, searchVulnerabilities } from './list-vulnerabilities.ts';
import { listPhrases, setPhrase } from './set-phrase.ts';
import { countWaiting } from './store/phrases.ts';
import { takeRecords } from './take-records.ts';
import { createOwnRecord, getOwnRecord, updateOwnRecord, withdrawOwnRecord } from './write-own-record.ts';

export const routes = routesOf<Tools>()(intelligence, {
  listVulnerabilities: (tools, input) => listVulnerabilities(tools, input),
  exportVulnerabilities: (tools, input) => exportInLine(() => exportVulnerabilities(tools, input)),
  getVulnerability: (tools, input) => getVulnerability(tools, input),
  exportOriginal: (tools, input) => exportOriginal(tools, input),
  listSources: async (tools) => ({ sources: await listSources(tools) }),
  importRecords: (tools, input) => takeRecords(tools, input),
  exportSample: () => exportSample(),
  listImports: (tools, input) => listImports(tools, input),
  exportImports: (tools, input) => exportInLine(() => exportImports(tools, input)),
  getImport: (tools, input) => getImport(tools, input),
  listImportProblems: (tools, input) => listImportProblems(tools, input),
  exportImportProblems: (tools, input) => exportInLine(() => exportImportProblems(tools, input)),
  listPhrases: (tools, input) => listPhrases(tools, input),
  exportPhrases: (tools, input) => exportInLine(() => exportPhrases(tools, input)),
  countPhrases: async ({ db, viewer }) => ({ waiting: await countWaiting(db, viewer) }),
  setPhrase: (tools, input) => setPhrase(tools, input),
  createOwnRecord: (tools, input) => createOwnRecord(tools, input),
  getOwnRecord: (tools, input) => getOwnRecord(tools, input),
  updateOwnRecord: (tools, input) => updateOwnRecord(tools, input),
  withdrawOwnRecord: (tools, input) => withdrawOwnRecord(tools, input),
  search: (tools, input) => searchVulnerabilities(tools, input),
});
