export { withPhrasesRead } from './apply-prose.ts';
export { isSameRelease, namespaceOfDistribution } from './distribution.ts';
export { foldUpdate } from './fold-update.ts';
export { statementOfCve5 } from './from-cve5.ts';
export { statementOfKev } from './from-kev.ts';
export { statementOfNvd } from './from-nvd.ts';
export { statementOfOsv } from './from-osv.ts';
export { statementOfVuldef } from './from-vuldef.ts';
export { bestName, groupNames } from './group-names.ts';
export { type Part, type Reading, readVersions } from './prose/read-versions.ts';
export {
  type Bound,
  type Condition,
  type Criterion,
  type CriterionRole,
  type Epss,
  type Exploitation,
  type Platform,
  type ProductName,
  type Qualifiers,
  type Range,
  type Reference,
  type Score,
  type SourceId,
  type Ssvc,
  type Statement,
  type StatementLabel,
  sourceIds,
  type Worded,
} from './statement.ts';
export { severityOf, summarize } from './summarize.ts';
