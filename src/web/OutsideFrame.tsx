import { type ErrorComponentProps, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { LanguageButton, SchemeButton } from './Appearance.tsx';
import { BrokenPage } from './EndPages.tsx';
import { WithHelp } from './help/WithHelp.tsx';
import { Mark } from './Mark.tsx';
import { useMakerName } from './maker.ts';
import classes from './OutsideFrame.module.css';
import { text } from './text.ts';

/** The frame of a single task for somebody who is not signed in: the maker's name and no menu. */
export function OutsideFrame(): ReactNode {
  return (
    <Frame>
      <WithHelp>
        <Outlet />
      </WithHelp>
    </Frame>
  );
}

/** What stands there when not even the menu can be made: the server cannot say who is here. */
export function BrokenFrame(props: ErrorComponentProps): ReactNode {
  return (
    <Frame>
      <BrokenPage {...props} />
    </Frame>
  );
}

function Frame(props: { children: ReactNode }): ReactNode {
  const words = useText(text);
  const makerName = useMakerName();
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
        {props.children}
      </main>
    </>
  );
}
