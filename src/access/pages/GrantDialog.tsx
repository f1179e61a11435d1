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

/** Gives a person a role. */
export function GrantDialog(props: { person: Person; onClose: () => void }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const refusal = useRefusal();
  const { person } = props;
  const [draft, setDraft] = useState(newRole);
  const granting = useChange({
    run: () =>
      api.grantRole({
        personId: person.id,
        role: draft.role,
        divisionId: draft.divisionId,
        until: endOf(draft.untilOn),
      }),
    stale: [peopleKey],
    said: () => words.done.granted(person.name, roles[draft.role][language]),
    done: props.onClose,
    refused: 'form',
  });
  return (
    <Dialog
      title={words.grant.title(person.name)}
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
