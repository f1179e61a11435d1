import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ButtonLink } from '#kit/Button';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useToast } from '#kit/Toast';
import type { FirstStep } from '#organization/model';
import { useText } from '#platform/browser/language';
import { endTour, rememberDone } from './begin.ts';
import classes from './first-steps.module.css';
import { obstacleToMatch, progressOf } from './progress.ts';
import { firstStepsQuery, keepPutOff } from './queries.ts';
import { StepLine } from './StepLine.tsx';
import { text } from './text.ts';

// Matching follows by itself and tells no page; somebody who waits here looks again for a minute.
const lookAgain = { everyMs: 3_000, times: 20 };

/** はじめに: what a maker does first, what of it is done, and where the next step is. */
export function FirstStepsPage(): ReactNode {
  const words = useText(text);
  const found = useQuery({
    ...firstStepsQuery,
    refetchInterval: ({ state }) =>
      state.data && obstacleToMatch(state.data) === 'nothing-applies' && state.dataUpdateCount < lookAgain.times
        ? lookAgain.everyMs
        : false,
  });
  const putOff = usePuttingOff();
  useEffect(endTour, []);
  const progress = found.data && progressOf(found.data);
  const isComplete = progress?.every(({ state }) => state !== 'open') ?? false;
  useEffect(() => {
    if (progress) rememberDone(isComplete);
  }, [progress, isComplete]);

  return (
    <>
      <PageHead
        title={words.title}
        answer={
          progress
            ? isComplete
              ? words.complete
              : words.answer(progress.filter(({ state }) => state === 'done').length, progress.length)
            : null
        }
        actions={isComplete ? <ButtonLink to="/today">{words.toToday}</ButtonLink> : null}
      />
      <Panel>
        {found.data && progress ? (
          <ol className={classes.steps} aria-label={words.list}>
            {progress.map((one, place) => (
              <StepLine key={one.step} {...one} place={place + 1} found={found.data} putOff={putOff} />
            ))}
          </ol>
        ) : found.isError ? (
          <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
        ) : (
          <Skeleton rows={10} />
        )}
      </Panel>
    </>
  );
}

/** Puts a step off, or takes it up again, for the whole maker. */
function usePuttingOff(): (step: FirstStep, how: 'later' | 'now') => void {
  const words = useText(text);
  const toast = useToast();
  const queries = useQueryClient();
  const change = async (step: FirstStep, how: 'later' | 'now') => {
    try {
      await keepPutOff(step, how);
      await queries.invalidateQueries({ queryKey: firstStepsQuery.queryKey });
      if (how === 'later') toast(words.putOff(words.steps[step]), { undo: () => void change(step, 'now') });
    } catch {
      toast(words.failed);
    }
  };
  return (step, how) => void change(step, how);
}
