import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Id } from '#kit/Id';
import { type Column, None, Note } from '#kit/Table';
import { useLanguage, useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { WhereFound } from '../../contract/components.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { dayWords } from '../support-words.ts';
import type { WhereRowOf } from './where-nodes.ts';
import { text } from './where-text.ts';

/** The columns of the answer; lines and models carry their names only. */
export function useWhereColumns(): Column<WhereRowOf>[] {
  const { language } = useLanguage();
  const words = useText(text);
  const states = useText(releaseStateText);
  const ofRelease = (cell: (found: WhereFound) => ReactNode) => (row: WhereRowOf) =>
    row.kind === 'release' ? cell(row.found) : null;

  return [
    { key: 'product', title: words.columns.name, sortable: true, phone: 'title', cell: (row) => <Name row={row} /> },
    { key: 'component', title: words.columns.component, cell: ofRelease((found) => <Components found={found} />) },
    {
      key: 'units',
      title: words.columns.units,
      number: true,
      sortable: true,
      cell: ofRelease(({ units }) => (units > 0 ? countText(units) : <None />)),
    },
    {
      key: 'state',
      title: words.columns.state,
      phone: 'corner',
      cell: ofRelease(({ release }) => states[release.state]),
    },
    {
      key: 'released',
      title: words.columns.released,
      sortable: true,
      cell: ofRelease(({ release }) =>
        release.releasedOn === null ? (
          <None />
        ) : (
          <time dateTime={release.releasedOn}>{dayWords(release.releasedOn, language)}</time>
        ),
      ),
    },
  ];
}

function Name({ row }: { row: WhereRowOf }): ReactNode {
  if (row.kind === 'line') return <strong>{row.name}</strong>;
  if (row.kind === 'model')
    return (
      <Link to="/products/$model" params={{ model: row.model.slug } as never}>
        <Id>{row.model.name}</Id>
      </Link>
    );
  const { release, line } = row.found;
  return (
    <>
      <Link to="/products/$model/$release" params={{ model: release.model.slug, release: release.slug } as never}>
        <Id>{row.withModel ? `${release.model.name} ${release.version}` : release.version}</Id>
      </Link>
      {release.hardware ? <Note>{release.hardware.name}</Note> : null}
      {row.withModel ? <Note>{line.name}</Note> : null}
    </>
  );
}

function Components({ found }: { found: WhereFound }): ReactNode {
  const words = useText(text);
  const more = found.componentCount - found.components.length;
  return (
    <>
      {found.components.map(({ id, name, version }) => (
        <span key={id}>
          <Id>{`${name} ${version ?? words.noVersion}`}</Id>{' '}
        </span>
      ))}
      {more > 0 ? <Note>{words.moreComponents(more)}</Note> : null}
    </>
  );
}
