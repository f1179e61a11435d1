import { differenceOf, type Fact, isSameNumber, type ModelFacts, type PartNumberFacts } from './facts.ts';
import type { PreviewedModel } from './preview.ts';
import { type ColumnKey, factColumns, factOfColumn } from './sheet/columns.ts';
import type { Plan, PlannedModel } from './sheet/plan.ts';
import { ownerText, type Words } from './sheet/said.ts';

/** What ids mean to people. */
export type Names = { lines: Map<string, string>; models: Map<string, string>; words: Words };

const columnOfFact = new Map<Fact, ColumnKey>([
  ['lineId', 'line'],
  ...factColumns.map((column) => [factOfColumn[column], column] as const),
]);

/** What the plan would do, model by model and fact by fact, in names. Codes stay codes; pages have words for them. */
export function describePlan(plan: Plan, names: Names): PreviewedModel[] {
  const lines = new Map([...names.lines, ...plan.lines.map(({ id, name }) => [id, name] as const)]);
  const models = new Map([...names.models, ...plan.models.map(({ id, after }) => [id, after.name] as const)]);
  const divisions = new Map(names.words.divisions.map(({ id, name }) => [id, name]));
  const posts = new Map(names.words.posts.map((post) => [post.id, ownerText(post)]));
  const nameBy: Partial<Record<Fact, Map<string, string>>> = {
    lineId: lines,
    successorId: models,
    divisionId: divisions,
    ownerPostId: posts,
    buildKeyPostId: posts,
  };

  const textOf = (fact: Fact, facts: ModelFacts | null): string => {
    const value = facts?.[fact];
    if (value === null || value === undefined) return '';
    if (fact === 'markets' || fact === 'tags') return (value as string[]).join(', ');
    if (value === 'unknown') return '';
    return nameBy[fact]?.get(String(value)) ?? String(value);
  };

  return plan.models.map((model) => {
    const { before, after } = differenceOf(model.before, model.after);
    const facts = [...columnOfFact]
      .filter(([fact]) => fact in after)
      .map(([fact, key]) => ({
        key,
        before: before ? textOf(fact, model.before) : '',
        after: textOf(fact, model.after),
      }))
      .filter((row) => row.before !== row.after);
    return {
      modelId: model.id,
      what: model.before === null ? 'create' : 'change',
      name: model.after.name,
      lineName: lines.get(model.after.lineId) ?? '',
      kind: model.after.kind,
      rows: model.rows,
      facts,
      ...numbersOf(model),
    };
  });
}

function numbersOf({ before, after }: PlannedModel) {
  const former = new Map((before?.partNumbers ?? []).map((number) => [number.id, number]));
  const latter = new Set(after.partNumbers.map(({ id }) => id));
  const text = (numbers: PartNumberFacts[]) => numbers.map(({ number }) => number);
  return {
    numbersAdded: text(after.partNumbers.filter(({ id }) => !former.has(id))),
    numbersTakenAway: text([...former.values()].filter(({ id }) => !latter.has(id))),
    numbersNoted: text(after.partNumbers.filter((one) => former.has(one.id) && !isSameNumber(former.get(one.id), one))),
  };
}
