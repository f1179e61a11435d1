import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { everything } from './queries.ts';

/** After something of the inventory was changed: what is on the page is asked for again. */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: everything }), [queries]);
}
