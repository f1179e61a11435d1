import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { FactList } from '#kit/Facts';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, WithRail } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedShipment } from '../../contract/registers.ts';
import type { ReleasePage } from '../../contract/releases.ts';
import { FilesLink } from '../registers/FilesLink.tsx';
import { useTakingAway } from '../registers/use-taking-away.ts';
import { AddShipment } from './AddShipment.tsx';
import { releases, shipmentsQuery, shipmentTotalsQuery } from './queries.ts';
import { monthWords, regionWords } from './region-words.ts';
import { text } from './shipments-text.ts';

/** 出荷: units of a release by month and region, with their totals. */
export function ShipmentsTab({ release, mayChange }: { release: ReleasePage; mayChange: boolean }): ReactNode {
  const { shipments: words } = useText(text);
  const { language } = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const found = useInfiniteQuery(shipmentsQuery(release.id));
  const totals = useQuery(shipmentTotalsQuery(release.id)).data;
  const takeAway = useTakingAway(releases.removeShipment, releases.restoreShipment);
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const nameOf = ({ month, region }: ListedShipment) =>
    `${monthWords(month, language)} ${regionWords(region, language)}`;
  const columns: Column<ListedShipment>[] = [
    { key: 'month', title: words.month, phone: 'title', cell: ({ month }) => monthWords(month, language) },
    { key: 'region', title: words.region, cell: ({ region }) => regionWords(region, language) },
    { key: 'units', title: words.units, number: true, cell: ({ units }) => countText(units) },
  ];

  return (
    <WithRail
      rail={
        totals && totals.byRegion.length > 0 ? (
          <Panel title={words.byRegion} aside={words.total(countText(totals.units))} padded>
            <FactList
              facts={totals.byRegion.map(({ region, units }) => [regionWords(region, language), countText(units)])}
            />
          </Panel>
        ) : null
      }
    >
      <Panel
        title={words.title}
        aside={totals ? words.total(countText(totals.units)) : null}
        action={
          mayChange ? (
            <>
              <FilesLink register="shipments" size="small" />
              <Button size="small" icon="plus" onClick={() => setAdding(true)}>
                {words.add}
              </Button>
            </>
          ) : null
        }
      >
        <Table
          label={words.title}
          columns={columns}
          rows={rows}
          idOf={({ id }) => id}
          nameOf={nameOf}
          actions={(row) =>
            mayChange ? (
              <Button
                size="small"
                weight="quiet"
                icon="close"
                aria-label={words.removeOf(nameOf(row))}
                onClick={() => takeAway(nameOf(row), row)}
              >
                {words.remove}
              </Button>
            ) : null
          }
          more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
          empty={<EmptyState why={words.none} next={words.noneNext} />}
          failed={
            found.isError && !found.data ? (
              <LoadProblem thrown={found.error} retry={() => found.refetch()} />
            ) : undefined
          }
        />
      </Panel>
      <AddShipment releaseId={release.id} opened={isAdding} onClose={() => setAdding(false)} />
    </WithRail>
  );
}
