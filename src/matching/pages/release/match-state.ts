import { severities } from '#intelligence/model';
import { row, type StateOf, someOf, word } from '#kit/UrlState';
import { DecidedAs, matchValues, settledReasons, standings } from '../../model.ts';

/** What the address says of the match results of a release. */
export const matchParams = {
  mq: word(),
  match: someOf(matchValues),
  severity: someOf(severities),
  exploited: someOf(['only']),
  reason: someOf(settledReasons),
  verdict: someOf(DecidedAs.options),
  standing: someOf(standings),
  row: row(),
};
export type MatchState = StateOf<typeof matchParams>;
export type ChangeMatch = (patch: Partial<MatchState>, history?: 'step' | 'same') => void;

/** What is asked, in the words of the API. */
export function askedMatches(state: MatchState): Record<string, string> {
  const words = {
    q: state.mq.trim(),
    match: state.match.join(','),
    severity: state.severity.join(','),
    exploited: state.exploited.join(','),
    reason: state.reason.join(','),
    verdict: state.verdict.join(','),
    standing: state.standing.join(','),
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}

/** A row of the list: the vulnerability, and the component where one is the reason. */
export const rowId = (name: string, component: { id: number } | null): string =>
  component === null ? name : `${name}~${component.id}`;

/** The vulnerability and the component that a row names; a bare name is the worst of its places. */
export function readRow(id: string): { name: string; component: number | null } {
  const [, name = id, component] = /^(.*)~(\d+)$/.exec(id) ?? [];
  return { name, component: component === undefined ? null : Number(component) };
}
