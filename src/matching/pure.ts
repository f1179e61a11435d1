export { type Match, matchOf } from './evaluate/match-of.ts';
export { opinionOf, type Question } from './evaluate/opinion-of.ts';
export {
  type Candidate,
  type Component,
  type Evidence,
  type MatchValue,
  matchValues,
  type Opinion,
  type Reason,
  type Tier,
} from './evidence.ts';
export { candidatesOf } from './identity/candidates.ts';
export { keysOf } from './identity/keys.ts';
export type { ReleaseContext } from './in-release/context.ts';
export { inRelease } from './in-release/in-release.ts';
export { rangeText } from './range-text.ts';
export { type KnownVulnerability, type Records, recordsByKey } from './scan/records-by-key.ts';
export { type ScanHit, type ScanResult, scanComponents } from './scan/scan-components.ts';
export { forScan, indexOf, recordsByIndex } from './scan/snapshot.ts';
export { summaryOf } from './scan/summary-of.ts';
export { type Located, toSarif } from './scan/to-sarif.ts';
export { type Referred, toVex } from './scan/to-vex.ts';
export { sentenceOf } from './sentence.ts';
export { technologyMatches } from './technologies.ts';
