import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import type { Language } from '#platform/browser/texts';
import type { Duty, Obstacle } from '../model.ts';
import { organizationKey } from './queries.ts';
import { text } from './text.ts';

type Words = typeof text.en.refused;
type Details = { obstacle?: string; obstacles?: Obstacle[]; duties?: Duty[]; personIds?: string[]; field?: string };

/** Why a change was refused, in words that say what to do. */
export function useReason(): (thrown: unknown) => string {
  const words = useText(text);
  const { language } = useLanguage();
  return (thrown) => reasonOf(thrown, words.refused, language, words.absence.order);
}

function reasonOf(thrown: unknown, words: Words, language: Language, order: string): string {
  const problem = problemOf(thrown);
  const details = (problem?.details ?? {}) as Details;
  const obstacle = details.obstacle ?? details.obstacles?.[0]?.obstacle;
  if (obstacle === 'has-duties')
    return words['has-duties']((details.duties ?? []).map((duty) => duty.text[language]).join('、'));
  if (obstacle && obstacle in words) return words[obstacle as Exclude<keyof Words, 'has-duties'>];
  if (details.personIds) return words['person-gone'];
  if (details.field === 'untilOn') return order;
  return problem?.code === 'not-allowed' ? words['not-allowed'] : words.other;
}

/**
 * A change of the organization: said in a toast, undone from there, and every list is read again.
 * @param change.refused  'toast' for a click; 'form' when the caller shows `error` beside its fields
 */
export function useChange<Input, Output>(change: {
  run: (input: Input) => Promise<Output>;
  said: (output: Output, input: Input) => string;
  undo?: (output: Output, input: Input) => (() => Promise<unknown>) | null;
  done?: (output: Output, input: Input) => void;
  refused?: 'toast' | 'form';
}): UseMutationResult<Output, Error, Input> {
  const toast = useToast();
  const reason = useReason();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: organizationKey });
  return useMutation({
    mutationFn: change.run,
    onSettled: refresh,
    onError: (thrown) => {
      if (change.refused !== 'form') toast(reason(thrown));
    },
    onSuccess: (output, input) => {
      const undo = change.undo?.(output, input);
      const takeBack = async () => {
        try {
          await undo?.();
        } catch (thrown) {
          toast(reason(thrown));
        }
        await refresh();
      };
      toast(change.said(output, input), undo ? { undo: takeBack } : undefined);
      change.done?.(output, input);
    },
  });
}
