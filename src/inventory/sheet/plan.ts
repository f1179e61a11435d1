import { foldId } from '#platform/browser/fold';
import { differenceOf } from '../facts.ts';
import type { Columns } from './columns.ts';
import { type Catalogue, prepareComparison } from './comparison.ts';
import { findCircles, findTwiceNumbers } from './find-faults.ts';
import type { RowError, SaidRow } from './parse-rows.ts';
import { type PlannedModel, planModel } from './plan-model.ts';
import type { Sheet } from './read-sheet.ts';

export type { PlannedModel } from './plan-model.ts';
export type Plan = { lines: { id: string; name: string }[]; models: PlannedModel[]; unchanged: number };

/**
 * Compares what the rows say with what stands. Nothing is removed because the file does not name it;
 * an empty cell in a column of the file empties the fact, a column that the file has not leaves it.
 */
export function planImport(
  file: { sheet: Sheet; columns: Columns; rows: SaidRow[] },
  catalogue: Catalogue,
): { plan: Plan; errors: RowError[] } {
  const { groups, comparison, errors } = prepareComparison(file, catalogue);
  findTwiceNumbers(file.rows, comparison.wrong);
  const planned = groups.map((group) => planModel(group, comparison));
  findCircles(groups, planned, catalogue, comparison.wrong);

  const all = [...planned, ...losersOf(planned, catalogue, comparison.given)];
  const models = all.filter(({ before, after }) => Object.keys(differenceOf(before, after).after).length > 0);
  const used = new Set(models.map(({ after }) => after.lineId));
  const lines = [...comparison.lineByName.values()].filter(({ id, isNew }) => isNew && used.has(id));
  return {
    plan: { lines: lines.map(({ id, name }) => ({ id, name })), models, unchanged: all.length - models.length },
    errors,
  };
}

/** Models that the file does not speak of, but whose part numbers it gives to others. */
function losersOf(planned: PlannedModel[], { models }: Catalogue, given: Set<string>): PlannedModel[] {
  const spokenOf = new Set(planned.map(({ id }) => id));
  return models.flatMap(({ id, revision, facts }) => {
    const partNumbers = facts.partNumbers.filter(({ number }) => !given.has(foldId(number)));
    if (spokenOf.has(id) || partNumbers.length === facts.partNumbers.length) return [];
    return [{ id, revision, before: facts, after: { ...facts, partNumbers }, reasons: {}, rows: [] }];
  });
}
