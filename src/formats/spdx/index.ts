export { readSpdxJson } from './json.ts';
export { kindOfLicence } from './licences.ts';
export type { SpdxFacts, SpdxFile, SpdxItem, SpdxPackage, SpdxProblem, SpdxRelationship, SpdxRule } from './model.ts';
export { spdxFormNotRead } from './not-read.ts';
export { readSpdxTagValue } from './tag-value.ts';
export { idOf, officialContext, readSpdx3, type Spdx3Element, type Spdx3Item } from './three.ts';
export { isFields } from './value.ts';
export {
  spdxAlgorithms,
  type WritablePackage,
  type WritableRelationship,
  type WritableSpdx,
  writeSpdxJson,
} from './write-json.ts';
export { readSpdxYaml, readYaml, type YamlReading, yamlBytes } from './yaml.ts';
