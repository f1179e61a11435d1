import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, SelectField, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import { LinkDialog } from './LinkDialog.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { api, peopleKey } from './queries.ts';
import { endOf, newRole, RoleFields } from './RoleFields.tsx';
import { useChange } from './use-change.ts';
import { detailOf, useRefusal } from './use-refusal.ts';

const lives = [1, 7, 14, 30];

/** Invites somebody new with their first role, and shows the link. */
export function InviteDialog(props: { onClose: () => void }): ReactNode {
  const words = useText(peopleText);
  const refusal = useRefusal();
  const [who, setWho] = useState({ name: '', email: '' });
  const [draft, setDraft] = useState(newRole);
  const [days, setDays] = useState(7);
  const inviting = useChange({
    run: () =>
      api.invitePerson({
        ...who,
        role: draft.role,
        divisionId: draft.divisionId,
        roleUntil: endOf(draft.untilOn),
        days,
      }),
    stale: [peopleKey],
    refused: 'form',
  });
  if (inviting.data) return <LinkDialog link={inviting.data} name={who.name} onClose={props.onClose} />;
  const isKnown = detailOf(inviting.error, 'obstacle') === 'email-known';
  return (
    <Dialog
      title={words.inviteForm.title}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="invite" busy={inviting.isPending}>
            {words.inviteForm.submit}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="invite"
        onSubmit={(event) => {
          event.preventDefault();
          inviting.mutate(undefined);
        }}
      >
        <Fields>
          {inviting.error && !isKnown ? (
            <p className={classes.failed} role="alert">
              {refusal(inviting.error)}
            </p>
          ) : null}
          <TextField
            name="invite-name"
            label={words.inviteForm.name}
            value={who.name}
            onChange={(event) => setWho({ ...who, name: event.currentTarget.value })}
            required
            maxLength={100}
            data-autofocus
          />
          <TextField
            name="invite-email"
            type="email"
            label={words.inviteForm.email}
            value={who.email}
            onChange={(event) => setWho({ ...who, email: event.currentTarget.value })}
            required
            error={isKnown ? refusal(inviting.error) : undefined}
          />
          <RoleFields draft={draft} onChange={setDraft} />
          <SelectField
            name="invite-days"
            label={words.inviteForm.days}
            value={String(days)}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
            options={lives.map((life) => ({ value: String(life), label: words.inviteForm.dayChoice(life) }))}
          />
        </Fields>
      </form>
    </Dialog>
  );
}
