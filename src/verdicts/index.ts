export { type DescribedPlace, describePlaces, type StoredPlace } from './describe-places.ts';
export { type DeedDone, recordDeeds } from './record-deeds.ts';
export { fileInherited, followNames, insertConfirmations, listNames } from './store/carried.ts';
export {
  approve,
  countVerdictsById,
  type Decision,
  endVerdicts,
  insertDecision,
  lockDecision,
  restoreReplaced,
  touchDecision,
  touchFixedIn,
} from './store/decisions.ts';
export { type AsOf, resolveVerdicts } from './store/resolve.ts';
export { listTold, type ToldDecision } from './store/told.ts';
export { getVerdictPolicy } from './verdict-policy.ts';
export { fromWords } from './vex/from-words.ts';
export type { VexDocument, VexPart, VexProduct, VexStatement } from './vex/model.ts';
export { readVex, type VexFile, vexBytes } from './vex/read-vex.ts';
export { type VexForm, writeVex } from './vex/write-vex.ts';
