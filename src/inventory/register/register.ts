import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import type { RegisterName } from '../model/registers.ts';
import type { References, ReferredIds } from './store/references.ts';
import type { Table } from './store/tables.ts';

/** Facts of an entry, and whether it has been taken away. */
export type Kept<Facts> = Facts & { removed: boolean };
/** An entry with the revision that these facts are. */
export type StandingEntry<Facts> = { id: string; revision: number; facts: Kept<Facts> };
/** One entry from what it is (null: it is new) to what it shall be. */
export type EntryChange<Facts> = { id: string; standing: StandingEntry<Facts> | null; after: Kept<Facts> };

/** Why an entry cannot be as it is said; `fact` is what to put right. */
export type Fault<Facts = Record<string, unknown>> = {
  reason: FaultReason;
  fact: keyof Facts & string;
  details?: Record<string, string>;
};
export type FaultReason =
  | 'model-gone'
  | 'release-gone'
  | 'hardware-gone'
  | 'partner-gone'
  | 'hardware-of-another'
  | 'ended-before-released'
  | 'part-not-module'
  | 'part-itself'
  | 'part-circle'
  | 'needs-itself'
  | 'until-before-since';

/** How a revision came about. */
export type How = 'create' | 'update' | 'remove' | 'restore' | 'import' | 'undo';

/** Everything in which one register differs from the others. */
export type Register<Facts extends object> = {
  name: RegisterName;
  /** What one entry is called in the audit trail. */
  subject: string;
  table: Table<Facts>;
  /** What was said, as it is to be written; may add to other lists of ours. */
  canonical?: (transaction: Transaction, changes: EntryChange<Facts>[]) => Promise<EntryChange<Facts>[]>;
  /** The ids that an entry names. */
  refers: (facts: Facts) => ReferredIds;
  /** The model whose division decides who may change the entry; null: the whole company. */
  modelIdOf: (facts: Facts, references: References) => string | null;
  /** What the entry is called, for people. */
  titleOf: (facts: Facts, references: References) => string;
  /** What is wrong with an entry that shall stand, seen by itself. */
  faultOf: (facts: Facts, references: References) => Fault<Facts> | null;
  /** What needs these entries, so that they cannot be taken away; on undo also what was put into them since. */
  usesOf?: (transaction: Transaction, ids: string[], how: How) => Promise<{ id: string; usedBy: string }[]>;
  /** What only shows when all entries are written, e.g. a circle. */
  faultAfter?: (transaction: Transaction, ids: string[]) => Promise<Fault<Facts> | null>;
  /** What else has to follow in the same transaction: counts, addresses, contents of releases above. */
  afterwards: (
    transaction: Transaction,
    tools: Pick<Tools, 'emit'>,
    change: { changes: EntryChange<Facts>[]; references: References },
  ) => Promise<void>;
  /** Who may change anything may add to it, though it belongs to the whole company. */
  isOpen?: boolean;
  /** Files of tens of thousands of rows: an import is one line of the audit trail, its rows stand in the history alone. */
  isBulky?: boolean;
};
