import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, Stack } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { trendQuery } from '../queries.ts';
import { trendText } from '../words/trend.ts';
import { NewMatches } from './NewMatches.tsx';
import { OpenMatches } from './OpenMatches.tsx';

/** 推移: is there more that is new, is there less that is open. */
export function Trend(): ReactNode {
  const found = useQuery(trendQuery);
  if (found.isError && !found.data) return <LoadProblem thrown={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton rows={12} />;
  if (found.data.since === null) return <Nothing />;
  return (
    <Stack>
      <NewMatches trend={found.data} since={found.data.since} />
      <OpenMatches trend={found.data} since={found.data.since} />
    </Stack>
  );
}

function Nothing(): ReactNode {
  const words = useText(trendText);
  const mayRead = useMay('product:read');
  return (
    <Panel>
      <EmptyState
        why={words.empty}
        next={words.emptyNext}
        action={
          <>
            <ButtonLink to={'/vulnerabilities/imports' as never}>{words.toRecords}</ButtonLink>
            {mayRead ? <ButtonLink to="/products">{words.toProducts}</ButtonLink> : null}
          </>
        }
      />
    </Panel>
  );
}
