import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { EmptyState } from '#kit/EmptyState';
import { TextArea } from '#kit/Field';
import { Id } from '#kit/Id';
import { Panel } from '#kit/Panel';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { None, Table } from '#kit/Table';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ModelPage } from '../contract.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { printNumbers, readNumbers } from './number-lines.ts';
import { products } from './queries.ts';
import { text } from './text.ts';
import { useChanged, useOrSay } from './use-changed.ts';
import { useRefusal } from './use-refusal.ts';

/** The part numbers of a model, edited together as lines of text: cells copied from Excel can be pasted. */
export function PartNumbers({ model }: { model: ModelPage }): ReactNode {
  const { model: words, products: listWords } = useText(text);
  const [isEditing, setEditing] = useState(false);
  const edit =
    model.mayChange && !model.removed ? (
      <Button size="small" weight="quiet" icon="edit" onClick={() => setEditing(true)}>
        {words.editNumbers}
      </Button>
    ) : null;
  return (
    <Panel
      title={words.numbers}
      aside={model.partNumbers.length > 0 ? words.numbersCount(model.partNumbers.length) : undefined}
      action={edit}
    >
      <Table
        label={words.numbers}
        columns={[
          { key: 'number', title: listWords.numbers.number, phone: 'title', cell: ({ number }) => <Id>{number}</Id> },
          { key: 'note', title: listWords.numbers.note, cell: ({ note }) => note || <None /> },
        ]}
        rows={model.partNumbers}
        idOf={({ id }) => id}
        nameOf={({ number }) => number}
        empty={<EmptyState why={words.noNumbers} next={edit ? words.noNumbersNext : undefined} />}
      />
      {isEditing ? <NumbersForm model={model} onClose={() => setEditing(false)} /> : null}
    </Panel>
  );
}

function NumbersForm({ model, onClose }: { model: ModelPage; onClose: () => void }): ReactNode {
  const { model: words, form } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const orSay = useOrSay(useRefusal());
  const [lines, setLines] = useState(() => printNumbers(model.partNumbers));

  const { numbers, twice } = readNumbers(lines);
  const save = async () => {
    const saved = await products.replacePartNumbers({ id: model.id, revision: model.revision, partNumbers: numbers });
    await changed();
    const partNumbers = model.partNumbers.map(({ number, note }) => ({ number, note }));
    const before = { ...saved, partNumbers };
    toast(words.saved, { undo: () => orSay(products.replacePartNumbers(before)) });
    onClose();
  };
  const { submit, faults, refused, busy } = useSubmit(save, () =>
    twice === null ? {} : { numbers: form.twice(twice) },
  );

  return (
    <Dialog title={words.editNumbers} opened onClose={onClose} size="wide">
      <form onSubmit={submit} noValidate>
        {refused ? <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} /> : null}
        <TextArea
          label={words.numbers}
          hint={words.numbersHint}
          name="numbers"
          rows={12}
          data-autofocus
          value={lines}
          error={faults.numbers}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        <SaveOrCancel save={words.save} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
