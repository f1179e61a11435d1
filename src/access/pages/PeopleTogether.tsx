import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import type { Selection } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { GrantDialog } from './GrantDialog.tsx';
import { peopleText } from './people-text.ts';
import { api, type Person, peopleKey } from './queries.ts';
import { useChange } from './use-change.ts';

/** The ticks of the list of people; undefined for those who may not change anybody. */
export function usePeopleTogether(rows: Person[] | undefined): Selection | undefined {
  const mayWrite = useMay('person:write');
  const [ids, setIds] = useState<string[]>([]);
  if (!mayWrite) return undefined;
  // Who left the list by a change or another condition is not changed unseen.
  const people = rows?.filter(({ id }) => ids.includes(id)) ?? [];
  return {
    ids: people.map(({ id }) => id),
    onChange: setIds,
    actions: <Together people={people} onDone={() => setIds([])} />,
  };
}

/** What can be done with several people at once: a role, shutting out, letting in again. */
function Together(props: { people: Person[]; onDone: () => void }): ReactNode {
  const words = useText(peopleText);
  const [grants, setGrants] = useState(false);
  const active = props.people.filter(({ disabledAt }) => !disabledAt).map(({ id }) => id);
  const disabled = props.people.filter(({ disabledAt }) => disabledAt).map(({ id }) => id);
  const disabling = useChange({
    run: () => api.disablePeople({ ids: active }),
    stale: [peopleKey],
    said: ({ ids }) => words.done.manyDisabled(ids.length),
    undo: ({ ids }) => (ids.length > 0 ? () => api.enablePeople({ ids }) : null),
    done: props.onDone,
  });
  const enabling = useChange({
    run: () => api.enablePeople({ ids: disabled }),
    stale: [peopleKey],
    said: ({ ids }) => words.done.manyEnabled(ids.length),
    undo: ({ ids }) => (ids.length > 0 ? () => api.disablePeople({ ids }) : null),
    done: props.onDone,
  });
  return (
    <>
      <Button size="small" onClick={() => setGrants(true)}>
        {words.panel.give}
      </Button>
      {active.length > 0 ? (
        <Button size="small" busy={disabling.isPending} onClick={() => disabling.mutate(undefined)}>
          {words.panel.disable}
        </Button>
      ) : null}
      {disabled.length > 0 ? (
        <Button size="small" busy={enabling.isPending} onClick={() => enabling.mutate(undefined)}>
          {words.panel.enable}
        </Button>
      ) : null}
      {grants ? <GrantDialog people={props.people} onClose={() => setGrants(false)} onDone={props.onDone} /> : null}
    </>
  );
}
