import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields } from '#kit/Field';
import { useLanguage, useText } from '#platform/browser/language';
import { roles } from '../model.ts';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { api, type Person, peopleKey } from './queries.ts';
import { endOf, newRole, RoleFields } from './RoleFields.tsx';
import { useChange } from './use-change.ts';
import { useRefusal } from './use-refusal.ts';

/** Gives one or several people a role. */
export function GrantDialog(props: { people: Person[]; onClose: () => void; onDone?: () => void }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const refusal = useRefusal();
  const { people } = props;
  const who = people.length === 1 ? (people[0]?.name ?? '') : words.severalPeople(people.length);
  const [draft, setDraft] = useState(newRole);
  const granting = useChange({
    run: () =>
      api.grantRoleToMany({
        personIds: people.map(({ id }) => id),
        role: draft.role,
        divisionId: draft.divisionId,
        until: endOf(draft.untilOn),
      }),
    stale: [peopleKey],
    said: () => words.done.granted(who, roles[draft.role][language]),
    done: () => {
      props.onDone?.();
      props.onClose();
    },
    refused: 'form',
  });
  return (
    <Dialog
      title={words.grant.title(who)}
      opened
      onClose={props.onClose}
      actions={
        <>
          <Button weight="main" type="submit" form="grant" busy={granting.isPending}>
            {words.grant.submit}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="grant"
        onSubmit={(event) => {
          event.preventDefault();
          granting.mutate(undefined);
        }}
      >
        <Fields>
          {granting.error ? (
            <p className={classes.failed} role="alert">
              {refusal(granting.error)}
            </p>
          ) : null}
          <RoleFields draft={draft} onChange={setDraft} />
        </Fields>
      </form>
    </Dialog>
  );
}
