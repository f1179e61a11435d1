import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { useText } from '#platform/browser/language';
import { text } from '../text.ts';
import { isNarrowed, type ListState } from './list-state.ts';

/** Because of the conditions, because nothing touches us, or because nothing has come in. */
export function NothingListed({ state }: { state: ListState }): ReactNode {
  const words = useText(text).list;
  const search = state.view === 'all' ? { view: 'all' } : {};
  if (isNarrowed(state))
    return (
      <EmptyState
        why={words.empty}
        action={
          <ButtonLink to={'/vulnerabilities' as never} search={search as never}>
            {words.clear}
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      why={state.view === 'all' ? words.nothingKnown : words.nothingTouches}
      action={<ButtonLink to={'/vulnerabilities/imports' as never}>{words.bringIn}</ButtonLink>}
    />
  );
}
