import { type ReactNode, useState } from 'react';
import { useText } from '#platform/browser/language';
import { Dialog } from './Dialog.tsx';
import { CheckField, Fields, TextField } from './Field.tsx';
import { SaveOrCancel, useSubmit } from './Submit.tsx';
import { refusalOf } from './ViewActions.tsx';
import type { SavedView } from './Views.tsx';
import { text } from './view-text.ts';

const MOST_CHARACTERS = 40;

/** Asks for the name of a view, and when it is new whether others see it. */
export function ViewDialog(props: {
  /** The view to rename; null: a new one. */
  view: SavedView | null;
  onSave: (said: { name: string; shared: boolean }) => Promise<unknown>;
  onClose: () => void;
}): ReactNode {
  const words = useText(text);
  const { view } = props;
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(false);
  const { submit, faults, refused, busy } = useSubmit<'view-name'>(
    async () => {
      await props.onSave({ name: name.normalize('NFKC').trim(), shared });
      props.onClose();
    },
    () => (name.trim() === '' ? { 'view-name': words.refused.empty } : {}),
  );
  const error = faults['view-name'] ?? (refused ? refusalOf(refused, words.refused) : undefined);
  return (
    <Dialog title={view ? words.renameTitle(view.name) : words.title} opened onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        <Fields>
          {view ? null : <p>{words.hint}</p>}
          <TextField
            name="view-name"
            label={words.name}
            hint={words.nameHint}
            value={name}
            error={error}
            maxLength={MOST_CHARACTERS}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {view ? null : (
            <CheckField
              label={words.share}
              hint={words.shareHint}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
        </Fields>
        <SaveOrCancel save={view ? words.rename : words.submit} busy={busy} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}
