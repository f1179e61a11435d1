import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Chip } from '#kit/Chip';
import { None } from '#kit/Table';
import { useText } from '#platform/browser/language';
import type { Acting, Holding, PersonRef } from '../model.ts';
import classes from './PersonName.module.css';
import { text } from './text.ts';

/** A person by name, leading to what they hold. */
export function PersonLink(props: { person: PersonRef }): ReactNode {
  const { id, name } = props.person;
  return (
    <Link to={`/settings/organization/people/${id}`} className={classes.name}>
      {name}
    </Link>
  );
}

/** Who holds a post, and whether they are there. Nobody is red where somebody has to be. */
export function HoldingCell(props: { holding: Holding | null; needed?: boolean }): ReactNode {
  const words = useText(text);
  const { holding } = props;
  if (!holding)
    return props.needed ? (
      <Chip tone="alert" icon="warning">
        {words.noHolder}
      </Chip>
    ) : (
      <None />
    );
  const { person, absence } = holding;
  return (
    <span className={classes.person}>
      <PersonLink person={person} />
      {person.hasLeft ? (
        <Chip tone="alert" icon="warning">
          {words.left}
        </Chip>
      ) : absence ? (
        <Chip>{absence.kind === 'leave' ? words.onLeave : words.away}</Chip>
      ) : null}
    </span>
  );
}

/** Who does the work today. */
export function ActingCell(props: { acting: Acting }): ReactNode {
  const words = useText(text);
  const { person, as } = props.acting;
  if (!person)
    return (
      <Chip tone="alert" icon="warning">
        {words.nobody}
      </Chip>
    );
  return (
    <span className={classes.person}>
      <span className={classes.name}>{person.name}</span>
      {as === 'deputy' ? <Chip>{words.person.kinds.deputy}</Chip> : null}
    </span>
  );
}
