import { ids, oneOf, type Param, type StateOf, someOf, word } from '#kit/UrlState';
import { verdictScopes, verdictStates, verdictStatuses } from '#verdicts/model';

/** A day, or '' for today. */
const aDay = (): Param<string> => ({
  read: (raw = '') => (/^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : ''),
  write: (value) => value || undefined,
});

/** What the address of the page says. */
export const verdictParams = {
  view: oneOf(['list', 'inherited', 'day'], 'list'),
  q: word(),
  status: someOf(verdictStatuses),
  state: someOf(verdictStates),
  scope: someOf(verdictScopes),
  inherited: someOf(['only']),
  expiring: someOf(['only']),
  line: ids(),
  model: ids(),
  day: aDay(),
};
export type VerdictsState = StateOf<typeof verdictParams>;
export type ChangeVerdicts = (patch: Partial<VerdictsState>, history?: 'step' | 'same') => void;

/** What is asked, in the words of the API; what is not asked is absent. */
export function askedVerdicts(state: VerdictsState): Record<string, string> {
  const words = {
    q: state.q.trim(),
    ...{ status: state.status.join(','), state: state.state.join(','), scope: state.scope.join(',') },
    ...{ inherited: state.inherited.join(','), expiring: state.expiring.join(',') },
    ...{ line: state.line.join(','), model: state.model.join(',') },
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ''));
}
