import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { useChanged } from '../use-changed.ts';
import { useEntryRefusal } from './entry-refusal.ts';
import { text } from './text.ts';

type AtRevision = { id: string; revision: number };

/** Takes an entry out, says so, and offers to bring it back. */
export function useTakingAway(
  remove: (at: AtRevision) => Promise<AtRevision>,
  restore: (at: AtRevision) => Promise<AtRevision>,
): (name: string, at: AtRevision) => Promise<void> {
  const words = useText(text);
  const { sayRefused, changed, toast } = useSaying();
  return async (name, { id, revision }) => {
    try {
      const removed = await remove({ id, revision });
      toast(words.removed(name), { undo: () => void restore(removed).then(changed, sayRefused) });
      await changed();
    } catch (thrown) {
      sayRefused(thrown);
    }
  };
}

/** After an entry was made or changed: asks the page anew and says it, with the way back. */
export function useSaid(): (words: string, undo?: () => Promise<unknown>) => Promise<void> {
  const { sayRefused, changed, toast } = useSaying();
  return async (words, undo) => {
    toast(words, undo ? { undo: () => void undo().then(changed, sayRefused) } : {});
    await changed();
  };
}

function useSaying() {
  const toast = useToast();
  const changed = useChanged();
  const refusal = useEntryRefusal();
  return { toast, changed, sayRefused: (thrown: unknown) => toast(refusal(thrown)) };
}
