import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useToast } from '#kit/Toast';
import { everything } from './queries.ts';

/** After something of the inventory was changed: what is on the page is asked for again. */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: everything }), [queries]);
}

/** When a change is made, asks for the page again; where it is refused, says why. */
export function useOrSay(refusal: (thrown: unknown) => string): (change: Promise<unknown>) => Promise<void> {
  const toast = useToast();
  const changed = useChanged();
  return (change) => change.then(changed, (thrown) => toast(refusal(thrown)));
}
