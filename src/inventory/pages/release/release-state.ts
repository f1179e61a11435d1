import { oneOf, printSort, row, type StateOf, someOf, sort, word } from '#kit/UrlState';
import { type ComponentSort, componentOrigins, purposes } from '../../contract/release-components.ts';
import type { AskedComponents } from './queries.ts';

/** The views of a release, in the order of their tabs. */
export const releaseTabs = [
  'matches',
  'components',
  'unidentified',
  'sbom',
  'modules',
  'shipments',
  'evidence',
  'history',
] as const;
export type ReleaseTab = (typeof releaseTabs)[number];

/** What the address says of the components of a release. */
export const componentParams = {
  q: word(),
  purpose: someOf(purposes),
  licence: word(),
  origin: someOf(componentOrigins),
  sort: sort(['name', 'version', 'supplier'], 'name'),
  row: row(),
};

/** What the address of a release's page says. */
export const releaseParams = {
  tab: oneOf(releaseTabs, 'matches'),
  ...componentParams,
  /** The upload whose result is shown. */
  upload: row(),
};
export type ReleaseView = StateOf<typeof releaseParams>;
export type ChangeView = (patch: Partial<ReleaseView>, history?: 'step' | 'same') => void;

/** What the state asks of the components, in the words of the API; what is not asked is absent. */
export function askedComponents(state: ReleaseView): AskedComponents {
  const words = {
    q: state.q.trim(),
    purpose: state.purpose.join(','),
    licence: state.licence,
    origin: state.origin.join(','),
    identified: state.tab === 'unidentified' ? 'no' : '',
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}

export const componentSort = (state: ReleaseView): ComponentSort => printSort(state.sort) as ComponentSort;
