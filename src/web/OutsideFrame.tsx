import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { LanguageButton, SchemeButton } from './Appearance.tsx';
import { Mark } from './Mark.tsx';
import classes from './OutsideFrame.module.css';
import { shellQuery } from './session.ts';
import { text } from './text.ts';

/** The frame of a single task for somebody who is not signed in: the maker's name and no menu. */
export function OutsideFrame(): ReactNode {
  const words = useText(text);
  const { makerName } = useSuspenseQuery(shellQuery).data;
  return (
    <>
      <a className={classes.skip} href="#main">
        {words.skip}
      </a>
      <header className={classes.top}>
        <Mark />
        <span className={classes.name}>{makerName || 'Mamori'}</span>
        <span className={classes.tools}>
          <LanguageButton />
          <SchemeButton />
        </span>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </>
  );
}
