import { withSameLooking } from '#formats/csv';
import { newId } from '#platform/ids';
import { differenceOf } from '../../facts.ts';
import { factsOf, type RegisterName } from '../../model/registers.ts';
import { keyOf } from '../change-entries.ts';
import type { EntryChange, Kept, Register, StandingEntry } from '../register.ts';
import type { References } from '../store/references.ts';
import type { SaidRow } from './parse-rows.ts';
import { columnOfFact } from './row-facts.ts';

export type Facts = Record<string, unknown>;
/** A row with the facts that it tells. */
export type ToldRow = { row: SaidRow; facts: Facts };
/** One entry that the file makes or changes, and the row that says so. */
export type PlannedEntry = EntryChange<Facts> & { row: SaidRow };

/**
 * Compares what the rows tell with what stands. Nothing is removed because the file does not name it; an empty cell in a
 * column of the file empties the fact, a column that the file has not leaves it.
 */
export function planRows(
  register: Register<Facts>,
  told: ToldRow[],
  { standing, references, isCp932 }: { standing: StandingEntry<Facts>[]; references: References; isCp932: boolean },
): { entries: PlannedEntry[]; unchanged: number } {
  const standingByKey = new Map(standing.map((entry) => [keyOf(register, entry.facts, references), entry]));
  const firstByKey = new Map<string, SaidRow>();
  const entries: PlannedEntry[] = [];
  let unchanged = 0;
  for (const { row, facts } of told) {
    const key = keyOf(register, facts, references);
    const first = firstByKey.get(key);
    if (first) {
      row.wrong(columnOfFact(register.name, keyFact[register.name]), {
        rule: 'row-twice',
        details: { otherLine: first.line },
      });
      continue;
    }
    firstByKey.set(key, row);
    const found = standingByKey.get(key) ?? null;
    const after = afterOf(register.name, { row, facts }, found, isCp932);
    if (after === null) continue;
    const fault = register.faultOf(after, references);
    if (fault) row.wrong(columnOfFact(register.name, fault.fact), { rule: fault.reason });
    else if (found && Object.keys(differenceOf(found.facts, after).after).length === 0) unchanged++;
    else entries.push({ id: found?.id ?? newId(), standing: found, after, row });
  }
  return { entries, unchanged };
}

/** The fact whose column is named when two rows are about the same. */
const keyFact: Record<RegisterName, string> = {
  hardware: 'name',
  releases: 'version',
  parts: 'partId',
  dependencies: 'onModelId',
  partners: 'name',
  'sold-as': 'name',
  shipments: 'month',
  tags: 'name',
};

function afterOf(
  register: RegisterName,
  { row, facts }: ToldRow,
  found: StandingEntry<Facts> | null,
  isCp932: boolean,
): Kept<Facts> | null {
  if (found) {
    const kept = Object.entries(facts).map(([fact, said]) => [
      fact,
      isCp932 ? asStanding(found.facts[fact], said) : said,
    ]);
    return { ...found.facts, ...Object.fromEntries(kept) };
  }
  const read = factsOf[register].safeParse(facts);
  if (read.success) return { ...read.data, removed: false };
  for (const { path } of read.error.issues) row.wrong(columnOfFact(register, String(path[0])), { rule: 'cell-empty' });
  return null;
}

// What CP932 writes for this text is what the file says, so the text has not been changed.
function asStanding(standing: unknown, said: unknown): unknown {
  if (typeof standing === 'string' && typeof said === 'string')
    return withSameLooking(standing) === said ? standing : said;
  if (Array.isArray(standing) && Array.isArray(said))
    return said.map((one) => standing.find((own) => asStanding(own, one) === own) ?? one);
  return said;
}
