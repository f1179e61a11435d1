import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { api, jobsKey } from './queries.ts';
import { text } from './text.ts';

/** Trying failed jobs again and taking them out of the list, each said in a toast and undone where that is possible. */
export function useMoving() {
  const words = useText(text).jobs;
  const toast = useToast();
  const queries = useQueryClient();
  const common = {
    onSettled: () => queries.invalidateQueries({ queryKey: jobsKey }),
    onError: () => toast(words.notDone),
  };
  const sayRetried = (count: number) => toast(count === 0 ? words.nothingRetried : words.retried(count));
  const retrying = useMutation({
    ...common,
    mutationFn: (ids: string[]) => api.retryJobs({ ids }),
    onSuccess: ({ ids }) => sayRetried(ids.length),
  });
  const retryingAll = useMutation({
    ...common,
    mutationFn: (queue: string) => api.retryAllJobs({ queue }),
    onSuccess: ({ count }) => sayRetried(count),
  });
  const puttingBack = useMutation({ ...common, mutationFn: (ids: string[]) => api.putJobsBack({ ids }) });
  const settingAside = useMutation({
    ...common,
    mutationFn: (ids: string[]) => api.setJobsAside({ ids }),
    onSuccess: ({ ids }) =>
      toast(words.setAsideDone(ids.length), ids.length > 0 ? { undo: () => puttingBack.mutate(ids) } : undefined),
  });
  return { retry: retrying.mutate, retryAll: retryingAll.mutate, setAside: settingAside.mutate };
}
