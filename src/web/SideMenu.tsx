import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { Icon } from '#kit/Icon';
import { useText } from '#platform/browser/language';
import { Mark } from './Mark.tsx';
import { useMakerName } from './maker.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { type Place, placeOf, useOpenPlaces } from './places.tsx';
import classes from './SideMenu.module.css';
import { text } from './text.ts';

const groups = ['start', 'find', 'act', 'prepare'] as const;

/** The menu of the house in the order of the work; at its foot the person. */
export function SideMenu(): ReactNode {
  const words = useText(text);
  const makerName = useMakerName();
  const open = useOpenPlaces();
  return (
    <div className={classes.side}>
      <div className={classes.brand}>
        <Mark />
        <span>Mamori</span>
        <span className={classes.maker}>{makerName}</span>
      </div>
      <nav aria-label={words.mainMenu} className={classes.menu}>
        {groups.map((group) => {
          const inGroup = open.filter((place) => place.group === group);
          if (inGroup.length === 0) return null;
          return (
            <Fragment key={group}>
              {words.groups[group] ? <p className={classes.group}>{words.groups[group]}</p> : null}
              <ul>
                {inGroup.map((place) => (
                  <PlaceLine key={place.key} place={place} />
                ))}
              </ul>
            </Fragment>
          );
        })}
      </nav>
      <PersonMenu />
    </div>
  );
}

function PlaceLine(props: { place: Place }): ReactNode {
  const words = useText(text);
  const { pathname } = useLocation();
  const here = placeOf(pathname);
  const current = here?.key === props.place.key || (here?.group === 'settings' && props.place.key === 'settings');
  return (
    <li>
      <Link to={props.place.to} activeOptions={{ exact: true }} aria-current={current ? 'page' : undefined}>
        <Icon name={props.place.icon} />
        {words.places[props.place.key]}
      </Link>
    </li>
  );
}
