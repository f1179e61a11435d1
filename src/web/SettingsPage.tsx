import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { useText } from '#platform/browser/language';
import { useOpenPlaces } from './places.tsx';
import classes from './SettingsPage.module.css';
import { text as settingsText } from './settings-text.ts';
import { text } from './text.ts';

/** The settings that the person may open, each with a line on what is there. */
export function SettingsPage(): ReactNode {
  const words = useText(text);
  const { answer, ...lines } = useText(settingsText);
  const hints: Record<string, string> = lines;
  return (
    <>
      <PageHead title={words.places.settings} answer={answer} />
      <Panel>
        <ul className={classes.list}>
          {useOpenPlaces()
            .filter((place) => place.group === 'settings')
            .map((place) => (
              <li key={place.key}>
                <Link to={place.to}>
                  <Icon name={place.icon} />
                  <span>
                    <b>{words.places[place.key]}</b>
                    <span>{hints[place.key]}</span>
                  </span>
                  <Icon name="right" />
                </Link>
              </li>
            ))}
        </ul>
      </Panel>
    </>
  );
}
