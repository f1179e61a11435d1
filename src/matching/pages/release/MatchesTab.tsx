import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { severities } from '#intelligence/model';
import { text as intelligenceText } from '#intelligence/text';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { ExportButton } from '#kit/ExportButton';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel, Stack } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { Table } from '#kit/Table';
import { useUrlState } from '#kit/UrlState';
import { formatInstant } from '#platform/browser/calendar';
import { useLanguage, useText } from '#platform/browser/language';
import { text as verdictText } from '#verdicts/text';
import type { Exposure } from '../../contract.ts';
import { DecidedAs, matchValues, settledReasons, standings } from '../../model.ts';
import { text as matchingText } from '../../text.ts';
import { useMayDecide } from '../decide/may-decide.ts';
import { exposuresQuery, releaseCountsQuery } from '../queries.ts';
import { text } from '../text.ts';
import { EvidenceOfMatch } from './EvidenceOfMatch.tsx';
import { useExposureColumns } from './exposure-columns.tsx';
import { MatchActions } from './MatchActions.tsx';
import { MatchFacts, ResultLinks } from './MatchFacts.tsx';
import { askedMatches, type ChangeMatch, type MatchState, matchParams, readRow, rowId } from './match-state.ts';
import { Unmatched } from './Unmatched.tsx';
import { useDecideHere } from './use-decide-here.tsx';

/** The match results of a release; a row opens the evidence beside it. */
export function MatchesTab({ releaseId }: { releaseId: string }): ReactNode {
  const words = useText(text).release;
  const { language } = useLanguage();
  const [state, change] = useUrlState(matchParams);
  const asked = askedMatches(state);
  const found = useInfiniteQuery(exposuresQuery(releaseId, asked));
  const rows = found.data?.pages.flatMap(({ items }) => items);
  const counted = useQuery(releaseCountsQuery(releaseId));
  const counts = counted.data;
  const columns = useExposureColumns(state.row === null ? 'wide' : 'beside');
  const filters = useFilters(state, change);
  const mayDecide = useMayDecide();
  const [ticked, setTicked] = useState<string[]>([]);
  const deciding = useDecideHere({ releaseId, rows, ticked, row: state.row, onDone: () => setTicked([]) });
  // The numbers stand above the list: it comes with them, so that it does not move.
  if (counted.isPending) return <Skeleton rows={14} />;
  return (
    <Stack>
      {counts ? <MatchFacts counts={counts} /> : null}
      <div>
        <FilterBar
          views={{ list: 'release-matches', params: matchParams }}
          search={{ label: words.search, value: state.mq, onChange: (mq) => change({ mq }, 'same') }}
          filters={filters}
          result={counts ? <ResultLinks counts={counts} /> : undefined}
        >
          <ExportButton
            list="release-matches"
            href={(format) =>
              `/api/releases/${releaseId}/exposures/export?${new URLSearchParams({ ...asked, format, language })}`
            }
          />
        </FilterBar>
      </div>
      <ListWithPanel
        panel={
          state.row === null ? null : (
            <EvidenceOfMatch
              {...{ releaseId, ...readRow(state.row), onDecide: deciding.decideOpen }}
              onClose={() => change({ row: null })}
            />
          )
        }
      >
        <Panel>
          <Table
            list="release-matches"
            label={words.label}
            columns={columns}
            rows={rows}
            idOf={({ vulnerability, component }) => rowId(vulnerability.name, component)}
            nameOf={({ vulnerability }) => vulnerability.name}
            onOpen={({ vulnerability, component }) => change({ row: rowId(vulnerability.name, component) })}
            openId={openIn(rows, state.row)}
            {...(mayDecide
              ? {
                  rowKey: deciding.rowKey,
                  selection: {
                    ...{ ids: ticked, onChange: setTicked },
                    actions: (
                      <MatchActions
                        releaseId={releaseId}
                        rows={deciding.selected}
                        isMore={found.hasNextPage}
                        onDecide={deciding.decideSelected}
                        onDecideAll={() => deciding.decideAll(asked)}
                        onDone={() => setTicked([])}
                      />
                    ),
                  },
                }
              : {})}
            more={{ load: found.hasNextPage ? () => found.fetchNextPage() : null, loading: found.isFetchingNextPage }}
            empty={<Nothing isNarrowed={Object.keys(asked).length > 0} matchedAt={counts?.matchedAt ?? null} />}
            failed={
              found.isError && !found.data ? (
                <LoadProblem thrown={found.error} retry={() => void found.refetch()} />
              ) : undefined
            }
          />
        </Panel>
      </ListWithPanel>
      {found.isPending ? null : <Unmatched releaseId={releaseId} />}
      {deciding.dialog}
    </Stack>
  );
}

/** The row whose evidence is open; a bare name is the worst of its places, which comes first. */
function openIn(rows: readonly Exposure[] | undefined, row: string | null): string | null {
  const named = rows?.find(({ vulnerability }) => vulnerability.name === row);
  return named ? rowId(named.vulnerability.name, named.component) : row;
}

function Nothing({ isNarrowed, matchedAt }: { isNarrowed: boolean; matchedAt: string | null }): ReactNode {
  const { release: words, list } = useText(text);
  const { language } = useLanguage();
  if (isNarrowed) return <EmptyState why={list.empty} />;
  const at =
    matchedAt === null ? null : formatInstant(Temporal.Instant.from(matchedAt), language, Temporal.Now.instant());
  return <EmptyState why={words.empty} next={words.emptyNext(at)} />;
}

function useFilters(state: MatchState, change: ChangeMatch): Filter[] {
  const { release: words, list } = useText(text);
  const results = useText(matchingText).results;
  const names = useText(intelligenceText).severities;
  const { statuses, inherited, states } = useText(verdictText);
  const decidedAs = { ...statuses, none: words.undecided, inherited, waiting: states.waiting };
  return [
    {
      ...{ key: 'match', label: words.filters.match, selected: state.match, always: true },
      options: matchValues.map((value) => ({ value, label: results[value] })),
      onChange: (match) => change({ match: match as MatchState['match'] }),
    },
    {
      ...{ key: 'severity', label: words.filters.severity, selected: state.severity, always: true },
      options: [...severities].reverse().map((value) => ({ value, label: names[value] })),
      onChange: (severity) => change({ severity: severity as MatchState['severity'] }),
    },
    {
      ...{ key: 'verdict', label: words.filters.verdict, selected: state.verdict, always: true },
      options: DecidedAs.options.map((value) => ({ value, label: decidedAs[value] })),
      onChange: (verdict) => change({ verdict: verdict as MatchState['verdict'] }),
    },
    {
      ...{ key: 'exploited', label: words.filters.exploited, selected: state.exploited },
      options: [{ value: 'only', label: list.exploitedOnly }],
      onChange: (exploited) => change({ exploited: exploited as MatchState['exploited'] }),
    },
    {
      ...{ key: 'reason', label: words.filters.reason, selected: state.reason },
      options: settledReasons.map((value) => ({ value, label: words.reasons[value] })),
      onChange: (reason) => change({ reason: reason as MatchState['reason'] }),
    },
    {
      ...{ key: 'standing', label: words.filters.standing, selected: state.standing },
      options: standings.map((value) => ({ value, label: words.standings[value] })),
      onChange: (standing) => change({ standing: standing as MatchState['standing'] }),
    },
  ];
}
