import { type ReactNode, useState } from 'react';
import { Dialog } from '#kit/Dialog';
import { Fields, TextArea } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { matches } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import { oneByOne } from './one-by-one.ts';
import { refusalOf } from './refusal.ts';
import { useDecided } from './use-deciding.ts';

/** What ends: verdicts that are revoked, or decisions of others that are sent back. */
export type Ending = { count: number } & (
  | { deed: 'revoke'; ids: string[] }
  | { deed: 'decline'; decisionIds: string[] }
);

/** Asks why, tells what follows, and ends them. */
export function EndDialog(props: { ending: Ending; onClose: () => void; onDone?: () => void }): ReactNode {
  const { ending, onClose } = props;
  const words = useText(decidingText);
  const [note, setNote] = useState('');
  const toast = useToast();
  const decided = useDecided();
  const isRevoking = ending.deed === 'revoke';
  const form = useSubmit<'note'>(
    async () => {
      const said = ending.deed === 'revoke' ? await revoke(ending.ids) : await decline(ending.decisionIds);
      await decided();
      props.onDone?.();
      onClose();
      toast(said);
    },
    () => (note.trim() === '' ? { note: words.place.whyNeeded } : {}),
  );
  const revoke = async (ids: string[]) => {
    const { places } = await matches.revokeVerdicts({ ids, note });
    return words.place.revoked(places);
  };
  const decline = async (decisionIds: string[]) => {
    const { done, refused } = await oneByOne(decisionIds, (id) => matches.declineDecision({ id, note }));
    return refused ? words.place.partly(done, decisionIds.length, refusalOf(refused, words)) : words.place.declined;
  };
  return (
    <Dialog title={isRevoking ? words.place.revokeTitle : words.place.declineTitle} opened onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        {form.refused ? (
          <Problem what={refusalOf(form.refused, words)} id={problemOf(form.refused)?.requestId} />
        ) : null}
        <Fields>
          <p>{isRevoking ? words.place.revokeWords(ending.count) : words.place.declineWords}</p>
          <TextArea
            name="end-note"
            label={words.place.why}
            error={form.faults.note}
            value={note}
            maxLength={4000}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Fields>
        <SaveOrCancel
          save={isRevoking ? words.place.revoke : words.place.decline}
          busy={form.busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
