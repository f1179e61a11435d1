export { checkItems, refusedSbom, type SbomCheck } from './sbom/check.ts';
export { checkText } from './sbom/check-text.ts';
export { sbomLimits } from './sbom/parts.ts';
export { percentOf } from './sbom/quality.ts';
export { ruleWords } from './sbom/rule-text.ts';
