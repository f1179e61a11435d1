import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { ListWithPanel } from '#kit/Evidence';
import { FilterBar } from '#kit/FilterBar';
import { LoadProblem } from '#kit/LoadProblem';
import { Panel } from '#kit/Panel';
import { Table } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { Role, roles } from '../model.ts';
import type { PeopleState } from './PeoplePage.tsx';
import { usePeopleTogether } from './PeopleTogether.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { usePeopleColumns } from './people-columns.tsx';
import { peopleText } from './people-text.ts';
import { type PeopleView, peopleQuery } from './queries.ts';

/** The people that the conditions let through; a row opens the person beside it. */
export function PeopleList(props: { state: PeopleState; filter: PeopleView; onInvite: () => void }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const [state, setState] = props.state;
  const list = useInfiniteQuery(peopleQuery(props.filter));
  const columns = usePeopleColumns((id) => setState({ row: id }));
  const rows = list.data?.pages.flatMap(({ items }) => items);
  const opened = rows?.find(({ id }) => id === state.row);
  const selection = usePeopleTogether(rows);
  const isNarrowed = state.q !== '' || state.role.length > 0 || state.state !== 'active';
  return (
    <>
      <FilterBar
        search={{ label: words.find, value: state.q, onChange: (q) => setState({ q }, 'same') }}
        filters={[
          {
            key: 'role',
            label: words.filters.role,
            always: true,
            options: Role.options.map((value) => ({ value, label: roles[value][language] })),
            selected: state.role,
            // The server takes one role; the one chosen last counts.
            onChange: (selected) => setState({ role: Role.options.filter((one) => one === selected.at(-1)) }),
          },
          {
            key: 'state',
            label: words.filters.state,
            always: true,
            options: (['active', 'disabled'] as const).map((value) => ({ value, label: words.states[value] })),
            selected: state.state === 'all' ? [] : [state.state],
            onChange: (selected) =>
              setState({ state: (['active', 'disabled'] as const).find((one) => one === selected.at(-1)) ?? 'all' }),
          },
        ]}
      />
      <ListWithPanel panel={opened ? <PersonPanel person={opened} onClose={() => setState({ row: null })} /> : null}>
        <Panel>
          <Table
            list="people"
            label={words.label}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            nameOf={({ name }) => name}
            onOpen={({ id }) => setState({ row: id })}
            openId={state.row}
            {...(selection ? { selection } : {})}
            more={{
              total: list.data?.pages[0]?.total,
              load: list.hasNextPage ? () => list.fetchNextPage() : null,
              loading: list.isFetchingNextPage,
            }}
            empty={
              isNarrowed ? (
                <EmptyState
                  why={words.nothing}
                  action={<Button onClick={() => setState({ q: '', role: [], state: 'active' })}>{words.clear}</Button>}
                />
              ) : (
                <EmptyState
                  why={words.none}
                  next={words.noneNext}
                  action={<Button onClick={props.onInvite}>{words.invite}</Button>}
                />
              )
            }
            failed={list.isError ? <LoadProblem thrown={list.error} retry={() => list.refetch()} /> : undefined}
          />
        </Panel>
      </ListWithPanel>
    </>
  );
}
