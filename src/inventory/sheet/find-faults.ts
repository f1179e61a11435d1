import { needsReason, supportDateKinds, supportFields } from '../model.ts';
import type { Catalogue, Group, Wrong } from './comparison.ts';
import type { SaidRow } from './parse-rows.ts';
import type { PlannedModel } from './plan-model.ts';

/** A part number stands in one row only. */
export function findTwiceNumbers(rows: readonly SaidRow[], wrong: Wrong): void {
  const firstByNumber = new Map<string, SaidRow>();
  for (const row of rows) {
    if (row.folded === null) continue;
    const first = firstByNumber.get(row.folded);
    if (first) wrong(row, 'partNumber', 'number-twice', { otherLine: first.line });
    else firstByNumber.set(row.folded, row);
  }
}

/** An end date that moves earlier, or is emptied, has its reason in one of the rows. */
export function findMissingReasons(
  { rows }: Group,
  { before, after, reasons }: Pick<PlannedModel, 'before' | 'after' | 'reasons'>,
  wrong: Wrong,
): void {
  for (const kind of supportDateKinds) {
    const field = supportFields[kind];
    const from = before?.[field] ?? null;
    if (!needsReason(from, after[field]) || reasons[kind]) continue;
    const row = rows.find((one) => one.facts[field]) ?? rows[0];
    if (row) wrong(row, field, 'reason-missing', { from: from?.replaceAll('-', '/') ?? '' });
  }
}

/** Follows the successors as they would be; who comes back to the start stands in a circle. */
export function findCircles(
  groups: readonly Group[],
  planned: readonly PlannedModel[],
  catalogue: Catalogue,
  wrong: Wrong,
): void {
  const successorById = new Map([
    ...catalogue.models.map(({ id, facts }) => [id, facts.successorId] as const),
    ...planned.map(({ id, after }) => [id, after.successorId] as const),
  ]);
  for (const group of groups) {
    const row = group.rows.find(({ facts }) => facts.successor);
    if (!row) continue;
    const passed = new Set<string>();
    let at = successorById.get(group.id) ?? null;
    while (at && at !== group.id && !passed.has(at)) {
      passed.add(at);
      at = successorById.get(at) ?? null;
    }
    if (at === group.id) wrong(row, 'successor', 'successor-circle');
  }
}
