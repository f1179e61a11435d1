import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { everything, matches } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import { refusalOf } from './refusal.ts';

/** After something was decided: everything on the page that counts or lists is asked for again. */
export function useDecided(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: everything }), [queries]);
}

/** Says in a toast that something was done, with a way back where there is one; where it is refused, why. */
export function useDoing(): (deed: () => Promise<string>) => Promise<boolean> {
  const words = useText(decidingText);
  const toast = useToast();
  const decided = useDecided();
  return async (deed) => {
    try {
      toast(await deed());
      return true;
    } catch (thrown) {
      toast(refusalOf(thrown, words));
      return false;
    } finally {
      await decided();
    }
  };
}

/** Takes one's own decision back. */
export function useTakingBack(): (decisionId: string) => Promise<void> {
  const words = useText(decidingText);
  const act = useDoing();
  return async (id) => {
    await act(async () => {
      await matches.undoDecision({ id });
      return words.undone;
    });
  };
}
