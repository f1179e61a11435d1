import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, TextArea } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import { text } from './divisions-text.ts';
import { api } from './queries.ts';
import { useChange, useReason } from './use-change.ts';

/** Makes several divisions at once, one name a line. */
export function DivisionsDialog(props: { onClose: () => void; onDone?: () => void }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const reason = useReason();
  const { onClose, onDone } = props;
  const [lines, setLines] = useState('');
  const [isAsked, setAsked] = useState(false);
  const names = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const listed = (all: string[]) => all.join(language === 'ja' ? '、' : ', ');
  const creating = useChange({
    run: () => api.createDivisions({ names }),
    said: ({ created, standing }) => words.created(created.length, listed(standing)),
    undo: ({ created }) => (created.length === 0 ? null : () => removeAll(created)),
    done: () => {
      onClose();
      onDone?.();
    },
    refused: 'form',
  });
  return (
    <Dialog
      title={words.title}
      opened
      onClose={onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="divisions" busy={creating.isPending}>
            {words.create(names.length)}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="divisions"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (names.length > 0) creating.mutate(undefined);
        }}
      >
        <Fields>
          <TextArea
            name="division-names"
            label={words.names}
            hint={words.hint}
            rows={6}
            value={lines}
            onChange={(event) => setLines(event.currentTarget.value)}
            data-autofocus
            error={creating.error ? reason(creating.error) : isAsked && names.length === 0 ? words.none : undefined}
          />
        </Fields>
      </form>
    </Dialog>
  );
}

async function removeAll(created: readonly { id: string }[]): Promise<void> {
  for (const { id } of created) await api.removeDivision({ id });
}
