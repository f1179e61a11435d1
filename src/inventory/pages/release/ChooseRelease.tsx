import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { State } from '#kit/Chip';
import { Id } from '#kit/Id';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { type Column, None, Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedRelease } from '../../contract/releases.ts';
import { fieldStates } from '../../model/registers.ts';
import { releaseStateText } from '../../release-state-text.ts';
import { text } from './release-text.ts';
import { titleOf } from './release-title.ts';

/** Which of the releases of a version is meant; each leads to the same page of its own, with what the address asked of it. */
export function ChooseRelease({ releases }: { releases: [ListedRelease, ...ListedRelease[]] }): ReactNode {
  const { crumb, choose: words } = useText(text);
  const [{ model, version }] = releases;
  return (
    <>
      <PageHead
        title={titleOf({ model, version, hardware: null })}
        here={version}
        answer={words.answer(version, countText(releases.length))}
        crumbs={[
          { label: crumb, to: '/products' },
          { label: model.name, to: `/products/${model.slug}` },
        ]}
      />
      <Panel>
        <Table
          label={words.label}
          columns={useColumns()}
          rows={releases}
          idOf={({ id }) => id}
          nameOf={({ hardware }) => hardware?.name ?? version}
          empty={null}
        />
      </Panel>
    </>
  );
}

function useColumns(): Column<ListedRelease>[] {
  const { choose: words, facts, anyHardware } = useText(text);
  const states = useText(releaseStateText);
  return [
    {
      ...{ key: 'hardware', title: facts.hardware, phone: 'title' },
      cell: ({ slug, hardware }) => (
        <Link to="." params={((before: object) => ({ ...before, release: slug })) as never} search={true as never}>
          <Id>{hardware?.name ?? anyHardware}</Id>
        </Link>
      ),
    },
    {
      ...{ key: 'state', title: facts.state, phone: 'corner' },
      cell: ({ state }) => <State filled={fieldStates.some((one) => one === state)}>{states[state]}</State>,
    },
    {
      ...{ key: 'units', title: words.units, number: true },
      cell: ({ units }) => (units > 0 ? countText(units) : <None />),
    },
  ];
}
