export { checkItems, refusedSbom, type SbomCheck } from './sbom/check.ts';
export { checkText, ruleWords } from './sbom/check-text.ts';
export { type SbomLimits, sbomLimits } from './sbom/parts.ts';
