import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { Problem } from '#kit/Problem';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** Nothing here, or nothing for this person: both look the same, so that the page gives nothing away. */
export function NotFoundPage(): ReactNode {
  const words = useText(text).notFound;
  return (
    <>
      <PageHead title={words.title} />
      <EmptyState why={words.why} next={words.next} action={<ButtonLink to="/">{words.home}</ButtonLink>} />
    </>
  );
}

/** The page exists, the role does not reach it, and its existence is no secret. */
export function ForbiddenPage(): ReactNode {
  const words = useText(text);
  return (
    <>
      <PageHead title={words.forbidden.title} />
      <EmptyState
        why={words.forbidden.why}
        next={words.forbidden.next}
        action={<ButtonLink to="/">{words.notFound.home}</ButtonLink>}
      />
    </>
  );
}

/** A page that failed: what is safe, how to go on, the number to quote. */
export function BrokenPage(props: ErrorComponentProps): ReactNode {
  const words = useText(text).broken;
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const problem = problemOf(props.error);
  if (problem?.status === 404) return <NotFoundPage />;
  if (problem?.status === 403) return <ForbiddenPage />;

  const unreachable = problem?.code === 'unreachable';
  const again = () => {
    reset();
    props.reset();
    router.invalidate();
  };
  return (
    <>
      <PageHead title={words.title} />
      <Problem
        what={unreachable ? words.unreachable : words.what}
        safe={unreachable ? words.unreachableSafe : words.safe}
        action={
          <Button size="small" onClick={again}>
            {words.retry}
          </Button>
        }
        id={problem?.requestId}
      />
    </>
  );
}
