import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { AgainDialog } from './AgainDialog.tsx';
import { GrantDialog } from './GrantDialog.tsx';
import { joined } from './joined.ts';
import classes from './people.module.css';
import { wayWords } from './people-columns.tsx';
import { peopleText } from './people-text.ts';
import { api, type Person, peopleKey } from './queries.ts';
import { RoleList } from './RoleList.tsx';
import { useChange } from './use-change.ts';

/** One person: their roles, how they sign in, and what an administrator can do for or against it. */
export function PersonPanel(props: { person: Person; onClose: () => void }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const mayWrite = useMay('person:write');
  const { person } = props;
  const [asked, setAsked] = useState<'grant' | 'again' | null>(null);
  const close = () => setAsked(null);
  return (
    <EvidencePanel title={person.name} label={person.name} onClose={props.onClose}>
      <EvidenceSection title={words.panel.roles}>
        <RoleList person={person} mayWrite={mayWrite} />
        {mayWrite ? (
          <Button size="small" icon="plus" onClick={() => setAsked('grant')}>
            {words.panel.give}
          </Button>
        ) : null}
      </EvidenceSection>
      <EvidenceSection title={words.panel.signIn}>
        <FactList
          facts={[
            [words.columns.signIn, joined(wayWords(person.signIn, words.ways), language) || words.ways.none],
            [words.columns.seen, person.seenAt ? <Time key="seen" at={person.seenAt} /> : words.never],
            [words.panel.joined, <Time key="joined" at={person.createdAt} />],
            person.disabledAt ? [words.panel.disabledAt, <Time key="disabled" at={person.disabledAt} />] : null,
          ]}
        />
        {mayWrite ? <SignInActions person={person} onAgain={() => setAsked('again')} /> : null}
      </EvidenceSection>
      {asked === 'grant' ? <GrantDialog people={[person]} onClose={close} /> : null}
      {asked === 'again' ? <AgainDialog person={person} onClose={close} /> : null}
    </EvidencePanel>
  );
}

function SignInActions(props: { person: Person; onAgain: () => void }): ReactNode {
  const words = useText(peopleText);
  const { id, name, disabledAt } = props.person;
  const disabling = useChange({
    run: () => api.disablePerson({ id }),
    stale: [peopleKey],
    said: () => words.done.disabled(name),
    undo: () => () => api.enablePerson({ id }),
  });
  const enabling = useChange({
    run: () => api.enablePerson({ id }),
    stale: [peopleKey],
    said: () => words.done.enabled(name),
    undo: () => () => api.disablePerson({ id }),
  });
  const signingOut = useChange({
    run: () => api.endSessionsOf({ id }),
    stale: [peopleKey],
    said: ({ ended }) => words.done.signedOut(ended),
  });
  return (
    <div className={classes.buttons}>
      {disabledAt ? (
        <Button size="small" busy={enabling.isPending} onClick={() => enabling.mutate(undefined)}>
          {words.panel.enable}
        </Button>
      ) : (
        <>
          <Button size="small" busy={signingOut.isPending} onClick={() => signingOut.mutate(undefined)}>
            {words.panel.out}
          </Button>
          <Button size="small" onClick={props.onAgain}>
            {words.panel.again}
          </Button>
          <Button size="small" busy={disabling.isPending} onClick={() => disabling.mutate(undefined)}>
            {words.panel.disable}
          </Button>
        </>
      )}
    </div>
  );
}
