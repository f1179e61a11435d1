import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '#kit/EmptyState';
import { type Column, None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ListedHardware } from '../../contract/registers.ts';
import type { ModelPage } from '../../contract.ts';
import { hardwareQuery } from '../release/queries.ts';
import { type Draft, type EntryField, EntryForm } from './EntryForm.tsx';
import { EntryPanel, type EntrySubject } from './EntryPanel.tsx';
import { registers } from './queries.ts';
import { text } from './text.ts';
import { useSaid, useTakingAway } from './use-taking-away.ts';

/** The hardware revisions of a model, with what decides which flaws of chips apply. */
export function ModelHardware({ model, mayChange }: { model: ModelPage; mayChange: boolean }): ReactNode {
  const { hardware: words, note } = useText(text);
  const found = useQuery(hardwareQuery(model.id));
  const takeAway = useTakingAway(registers.removeHardware, registers.restoreHardware);
  const columns: Column<ListedHardware>[] = [
    { key: 'name', title: words.name, phone: 'title', cell: ({ name }) => name },
    { key: 'soc', title: words.soc, cell: ({ soc }) => soc || <None /> },
    { key: 'board', title: words.board, cell: ({ board }) => board || <None /> },
    { key: 'releases', title: words.releases, number: true, cell: ({ releases }) => countText(releases) },
    { key: 'note', title: note, cell: ({ note: said }) => said || <None /> },
  ];
  return (
    <EntryPanel
      title={words.title}
      add={words.add}
      mayChange={mayChange}
      columns={columns}
      found={found}
      rows={found.data?.items}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      changes
      takeAway={takeAway}
      empty={<EmptyState why={words.none} next={words.noneNext} />}
      form={(subject) => <HardwareForm modelId={model.id} {...subject} />}
    />
  );
}

function HardwareForm(props: EntrySubject<ListedHardware> & { modelId: string }): ReactNode {
  const { modelId, entry, opened, onClose } = props;
  const words = useText(text);
  const said = useSaid();
  const fields: EntryField[] = [
    { key: 'name', label: words.hardware.name, hint: words.hardware.nameHint, as: 'line', most: 200 },
    { key: 'soc', label: words.hardware.soc, as: 'line', optional: true, most: 200 },
    { key: 'board', label: words.hardware.board, as: 'line', optional: true, most: 200 },
    { key: 'note', label: words.note, as: 'lines', optional: true, most: 2000 },
  ];
  const write = async ({ name = '', soc = '', board = '', note = '' }: Draft) => {
    const facts = { name, soc, board, note };
    if (entry === null) {
      const made = await registers.createHardware({ modelId, ...facts });
      return said(words.added(name), () => registers.removeHardware(made));
    }
    const saved = await registers.updateHardware({ id: entry.id, revision: entry.revision, ...facts });
    const { soc: socBefore, board: boardBefore, note: noteBefore } = entry;
    return said(words.saved(name), () =>
      registers.updateHardware({ ...saved, name: entry.name, soc: socBefore, board: boardBefore, note: noteBefore }),
    );
  };
  return (
    <EntryForm
      title={entry ? words.hardware.edit(entry.name) : words.hardware.add}
      opened={opened}
      onClose={onClose}
      fields={() => fields}
      initial={entry ? { name: entry.name, soc: entry.soc, board: entry.board, note: entry.note } : {}}
      save={entry ? words.save : words.add}
      write={write}
    />
  );
}
