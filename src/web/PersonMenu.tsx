import type { ReactNode } from 'react';
import { Menu, type MenuItem } from '#kit/Menu';
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

  const items: MenuItem[] = [{ label: words.signOut, icon: 'signOut', run: signOut }];
  if (own) items.unshift({ label: words.places.me, icon: own.icon, to: own.to });
  return (
    <Menu
      label={person.name}
      align="start"
      items={items}
      button={(button) => (
        <button {...button} type="button" className={classes.person}>
          <span className={classes.sign} aria-hidden="true">
            {[...person.name][0]}
          </span>
          <span className={classes.words}>
            <span>{person.name}</span>
            <span className={classes.roles}>{person.roles.join(' · ')}</span>
          </span>
        </button>
      )}
    />
  );
}
