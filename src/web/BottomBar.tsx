import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Dialog } from '#kit/Dialog';
import { Icon } from '#kit/Icon';
import { useText } from '#platform/browser/language';
import { AppearanceChoices } from './Appearance.tsx';
import classes from './BottomBar.module.css';
import { PersonMenu } from './PersonMenu.tsx';
import { placeOf, useOpenPlaces } from './places.tsx';
import { text } from './text.ts';

const SHOWN = 4;

/** On a phone: the first four places and the rest behind one more. */
export function BottomBar(): ReactNode {
  const words = useText(text);
  const { pathname } = useLocation();
  const [restOpen, setRestOpen] = useState(false);
  const open = useOpenPlaces();
  const first = open.filter((place) => !['settings', 'top'].includes(place.group)).slice(0, SHOWN);
  const rest = open.filter((place) => !first.includes(place));
  const here = placeOf(pathname)?.key;

  return (
    <>
      <nav className={classes.bar} aria-label={words.bottomMenu}>
        {first.map((place) => (
          <Link
            key={place.key}
            to={place.to}
            activeOptions={{ exact: true }}
            aria-current={here === place.key ? 'page' : undefined}
          >
            <Icon name={place.icon} size={20} />
            {words.places[place.key]}
          </Link>
        ))}
        <button type="button" onClick={() => setRestOpen(true)}>
          <Icon name="menu" size={20} />
          {words.everything}
        </button>
      </nav>
      <Dialog title={words.everything} opened={restOpen} onClose={() => setRestOpen(false)}>
        <ul className={classes.rest}>
          {rest.map((place) => (
            <li key={place.key}>
              <Link to={place.to} onClick={() => setRestOpen(false)}>
                <Icon name={place.icon} />
                {words.places[place.key]}
              </Link>
            </li>
          ))}
        </ul>
        <AppearanceChoices />
        <div className={classes.person}>
          <PersonMenu />
        </div>
      </Dialog>
    </>
  );
}
