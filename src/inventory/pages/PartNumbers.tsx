import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { EmptyState } from '#kit/EmptyState';
import { FormActions, TextArea } from '#kit/Field';
import { Id } from '#kit/Id';
import { Panel } from '#kit/Panel';
import { None, Table } from '#kit/Table';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ModelPage } from '../contract.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { printNumbers, readNumbers } from './number-lines.ts';
import { products } from './queries.ts';
import { refusalWords } from './refusal-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

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
  const { model: words, form, refusals } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const [lines, setLines] = useState(() => printNumbers(model.partNumbers));
  const [error, setError] = useState<string>();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { numbers, twice } = readNumbers(lines);
    setError(twice === null ? undefined : form.twice(twice));
    if (twice !== null) return;
    setBusy(true);
    try {
      const saved = await products.replacePartNumbers({ id: model.id, revision: model.revision, partNumbers: numbers });
      await changed();
      toast(words.saved, {
        undo: () =>
          products
            .replacePartNumbers({ ...saved, partNumbers: model.partNumbers })
            .then(changed, (thrown) => toast(refusalWords(thrown, refusals))),
      });
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={words.editNumbers} opened onClose={onClose} size="wide">
      <form onSubmit={save} noValidate>
        {refused ? <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} /> : null}
        <TextArea
          label={words.numbers}
          hint={words.numbersHint}
          name="numbers"
          rows={12}
          data-autofocus
          value={lines}
          error={error}
          onChange={(event) => setLines(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" weight="main" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
