import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { Id } from '#kit/Id';
import { Panel, Stack } from '#kit/Panel';
import { type Column, None, Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ContainedRelease, ReleasePage } from '../../contract/releases.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { useTakingAway } from '../registers/use-taking-away.ts';
import { AddModule } from './AddModule.tsx';
import { releases } from './queries.ts';
import { text } from './release-text.ts';

/** 構成: the modules inside a release at every depth, and the releases that it is inside of. */
export function ModulesTab({ release, mayChange }: { release: ReleasePage; mayChange: boolean }): ReactNode {
  const words = useText(text).modules;
  const [isAdding, setAdding] = useState(false);
  return (
    <Stack>
      <Panel
        title={words.contains}
        action={
          mayChange ? (
            <Button size="small" icon="plus" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          ) : null
        }
      >
        <Contained
          label={words.contains}
          rows={release.contains}
          mayChange={mayChange}
          empty={<EmptyState why={words.none} next={words.noneNext} />}
        />
      </Panel>
      <Panel title={words.containedIn}>
        <Contained
          label={words.containedIn}
          rows={release.containedIn}
          mayChange={false}
          empty={<EmptyState why={words.nowhere} />}
        />
      </Panel>
      <AddModule release={release} opened={isAdding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

const nameOf = ({ release }: ContainedRelease) => `${release.model.name} ${release.version}`;

function Contained(props: {
  label: string;
  rows: ContainedRelease[];
  mayChange: boolean;
  empty: ReactNode;
}): ReactNode {
  const { modules: words } = useText(text);
  const states = useText(releaseStateText);
  const takeAway = useTakingAway(releases.removeReleasePart, releases.restoreReleasePart, words.removed);
  const columns: Column<ContainedRelease>[] = [
    {
      key: 'release',
      title: words.release,
      phone: 'title',
      cell: (row) => (
        <Link
          to="/products/$model/$release"
          params={{ model: row.release.model.slug, release: row.release.slug } as never}
        >
          <Id>{nameOf(row)}</Id>
        </Link>
      ),
    },
    { key: 'state', title: words.state, cell: ({ release }) => states[release.state] },
    { key: 'how', title: words.how, cell: ({ depth }) => (depth === 1 ? words.direct : words.depth(depth)) },
    {
      key: 'components',
      title: words.components,
      number: true,
      cell: ({ components }) => countText(components),
    },
    { key: 'note', title: words.note, cell: ({ entry }) => entry?.note || <None /> },
  ];
  return (
    <Table
      label={props.label}
      columns={columns}
      rows={props.rows}
      idOf={({ release }) => release.id}
      nameOf={nameOf}
      actions={(row) =>
        props.mayChange && row.entry ? (
          <Button
            size="small"
            weight="quiet"
            icon="close"
            aria-label={words.remove(nameOf(row))}
            onClick={() => row.entry && takeAway(nameOf(row), row.entry)}
          >
            {words.removeShort}
          </Button>
        ) : null
      }
      empty={props.empty}
    />
  );
}
