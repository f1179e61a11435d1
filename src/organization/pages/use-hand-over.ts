import { useText } from '#platform/browser/language';
import type { Move } from '../model.ts';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange } from './use-change.ts';

/** Gives posts to other people; the toast says how many and takes it back. */
export function useHandOver(options: { done: () => void }) {
  const words = useText(text).assign;
  return useChange({
    run: (input: { moves: Move[]; effectiveOn: string; reason: string }) => api.handOver(input),
    said: ({ changed }) => (changed === 0 ? words.unchanged : words.done(changed)),
    undo: ({ handOverId }) => (handOverId ? () => api.undoHandOver({ id: handOverId }) : null),
    done: options.done,
    refused: 'form',
  });
}
