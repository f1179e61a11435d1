import { foldId } from '#platform/browser/fold';
import { newId } from '#platform/ids';
import type { ModelFacts, PartNumberFacts } from './facts.ts';
import type { PartNumber } from './model.ts';

/** The facts with these part numbers in place of the former; a number that stays keeps its id. */
export function withPartNumbers(facts: ModelFacts, numbers: PartNumber[]): ModelFacts {
  const idByFolded = new Map(facts.partNumbers.map(({ id, number }) => [foldId(number), id]));
  const partNumbers = numbers.map(({ number, note }) => ({
    id: idByFolded.get(foldId(number)) ?? newId(),
    number,
    note,
  }));
  return { ...facts, partNumbers: sorted(partNumbers) };
}

/** In the order in which the database lists them. */
export function sorted(numbers: PartNumberFacts[]): PartNumberFacts[] {
  return numbers
    .map((number) => ({ number, folded: Buffer.from(foldId(number.number)) }))
    .sort((one, other) => Buffer.compare(one.folded, other.folded))
    .map(({ number }) => number);
}
