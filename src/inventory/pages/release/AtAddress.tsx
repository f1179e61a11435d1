import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { PageProblem } from '#kit/PageProblem';
import { Skeleton } from '#kit/Skeleton';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import { useEntryRefusal } from '../registers/entry-refusal.ts';
import { useOrSay } from '../use-changed.ts';
import { ChooseRelease } from './ChooseRelease.tsx';
import { releaseQuery, releases, releasesOfVersionQuery } from './queries.ts';
import { text } from './release-text.ts';

type Address = { model: string; release: string };

/** A page of the release that its address names, or the choice between those that it may mean, or why there is none. */
export function AtAddress(props: {
  /** What the page is called while its release is not known. */
  title: string;
  page: (release: ReleasePage) => ReactNode;
}): ReactNode {
  const words = useText(text);
  const address = useParams({ strict: false }) as Address;
  const found = useQuery(releaseQuery(address.model, address.release));

  const isNone = problemOf(found.error)?.status === 404;
  // The version alone may be that of several releases, each on its own hardware.
  const variants = useQuery({ ...releasesOfVersionQuery(address.model, address.release), enabled: isNone });
  const [first, ...others] = variants.data?.items ?? [];

  if (isNone && first) return <ChooseRelease releases={[first, ...others]} />;
  // A release that was there and is gone is still known here, so that it can be brought back.
  if (isNone && (variants.data || problemOf(variants.error)?.status === 404))
    return <Missing model={address.model} known={found.data} />;
  if (found.data && !isNone) return props.page(found.data);
  const failed = isNone ? variants : found;
  if (failed.isError)
    return (
      <PageProblem
        title={props.title}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        thrown={failed.error}
        retry={() => failed.refetch()}
      />
    );
  return <Skeleton rows={8} />;
}

function Missing({ model, known }: { model: string; known: ReleasePage | undefined }): ReactNode {
  const words = useText(text);
  const orSay = useOrSay(useEntryRefusal());
  const restore = ({ id }: ReleasePage) =>
    orSay(releases.getRelease({ id }).then(({ revision }) => releases.restoreRelease({ id, revision })));
  return (
    <>
      <PageHead title={words.missing} crumbs={[{ label: words.crumb, to: '/products' }]} />
      <EmptyState
        why={words.missingWhy}
        action={
          <>
            {known?.mayChange ? <Button onClick={() => restore(known)}>{words.restore}</Button> : null}
            <ButtonLink to="/products/$model" params={{ model } as never}>
              {words.back}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
