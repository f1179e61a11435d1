import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange, useReason } from './use-change.ts';

/** Makes a division, or renames the one that is given. */
export function DivisionDialog(props: {
  division: { id: string; name: string } | null;
  onClose: () => void;
}): ReactNode {
  const words = useText(text);
  const reason = useReason();
  const { division, onClose } = props;
  const [name, setName] = useState(division?.name ?? '');
  const creating = useChange({
    run: (input: { name: string }) => api.createDivision(input),
    said: (_, input) => words.created(input.name),
    undo:
      ({ id }) =>
      () =>
        api.removeDivision({ id }),
    done: onClose,
    refused: 'form',
  });
  const renaming = useChange({
    run: (input: { id: string; name: string }) => api.renameDivision(input),
    said: (_, input) => words.saved(input.name),
    undo: () => (division ? () => api.renameDivision(division) : null),
    done: onClose,
    refused: 'form',
  });
  const saving = division ? renaming : creating;
  const save = () => (division ? renaming.mutate({ id: division.id, name }) : creating.mutate({ name }));
  return (
    <Dialog
      title={division ? words.rename : words.createDivision}
      opened
      onClose={onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="division" busy={saving.isPending}>
            {division ? words.save : words.createDivision}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="division"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Fields>
          <TextField
            name="division-name"
            label={words.divisionName}
            hint={words.divisionHint}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            maxLength={200}
            data-autofocus
            error={saving.error ? reason(saving.error) : undefined}
          />
        </Fields>
      </form>
    </Dialog>
  );
}
