import { ids, oneOf, passing, printSort, type StateOf, someOf, sort, word } from '#kit/UrlState';
import type { WhereSort } from '../../contract/components.ts';
import { releaseStates } from '../../model/registers.ts';

/** What the address of the page says. */
export const whereParams = {
  q: word(),
  line: ids(),
  state: someOf(releaseStates),
  field: someOf(['only']),
  versions: oneOf(['within', 'without-order'], 'within'),
  sort: sort(['product', 'units', 'released'], 'product'),
  /** Lines and models that a person has closed. */
  closed: passing(ids()),
};
export type WhereState = StateOf<typeof whereParams>;
export type ChangeWhere = (patch: Partial<WhereState>, history?: 'step' | 'same') => void;

/** What is asked, in the words of the API. */
export type AskedWhere = { q: string } & Partial<Record<'line' | 'state', string>> & {
    field?: 'only';
    versions?: 'without-order';
  };

/** What the state asks; what is not asked is absent. */
export function askedWhere(state: WhereState): AskedWhere {
  return {
    q: state.q.trim(),
    ...(state.line.length > 0 ? { line: state.line.join(',') } : {}),
    ...(state.state.length > 0 ? { state: state.state.join(',') } : {}),
    ...(state.field.length > 0 ? { field: 'only' } : {}),
    ...(state.versions === 'without-order' ? { versions: 'without-order' } : {}),
  };
}

export const isNarrowed = (state: WhereState): boolean =>
  state.line.length + state.state.length + state.field.length > 0;

export const whereSort = (state: WhereState): WhereSort => printSort(state.sort) as WhereSort;
