export { checkItems, refusedSbom, type SbomCheck } from './sbom/check.ts';
export { checkText, ruleWords } from './sbom/check-text.ts';
export { sbomLimits } from './sbom/parts.ts';
