export { catchUp } from './catch-up.ts';
export { listExposures } from './list-exposures.ts';
export { matchReleases } from './match-releases.ts';
export { matchVulnerabilities } from './match-vulnerabilities.ts';
export { statementsByKeys } from './statements-by-keys.ts';
