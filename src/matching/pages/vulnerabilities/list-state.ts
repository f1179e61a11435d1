import { severities, sourceIds, vulnerabilitySorts } from '#intelligence/model';
import { ids, oneOf, type Param, type StateOf, someOf, word } from '#kit/UrlState';
import { matchValues } from '../../model.ts';

/** Results that a vulnerability of ours can have in a list: what does not apply is not listed. */
export const openValues = matchValues.filter((value) => value !== 'does-not-apply');

/** A day, or '' for none. */
const aDay = (): Param<string> => ({
  read: (raw = '') => (/^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : ''),
  write: (value) => value || undefined,
});

/** What the address of the page says. */
export const listParams = {
  view: oneOf(['touching', 'all', 'trend'], 'touching'),
  q: word(),
  match: someOf(openValues),
  severity: someOf(severities),
  exploited: someOf(['only']),
  releases: someOf(['all']),
  /** Those that verdicts have closed, in place of the open ones. */
  standing: someOf(['closed']),
  /** Lines and models that it touches, by their ids. */
  line: ids(),
  model: ids(),
  newDays: someOf(['7', '30']),
  knownDays: someOf(['7']),
  /** A day of the week in which it came to touch us. */
  week: aDay(),
  source: someOf(sourceIds),
  state: someOf(['published', 'rejected', 'withdrawn']),
  sort: oneOf(vulnerabilitySorts, 'urgency'),
};
export type ListState = StateOf<typeof listParams>;
export type ChangeList = (patch: Partial<ListState>, history?: 'step' | 'same') => void;

/** What is asked, in the words of the API; what is not asked is absent. */
export function askedList(state: ListState): Record<string, string> {
  const ofTouching = {
    match: state.match.join(','),
    releases: state.releases[0] ?? '',
    standing: state.standing[0] ?? '',
    line: state.line.join(','),
    model: state.model.join(','),
    newDays: state.newDays.at(-1) ?? '',
    knownDays: state.knownDays.at(-1) ?? '',
    week: state.week,
  };
  const ofAll = {
    source: state.source.join(','),
    state: state.state.join(','),
    sort: state.sort === 'urgency' ? '' : state.sort,
  };
  const words = {
    q: state.q.trim(),
    severity: state.severity.join(','),
    exploited: state.exploited.join(','),
    ...(state.view === 'touching' ? ofTouching : ofAll),
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}

/** Anything but the order is asked. */
export const isNarrowed = (state: ListState): boolean => Object.keys(askedList(state)).some((key) => key !== 'sort');

/** The name under which the device remembers its columns: the two lists have others. */
export const listOf = (state: ListState): string => (state.view === 'touching' ? 'touching' : 'vulnerabilities');
