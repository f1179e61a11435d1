export { openServer, ServerProblem } from './import/client.ts';
export { importEverything, type Line } from './import/import-everything.ts';
