export type { PartColumn } from './profiles.ts';
export {
  type ColumnPositions,
  type ListedPart,
  type PartsList,
  type PartsListRule,
  readMappedList,
  readPartsList,
} from './read-parts-list.ts';
export { placeOf, type UnknownTable } from './tables.ts';
