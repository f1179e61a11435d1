import type { ReactNode } from 'react';
import { Icon } from '#kit/Icon';
import { KeyCaps } from '#kit/Keys';
import { useText } from '#platform/browser/language';
import { LanguageButton, SchemeButton } from './Appearance.tsx';
import { Mark } from './Mark.tsx';
import { NoticesLink } from './NoticesLink.tsx';
import { useOpenPalette } from './Palette.tsx';
import classes from './TopBar.module.css';
import { text } from './text.ts';

/** The way here, the one search of the app, language and colours. */
export function TopBar(props: { crumbs: ReactNode }): ReactNode {
  const words = useText(text);
  const openPalette = useOpenPalette();
  return (
    <header className={classes.top}>
      <span className={classes.brand}>
        <Mark size={20} />
        Mamori
      </span>
      {props.crumbs}
      <button type="button" className={classes.find} onClick={openPalette}>
        <Icon name="search" />
        <span className={classes.label}>{words.search}</span>
        <span className={classes.keys}>
          <KeyCaps keys="mod+k" />
        </span>
      </button>
      <span className={classes.tools}>
        <LanguageButton />
        <SchemeButton />
      </span>
      <NoticesLink />
    </header>
  );
}
