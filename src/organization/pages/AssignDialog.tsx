import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, TextField } from '#kit/Field';
import { todayInJapan } from '#platform/browser/calendar';
import { useText } from '#platform/browser/language';
import type { HoldingKind, Post } from '../model.ts';
import { PersonPick } from './PersonPick.tsx';
import { text } from './text.ts';
import { useReason } from './use-change.ts';
import { useHandOver } from './use-hand-over.ts';

/** Gives one post to another holder or deputy, from a day on. */
export function AssignDialog(props: { post: Post; kind: HoldingKind; onClose: () => void }): ReactNode {
  const words = useText(text);
  const { post, kind, onClose } = props;
  const reasonOf = useReason();
  const [toPersonId, setPerson] = useState(post[kind]?.person.id ?? null);
  const [effectiveOn, setDay] = useState(() => todayInJapan(Temporal.Now.instant()).toString());
  const [reason, setReason] = useState('');
  const assigning = useHandOver({ done: onClose });
  const name = `${post.division.name} ${post.name}`;
  return (
    <Dialog
      title={kind === 'holder' ? words.assign.holderOf(name) : words.assign.deputyOf(name)}
      opened
      onClose={onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="assign" busy={assigning.isPending}>
            {words.assign[kind]}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="assign"
        onSubmit={(event) => {
          event.preventDefault();
          assigning.mutate({ moves: [{ postId: post.id, kind, toPersonId }], effectiveOn, reason });
        }}
      >
        <Fields>
          <PersonPick
            name="assign-person"
            label={words.assign.person}
            hint={words.assign.nobody}
            optional
            value={toPersonId}
            onChange={setPerson}
            known={post[kind]?.person}
            error={assigning.error ? reasonOf(assigning.error) : undefined}
          />
          <TextField
            name="assign-from"
            type="date"
            label={words.assign.from}
            hint={words.assign.fromHint}
            value={effectiveOn}
            onChange={(event) => setDay(event.currentTarget.value)}
            required
          />
          <TextField
            name="assign-reason"
            label={words.assign.reason}
            hint={words.assign.reasonHint}
            optional
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
          />
          <p>{words.assign.told}</p>
        </Fields>
      </form>
    </Dialog>
  );
}
