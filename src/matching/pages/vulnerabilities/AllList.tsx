import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { VulnerabilityRef } from '#intelligence/model';
import { type Column, None } from '#kit/Table';
import { Day } from '#kit/Time';
import { todayInJapan } from '#platform/browser/calendar';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import { MatchChip } from '../MatchChip.tsx';
import { touchingCountsQuery, vulnerabilitiesQuery } from '../queries.ts';
import { Severity } from '../Severity.tsx';
import { text } from '../text.ts';
import { VulnerabilityName } from '../VulnerabilityName.tsx';
import { ListTable } from './ListTable.tsx';
import { askedList, type ListState } from './list-state.ts';

/** Everything that is known, with what of it touches us. */
export function AllList({ state }: { state: ListState }): ReactNode {
  const words = useText(text).list;
  const found = useInfiniteQuery(vulnerabilitiesQuery(askedList(state)));
  const columns = useAllColumns(found.data?.pages.map(({ items }) => items.map(({ name }) => name)) ?? []);
  return <ListTable {...{ label: words.tabs.all, columns, found, state }} nameOf={({ name }) => name} />;
}

/** @param pages  the names in each page, whose counts are asked page by page */
function useAllColumns(pages: string[][]): Column<VulnerabilityRef>[] {
  const { columns } = useText(text);
  const counts = useQueries({ queries: pages.map((names) => touchingCountsQuery(names)) });
  const countOf = new Map(counts.flatMap(({ data }) => data?.items ?? []).map((one) => [one.name, one]));
  return [
    { key: 'severity', title: columns.severity, phone: 'lead', cell: (row) => <Severity of={row} /> },
    {
      key: 'vulnerability',
      title: columns.vulnerability,
      phone: 'title',
      cell: (row) => <VulnerabilityName of={row} />,
    },
    {
      ...{ key: 'touched', title: columns.touched, phone: 'corner' },
      cell: ({ name }) => {
        const found = countOf.get(name);
        return found ? <MatchChip value={found.match} /> : <None />;
      },
    },
    {
      ...{ key: 'units', title: columns.units, number: true },
      cell: ({ name }) => {
        const units = countOf.get(name)?.counts.units ?? 0;
        return units > 0 ? countText(units) : <None />;
      },
    },
    {
      ...{ key: 'published', title: columns.published },
      cell: ({ publishedAt }) => (publishedAt === null ? <None /> : <Day on={dayIn(publishedAt)} />),
    },
  ];
}

const dayIn = (at: string) => todayInJapan(Temporal.Instant.from(at)).toString();
