import type { ReactNode } from 'react';
import { IconButton } from '#kit/Button';
import { Chip } from '#kit/Chip';
import { Time } from '#kit/Time';
import { useLanguage, useText } from '#platform/browser/language';
import { roles } from '../model.ts';
import { useWhere } from './Divisions.tsx';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { api, type Person, peopleKey } from './queries.ts';
import { useChange } from './use-change.ts';

type Grant = Person['grants'][number];

/** The roles of a person, where and until when; each can be taken away, and given back by undo. */
export function RoleList(props: { person: Person; mayWrite: boolean }): ReactNode {
  const words = useText(peopleText);
  const { language } = useLanguage();
  const where = useWhere();
  const { person } = props;
  const nameOf = ({ role }: Grant) => roles[role][language];
  const revoking = useChange({
    run: (grant: Grant) => api.revokeRole({ personId: person.id, grantId: grant.id }),
    stale: [peopleKey],
    said: (_, grant) => words.done.revoked(person.name, nameOf(grant)),
    undo:
      (_, { role, divisionId, until }) =>
      () =>
        api.grantRole({ personId: person.id, role, divisionId, until }),
  });
  if (person.grants.length === 0) return <p>{words.noRole}</p>;
  return (
    <ul className={classes.roles}>
      {person.grants.map((grant) => (
        <li key={grant.id}>
          <span>
            <b>{nameOf(grant)}</b> {grant.ended ? <Chip>{words.panel.ended}</Chip> : null}
            <span className={classes.sub}>
              {where(grant.divisionId)}
              {grant.until ? (
                <>
                  {' · '}
                  {words.panel.until} <Time at={grant.until} />
                </>
              ) : null}
              {grant.source === 'oidc' ? ` · ${words.panel.byGroup}` : null}
            </span>
          </span>
          {props.mayWrite && grant.source === 'person' ? (
            <IconButton
              icon="close"
              label={words.panel.takeAway(nameOf(grant))}
              onClick={() => revoking.mutate(grant)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
