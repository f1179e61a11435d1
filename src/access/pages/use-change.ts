import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#kit/Toast';
import { useProof } from './Proof.tsx';
import { useRefusal } from './use-refusal.ts';

/**
 * A change that may need a proof: said in a toast, undone from there where that is possible, and read again.
 * @param change.stale  the keys of what is to be read again
 * @param change.refused  'toast' for a click; 'form' when the caller shows `error` beside its fields
 */
export function useChange<Input, Output>(change: {
  run: (input: Input) => Promise<Output>;
  stale: readonly (readonly string[])[];
  said?: (output: Output, input: Input) => string;
  undo?: (output: Output, input: Input) => (() => Promise<unknown>) | null;
  done?: (output: Output, input: Input) => void;
  refused?: 'toast' | 'form';
}): UseMutationResult<Output, Error, Input> {
  const toast = useToast();
  const prove = useProof();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const refresh = () => Promise.all(change.stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: (input: Input) => prove(() => change.run(input)),
    onSettled: refresh,
    onError: (thrown) => {
      if (change.refused !== 'form') toast(refusal(thrown));
    },
    onSuccess: (output, input) => {
      const undo = change.undo?.(output, input);
      const takeBack = async () => {
        try {
          await prove(async () => undo?.());
        } catch (thrown) {
          toast(refusal(thrown));
        }
        await refresh();
      };
      if (change.said) toast(change.said(output, input), undo ? { undo: takeBack } : undefined);
      change.done?.(output, input);
    },
  });
}
