import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { changeSearch, type Params, readState, type StateOf } from './url-state.ts';

export {
  ids,
  oneOf,
  type Param,
  type Params,
  passing,
  printSort,
  row,
  type Sort,
  type StateOf,
  someOf,
  sort,
  word,
} from './url-state.ts';

/** `step` makes a new entry in the history (a filter, a panel); `same` replaces it (typing in a search field). */
type Change<P extends Params> = (change: Partial<StateOf<P>>, history?: 'step' | 'same') => void;

/**
 * The state of a page that stands in its address: same address, same picture.
 * @param params  made once outside the component: `const view = { q: word(), sort: sort(['name'], 'name') }`
 */
export function useUrlState<P extends Params>(params: P): [StateOf<P>, Change<P>] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const state = useMemo(() => readState(params, search), [params, search]);
  const change = useCallback<Change<P>>(
    (patch, history = 'step') => {
      navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => changeSearch(params, before, patch)) as never,
        replace: history === 'same',
        resetScroll: false,
      });
    },
    [navigate, params],
  );
  return [state, change];
}
