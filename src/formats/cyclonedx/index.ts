export { CdxFault } from './fault.ts';
export type { CdxComponent, CdxItem, CdxLimits, CdxMetadata, CdxProblem, CdxTarget, CdxVulnerability } from './item.ts';
export { readCycloneDxJson } from './read-json.ts';
export { readCycloneDxXml } from './read-xml.ts';
export {
  hashAlgorithms,
  isCpeOfSchema,
  isHashContent,
  type WritableBom,
  type WritableComponent,
  type WritableLicence,
  type WritableVulnerability,
} from './writable.ts';
export { writeCycloneDxJson } from './write-json.ts';
export { writeCycloneDxXml } from './write-xml.ts';
