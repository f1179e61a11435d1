export { CdxFault } from './fault.ts';
export type { CdxComponent, CdxItem, CdxLimits, CdxMetadata, CdxProblem, CdxVulnerability } from './item.ts';
export { readCycloneDxJson } from './read-json.ts';
export { readCycloneDxXml } from './read-xml.ts';
