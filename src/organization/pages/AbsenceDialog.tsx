import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { ChoiceField, Fields, TextField } from '#kit/Field';
import { todayInJapan } from '#platform/browser/calendar';
import { useText } from '#platform/browser/language';
import type { Absence, AbsenceKind } from '../model.ts';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange, useReason } from './use-change.ts';

/** Records that a person is away, or when the one that is given ends. */
export function AbsenceDialog(props: { personId: string; absence: Absence | null; onClose: () => void }): ReactNode {
  const { absence: words, save, cancel } = useText(text);
  const reason = useReason();
  const { personId, absence, onClose } = props;
  const [kind, setKind] = useState<AbsenceKind>(absence?.kind ?? 'leave');
  const [fromOn, setFrom] = useState(() => absence?.fromOn ?? todayInJapan(Temporal.Now.instant()).toString());
  const [until, setUntil] = useState(absence?.untilOn ?? '');
  const recording = useChange({
    run: (untilOn: string | null) => api.recordAbsence({ personId, kind, fromOn, untilOn }),
    said: () => words.recorded,
    undo:
      ({ id }) =>
      () =>
        api.removeAbsence({ id }),
    done: onClose,
    refused: 'form',
  });
  const ending = useChange({
    run: (untilOn: string | null) => api.endAbsence({ id: absence?.id ?? '', untilOn }),
    said: () => words.changed,
    undo: () => () => api.endAbsence({ id: absence?.id ?? '', untilOn: absence?.untilOn ?? null }),
    done: onClose,
    refused: 'form',
  });
  const saving = absence ? ending : recording;
  return (
    <Dialog
      title={absence ? words.end : words.record}
      opened
      onClose={onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="absence" busy={saving.isPending}>
            {absence ? save : words.record}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </>
      }
    >
      <form
        id="absence"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(until || null);
        }}
      >
        <Fields>
          {absence ? null : (
            <>
              <ChoiceField
                name="absence-kind"
                label={words.kind}
                hint={words.hint}
                value={kind}
                onChange={setKind}
                options={(['leave', 'away'] as const).map((value) => ({ value, label: words.kinds[value] }))}
              />
              <TextField
                name="absence-from"
                type="date"
                label={words.from}
                value={fromOn}
                onChange={(event) => setFrom(event.currentTarget.value)}
                required
              />
            </>
          )}
          <TextField
            name="absence-until"
            type="date"
            label={words.until}
            hint={words.untilHint}
            optional
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={saving.error ? reason(saving.error) : undefined}
          />
        </Fields>
      </form>
    </Dialog>
  );
}
