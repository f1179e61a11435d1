import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ButtonLink, IconButton } from '#kit/Button';
import type { FirstStep } from '#organization/model';
import { useText } from '#platform/browser/language';
import { endTour, rememberDone, touredStep } from './begin.ts';
import classes from './first-steps.module.css';
import { progressOf } from './progress.ts';
import { firstStepsQuery } from './queries.ts';
import { text } from './text.ts';

/** At the foot of a page while first steps are open: where somebody stands, and the way on. */
export function FirstStepsStrip(): ReactNode {
  const words = useText(text);
  const { pathname } = useLocation();
  const [isClosed, setClosed] = useState(false);
  useFollowing();
  const { data } = useQuery(firstStepsQuery);
  const progress = data && progressOf(data);
  const next = progress?.find(({ isNext }) => isNext)?.step;
  useEffect(() => {
    if (progress) rememberDone(next === undefined);
  }, [progress, next]);
  const toured = touredStep() as FirstStep | null;
  if (!progress || isClosed || pathname === '/first-steps' || (toured === null && next === undefined)) return null;

  const isDone = progress.some(({ step, state }) => step === toured && state === 'done');
  const name = toured && words.steps[toured];
  const said = !name
    ? words.strip.open(next ? words.steps[next] : '')
    : isDone
      ? words.strip.done(name, next ? words.steps[next] : null)
      : words.strip.under(name);
  return (
    <section className={classes.strip} aria-label={words.strip.label}>
      <p role="status">{said}</p>
      <ButtonLink size="small" weight={isDone || !toured ? 'main' : 'plain'} to={'/first-steps' as never}>
        {isDone || !toured ? words.strip.go : words.strip.back}
      </ButtonLink>
      <IconButton
        icon="close"
        label={words.strip.close}
        onClick={() => {
          endTour();
          setClosed(true);
        }}
      />
    </section>
  );
}

const QUIET_MS = 400;

// Whatever a page has just asked the server may have moved the steps on. Asking by the clock would keep a session alive.
function useFollowing(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success') return;
      if (event.query.queryKey[0] === firstStepsQuery.queryKey[0]) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void queries.invalidateQueries({ queryKey: firstStepsQuery.queryKey }), QUIET_MS);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [queries]);
}
