import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import classes from './PersonMenu.module.css';
import { useOpenPlaces } from './places.tsx';
import { useSignOut } from './session.ts';
import { text } from './text.ts';

/** Who is signed in, with their roles; opens their own settings and the way out. */
export function PersonMenu(): ReactNode {
  const words = useText(text);
  const person = usePerson();
  const own = useOpenPlaces().find((place) => place.key === 'me');
  const signOut = useSignOut();
  if (!person) return null;

  return (
    <Menu position="top-start" width={184}>
      <Menu.Target>
        <button type="button" className={classes.person}>
          <span className={classes.sign} aria-hidden="true">
            {[...person.name][0]}
          </span>
          <span className={classes.words}>
            <span>{person.name}</span>
            <span className={classes.roles}>{person.roles.join(' · ')}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {own ? (
          <Menu.Item component={Link} to={own.to} leftSection={<Icon name="person" />}>
            {words.places.me}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={signOut}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
