import { Outlet, useLocation, useMatches } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CrumbPlace } from '#kit/PageHead';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import { BottomBar } from './BottomBar.tsx';
import { ForbiddenPage } from './EndPages.tsx';
import { FirstStepsFoot } from './first-steps/FirstStepsFoot.tsx';
import { WithHelp } from './help/WithHelp.tsx';
import { PaletteProvider } from './Palette.tsx';
import { SessionWatch } from './SessionWatch.tsx';
import classes from './Shell.module.css';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';
import { text } from './text.ts';
import { KeptViews } from './Views.tsx';

/** The frame of every page of the house: menu, top bar, one main part; on a phone a bar at the bottom. */
export function Shell(): ReactNode {
  const words = useText(text);
  const [crumbPlace, setCrumbPlace] = useState<HTMLElement | null>(null);
  const main = useMainFocus();

  return (
    <PaletteProvider>
      <a className={classes.skip} href="#main">
        {words.skip}
      </a>
      <div className={classes.frame}>
        <SideMenu />
        <div className={classes.page}>
          <TopBar crumbs={<nav ref={setCrumbPlace} aria-label={words.way} className={classes.crumbs} />} />
          <main id="main" ref={main} tabIndex={-1} className={classes.main}>
            <CrumbPlace value={crumbPlace}>
              <KeptViews>
                <WithHelp>
                  <AllowedPage />
                </WithHelp>
              </KeptViews>
            </CrumbPlace>
            <FirstStepsFoot />
          </main>
        </div>
        <BottomBar />
        <SessionWatch />
      </div>
    </PaletteProvider>
  );
}

function AllowedPage(): ReactNode {
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs });
  const permissions: string[] = usePerson()?.permissions ?? [];
  return needs && !permissions.includes(needs) ? <ForbiddenPage /> : <Outlet />;
}

// Without a page load nothing tells a screen reader that the page is another one; moving the focus does.
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
