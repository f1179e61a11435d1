import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { type Column, Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { text as verdictText } from '#verdicts/text';
import type { InheritedPlace } from '../../contract.ts';
import { useMayDecide } from '../decide/may-decide.ts';
import { useDoing } from '../decide/use-deciding.ts';
import { inheritedQuery, matches } from '../queries.ts';
import { text } from '../text.ts';
import { ComponentWords, ReleaseWords } from '../touching-columns.tsx';
import { VerdictStamp } from '../VerdictStamp.tsx';
import { VulnerabilityName } from '../VulnerabilityName.tsx';
import { decidingText } from '../words/deciding.ts';
import { verdictsText } from '../words/verdicts.ts';

/** 引き継ぎ（要確認）: places of later releases to which a verdict was carried over; one or several are confirmed. */
export function InheritedList(): ReactNode {
  const words = useText(verdictsText).inherited;
  const { confirmedMany } = useText(decidingText).place;
  const found = useInfiniteQuery(inheritedQuery);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const [ticked, setTicked] = useState<string[]>([]);
  const act = useDoing();
  const confirm = async () => {
    const places = (rows ?? []).filter((row) => ticked.includes(idOf(row))).map(placeOf);
    const isDone = await act(async () => confirmedMany((await matches.confirmInherited({ places })).places));
    if (isDone) setTicked([]);
  };
  return (
    <Panel>
      <Table
        list="inherited-verdicts"
        label={words.label}
        columns={useColumns()}
        rows={rows}
        idOf={idOf}
        nameOf={({ vulnerability, release }) => `${vulnerability.name} ${release.model.name} ${release.version}`}
        {...(useMayDecide()
          ? {
              selection: {
                ...{ ids: ticked, onChange: setTicked },
                actions: (
                  <Button size="small" weight="main" onClick={() => void confirm()}>
                    {words.confirm}
                  </Button>
                ),
              },
            }
          : {})}
        more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
        empty={<EmptyState why={words.empty} next={words.emptyNext} />}
        failed={
          found.isError && !found.data ? (
            <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
          ) : undefined
        }
      />
    </Panel>
  );
}

const placeOf = ({ release, vulnerability, product }: InheritedPlace) => ({
  ...{ release: release.id, vulnerability: vulnerability.name, product },
});
const idOf = (row: InheritedPlace): string => Object.values(placeOf(row)).join(' ');

function useColumns(): Column<InheritedPlace>[] {
  const { inherited: words, columns } = useText(verdictsText);
  const { byTechnology } = useText(text);
  const { justifications } = useText(verdictText);
  return [
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ vulnerability }) => <VulnerabilityName of={vulnerability} />,
    },
    {
      ...{ key: 'where', title: words.where, phone: 'main' },
      cell: ({ release, vulnerability, component, technology }) => (
        <Lines
          main={
            <Link
              to={'/products/$model/$release' as never}
              params={{ model: release.model.slug, release: release.slug } as never}
              search={{ row: vulnerability.name } as never}
            >
              <ReleaseWords release={release} />
            </Link>
          }
          sub={component ? <ComponentWords component={component} /> : byTechnology(technology ?? '')}
        />
      ),
    },
    {
      ...{ key: 'verdict', title: words.verdict, phone: 'corner' },
      cell: ({ verdict }) => (
        <Lines
          main={<VerdictStamp {...verdict} isOpen />}
          sub={verdict.justification ? justifications[verdict.justification] : null}
        />
      ),
    },
    {
      ...{ key: 'decided', title: columns.decided, phone: 'line' },
      cell: ({ verdict }) => <Lines main={<Time at={verdict.decidedAt} />} sub={verdict.author?.name} />,
    },
  ];
}
