import { ids, oneOf, type Param, passing, printSort, type StateOf, someOf, sort, word } from '#kit/UrlState';
import { lackable } from '../filter.ts';
import { releaseStates } from '../model/registers.ts';
import { answers, modelKinds } from '../model.ts';
import type { Asked, SortWord } from './queries.ts';

// Open lines as a person has left them; null: nobody has touched them, the page decides.
const openLines: Param<string[] | null> = {
  read: (raw) => (raw === undefined ? null : raw.split(',').filter((id) => id !== '-' && id !== '')),
  write: (value) => (value === null ? undefined : value.join(',') || '-'),
};

/** What the address of the list says. */
export const listParams = {
  view: oneOf(['tree', 'part-numbers'], 'tree'),
  q: word(),
  line: ids(),
  kind: someOf(modelKinds),
  market: ids(),
  division: ids(),
  owner: ids(),
  state: someOf(releaseStates),
  partner: ids(),
  missing: someOf(lackable),
  support: word(),
  tag: ids(),
  safety: someOf(answers),
  build: someOf(['can', 'cannot']),
  keeper: ids(),
  sort: sort(['name', 'security-end', 'part-numbers'], 'name'),
  open: passing(openLines),
};
export type ListState = StateOf<typeof listParams>;

/** What the state asks of the products, in the words of the API; what is not asked is absent. */
export function askedOf(state: ListState): Asked {
  const words = {
    q: state.q.trim(),
    line: state.line.join(','),
    kind: state.kind.join(','),
    market: state.market.join(','),
    division: state.division.join(','),
    owner: state.owner.join(','),
    state: state.state.join(','),
    partner: state.partner.join(','),
    missing: state.missing.join(','),
    support: /^(ended|within-[1-9]\d?)$/.test(state.support) ? state.support : '',
    tag: state.tag.join(','),
    safety: state.safety.join(','),
    build: state.build.join(','),
    keeper: state.keeper.join(','),
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}

/** The saved view that the state is, or null when a person has made their own. */
export function viewOf(state: ListState): 'all' | 'soon' | 'lacking' | 'numbers' | null {
  if (state.view === 'part-numbers') return 'numbers';
  const asked = Object.entries(askedOf(state)).map(([key, value]) => `${key}=${value}`);
  if (asked.length === 0) return 'all';
  if (asked.length > 1) return null;
  if (asked[0] === 'support=within-6') return 'soon';
  return asked[0] === `missing=${lackable.join()}` ? 'lacking' : null;
}

export const sortWord = (state: ListState): SortWord => printSort(state.sort) as SortWord;

/** Changes the state in the address; 'same' makes no new step in the history. */
export type ChangeState = (patch: Partial<ListState>, history?: 'step' | 'same') => void;
