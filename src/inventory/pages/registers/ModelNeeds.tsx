import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { type Column, None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { ListedDependency } from '../../contract/registers.ts';
import type { ModelPage } from '../../contract.ts';
import { text as inventoryText } from '../../kind-text.ts';
import { successorsQuery } from '../queries.ts';
import { EntryForm } from './EntryForm.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { needsOfQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useSaid, useTakingAway } from './use-taking-away.ts';

type Related = { entry: ListedDependency; other: ListedDependency['on']; way: 'needs' | 'neededBy' };

/** What a model needs to work, and what needs it: a flaw of the one concerns the users of the other. */
export function ModelNeeds({ model, mayChange }: { model: ModelPage; mayChange: boolean }): ReactNode {
  const { needs: words, note } = useText(text);
  const { kinds } = useText(inventoryText);
  const found = useQuery(needsOfQuery(model.id));
  const takeAway = useTakingAway(registers.removeDependency, registers.restoreDependency);
  const rows = found.data && [
    ...found.data.needs.map((entry): Related => ({ entry, other: entry.on, way: 'needs' })),
    ...found.data.neededBy.map((entry): Related => ({ entry, other: entry.model, way: 'neededBy' })),
  ];
  const columns: Column<Related>[] = [
    {
      key: 'model',
      title: words.model,
      phone: 'title',
      cell: ({ other }) => (
        <Link to="/products/$model" params={{ model: other.slug } as never}>
          {other.name}
        </Link>
      ),
    },
    { key: 'kind', title: words.kind, cell: ({ other }) => kinds[other.kind] },
    { key: 'way', title: words.direction, cell: ({ way }) => words[way] },
    { key: 'note', title: note, cell: ({ entry }) => entry.note || <None /> },
  ];
  return (
    <EntryPanel
      title={words.title}
      add={words.add}
      mayChange={mayChange}
      columns={columns}
      found={found}
      rows={rows}
      idOf={({ entry }) => entry.id}
      nameOf={({ other }) => other.name}
      changes={false}
      takeAway={(name, { entry }) => takeAway(name, entry)}
      empty={<EmptyState why={words.none} next={words.noneNext} />}
      form={({ opened, onClose }) => <NeedForm model={model} opened={opened} onClose={onClose} />}
    />
  );
}

function NeedForm({ model, opened, onClose }: { model: ModelPage; opened: boolean; onClose: () => void }): ReactNode {
  const words = useText(text);
  const said = useSaid();
  const models = useQuery({ ...successorsQuery, enabled: opened }).data?.items ?? [];
  const options = models.filter(({ id }) => id !== model.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <EntryForm
      title={words.needs.add}
      opened={opened}
      onClose={onClose}
      fields={() => [
        { key: 'on', label: words.needs.which, hint: words.needs.whichHint, as: 'pick', options },
        { key: 'note', label: words.note, as: 'lines', optional: true, most: 2000 },
      ]}
      initial={{}}
      save={words.add}
      write={async ({ on = '', note = '' }) => {
        const made = await registers.createDependency({ modelId: model.id, onModelId: on, note });
        const name = options.find(({ value }) => value === on)?.label ?? '';
        await said(words.added(name), () => registers.removeDependency(made));
      }}
    />
  );
}
