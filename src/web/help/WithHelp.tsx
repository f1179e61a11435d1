import { useMatches } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useActions } from '#kit/Keys';
import { HelpOffer } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { text } from '../text.ts';

const HelpPanel = lazy(() => import('../beside.ts').then((loaded) => ({ default: loaded.HelpPanel })));

/** Gives every page below it its help: a button in its head, `h`, and a line in the palette. */
export function WithHelp(props: { children: ReactNode }): ReactNode {
  const words = useText(text);
  const path = useMatches({ select: (matches): string => matches.at(-1)?.fullPath ?? '' });
  const [opened, setOpened] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = useCallback(() => {
    setWasOpened(true);
    setOpened(true);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: help is about one page and closes with it
  useEffect(() => setOpened(false), [path]);
  useActions([{ keys: 'h', label: words.help, reading: 'へるぷ', run: open }]);
  return (
    <HelpOffer value={open}>
      {props.children}
      {wasOpened ? (
        <Suspense>
          <HelpPanel path={path} opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </HelpOffer>
  );
}
