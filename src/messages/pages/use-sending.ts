import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { api, deliveriesKey } from './queries.ts';
import { text } from './text.ts';

/** Sending again, cancelling and testing, each said in a toast and undone where that is possible. */
export function useSending() {
  const { mail: words, notDone } = useText(text);
  const toast = useToast();
  const queries = useQueryClient();
  const common = {
    onSettled: () => queries.invalidateQueries({ queryKey: deliveriesKey }),
    onError: () => toast(notDone),
  };
  const retrying = useMutation({
    ...common,
    mutationFn: (ids: string[]) => api.retryDeliveries({ ids }),
    onSuccess: ({ ids }) => toast(words.retried(ids.length)),
  });
  const cancelling = useMutation({
    ...common,
    mutationFn: (ids: string[]) => api.cancelDeliveries({ ids }),
    onSuccess: ({ ids }) =>
      toast(words.cancelled(ids.length), ids.length > 0 ? { undo: () => retrying.mutate(ids) } : undefined),
  });
  const testing = useMutation({
    ...common,
    mutationFn: () => api.sendTestMail(),
    onSuccess: () => toast(words.tested),
  });
  return { retry: retrying.mutate, cancel: cancelling.mutate, test: () => testing.mutate() };
}
