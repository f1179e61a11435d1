import type { Answer, ModelKind, UpdateHow } from './model.ts';

/** A part number as it stands, with its own id, so that undo brings back the same one. */
export type PartNumberFacts = { id: string; number: string; note: string };

/** Everything that a person can say about a model. Days are text (2026-11-23), because changes are kept as JSON. */
export type ModelFacts = {
  lineId: string;
  name: string;
  kind: ModelKind;
  ownerPostId: string | null;
  divisionId: string | null;
  markets: string[];
  updateHow: UpdateHow;
  updateAutomatic: Answer;
  updateSigned: Answer;
  updateRollback: Answer;
  successorId: string | null;
  note: string;
  productionEndsOn: string | null;
  salesEndsOn: string | null;
  repairEndsOn: string | null;
  securityEndsOn: string | null;
  /** Whether a failure can harm life or body. */
  safety: Answer;
  /** Technologies that it speaks, as the list of tags writes them; sorted, none twice. */
  tags: string[];
  /** Can we still build it? Where the source is kept, what builds it, which post keeps the signing key, who can do it. */
  buildSource: string;
  buildToolchain: string;
  buildKeyPostId: string | null;
  buildPeople: string;
  rebuiltOn: string | null;
  /** Sorted by their folded form. */
  partNumbers: PartNumberFacts[];
  removed: boolean;
};
export type Fact = keyof ModelFacts;

/** A model with the revision that these facts are. */
export type StandingModel = { id: string; revision: number; facts: ModelFacts };

/** The facts that differ, on both sides; what was not there has no "before". */
export type Difference<Facts extends object = ModelFacts> = { before: Partial<Facts>; after: Partial<Facts> };

/** What differs between two states of a model, or of an entry below one, fact by fact. */
export function differenceOf<Facts extends object>(before: Facts | null, after: Facts): Difference<Facts> {
  const facts = Object.keys(after) as (keyof Facts)[];
  const differing = facts.filter((fact) => before === null || !isSame(before[fact], after[fact]));
  return { before: before === null ? {} : pick(before, differing), after: pick(after, differing) };
}

const pick = <Facts extends object>(facts: Facts, keys: (keyof Facts)[]): Partial<Facts> =>
  Object.fromEntries(keys.map((key) => [key, facts[key]])) as Partial<Facts>;

const isSame = (one: unknown, other: unknown) => one === other || textOf(one) === textOf(other);

// The database gives the keys of an object in its own order.
const textOf = (value: unknown) =>
  JSON.stringify(value, (_key, part) => (isObject(part) ? Object.entries(part).sort() : part));
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two part numbers are the same in everything. */
export function isSameNumber(one: PartNumberFacts | undefined, other: PartNumberFacts): boolean {
  return one?.id === other.id && one.number === other.number && one.note === other.note;
}

/** What nobody has said yet about a new model. */
export const unsaid = {
  ownerPostId: null,
  divisionId: null,
  markets: [],
  updateHow: 'unknown',
  updateAutomatic: 'unknown',
  updateSigned: 'unknown',
  updateRollback: 'unknown',
  successorId: null,
  note: '',
  productionEndsOn: null,
  salesEndsOn: null,
  repairEndsOn: null,
  securityEndsOn: null,
  safety: 'unknown',
  tags: [],
  buildSource: '',
  buildToolchain: '',
  buildKeyPostId: null,
  buildPeople: '',
  rebuiltOn: null,
  partNumbers: [],
  removed: false,
} as const satisfies Partial<ModelFacts>;

/** Without what is left out, so that it stays as it is. */
export function onlySaid<T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as never;
}
