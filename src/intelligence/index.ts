export { describeRef } from './describe-ref.ts';
export { beginImport, type ImportCounts, type Incoming, importRecords } from './import-records.ts';
export { listMatchable } from './list-matchable.ts';
export { readPaths } from './reading/read-paths.ts';
export { findVulnerability, listRefs, type VulnerabilityRow } from './store/list.ts';
export { countWaiting as countWaitingPhrases, replaceWanted, type WantedPhrase } from './store/phrases.ts';
export type { KeptStatement } from './store/records.ts';
export { productText } from './summarize.ts';
