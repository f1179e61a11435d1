import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { FormActions, TextField } from '#kit/Field';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { products } from './queries.ts';
import { refusalWords } from './refusal-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

export interface LineFormProps {
  line: { id: string; name: string; revision: number } | null;
  opened: boolean;
  onClose: () => void;
}

/** The dialog of a LineForm; it is loaded with the first of them. */
export function LineDialog(props: LineFormProps): ReactNode {
  const { line, opened, onClose } = props;
  const { line: words, form, model, refusals } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!opened) return;
    setName(line?.name ?? '');
    setError(undefined);
  }, [opened, line]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setError(form.needed.newLine);
    setBusy(true);
    try {
      if (line) await renamed(line);
      else await made();
      await changed();
      onClose();
    } catch (thrown) {
      setError(refusalWords(thrown, refusals));
    } finally {
      setBusy(false);
    }
  };
  const sayWhy = (thrown: unknown) => toast(refusalWords(thrown, refusals));
  const made = async () => {
    const { id, revision } = await products.createLine({ name });
    toast(words.made(name.trim()), { undo: () => products.removeLine({ id, revision }).then(changed, sayWhy) });
  };
  const renamed = async (before: { id: string; name: string; revision: number }) => {
    const { id, revision } = await products.renameLine({ id: before.id, revision: before.revision, name });
    toast(words.renamed(name.trim()), {
      undo: () => products.renameLine({ id, revision, name: before.name }).then(changed, sayWhy),
    });
  };

  return (
    <Dialog title={line ? words.rename : words.create} opened={opened} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <TextField
          label={words.name}
          name="line-name"
          value={name}
          error={error}
          data-autofocus
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" weight="main" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{model.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
