import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { useOrSay } from '../use-changed.ts';
import { useEntryRefusal } from './entry-refusal.ts';
import { text } from './text.ts';

type AtRevision = { id: string; revision: number };

/** Takes an entry out, says so, and offers to bring it back. */
export function useTakingAway(
  remove: (at: AtRevision) => Promise<AtRevision>,
  restore: (at: AtRevision) => Promise<AtRevision>,
  /** How this is said where it is no plain removal. */
  removedWords?: (name: string) => string,
): (name: string, at: AtRevision) => Promise<void> {
  const words = useText(text);
  const said = removedWords ?? words.removed;
  const toast = useToast();
  const orSay = useOrSay(useEntryRefusal());
  return (name, { id, revision }) =>
    orSay(remove({ id, revision }).then((removed) => toast(said(name), { undo: () => orSay(restore(removed)) })));
}

/** After an entry was made or changed: asks the page anew and says it, with the way back. */
export function useSaid(): (words: string, undo: () => Promise<unknown>) => Promise<void> {
  const toast = useToast();
  const orSay = useOrSay(useEntryRefusal());
  return (words, undo) => {
    toast(words, { undo: () => orSay(undo()) });
    return orSay(Promise.resolve());
  };
}
