import type { ReactNode } from 'react';
import { Button, IconButton } from '#kit/Button';
import { Icon } from '#kit/Icon';
import { useLook } from '#kit/Look';
import { useLanguage, useText } from '#platform/browser/language';
import classes from './Appearance.module.css';
import { text } from './text.ts';

/** What the other language and the other colours are, and how to go there. */
export function useAppearance() {
  const { language, choose } = useLanguage();
  const { scheme, choose: chooseScheme } = useLook();
  return {
    language,
    scheme,
    switchLanguage: () => choose(language === 'ja' ? 'en' : 'ja'),
    switchScheme: () => chooseScheme(scheme === 'dark' ? 'light' : 'dark'),
  };
}

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageButton(): ReactNode {
  const { language, switchLanguage } = useAppearance();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <button type="button" className={classes.language} lang={other} onClick={switchLanguage}>
      <Icon name="language" />
      {language === 'ja' ? 'English' : '日本語'}
    </button>
  );
}

/** The moon or the sun: the colours one gets by pressing. */
export function SchemeButton(): ReactNode {
  const words = useText(text).scheme;
  const { scheme, switchScheme } = useAppearance();
  return scheme === 'dark' ? (
    <IconButton icon="sun" label={words.toLight} onClick={switchScheme} />
  ) : (
    <IconButton icon="moon" label={words.toDark} onClick={switchScheme} />
  );
}

/** The same two choices with words, for the sheet on a phone. */
export function AppearanceChoices(): ReactNode {
  const words = useText(text).scheme;
  const { language, scheme, switchLanguage, switchScheme } = useAppearance();
  return (
    <div className={classes.choices}>
      <Button icon="language" lang={language === 'ja' ? 'en' : 'ja'} onClick={switchLanguage}>
        {language === 'ja' ? 'English' : '日本語'}
      </Button>
      <Button icon={scheme === 'dark' ? 'sun' : 'moon'} onClick={switchScheme}>
        {scheme === 'dark' ? words.toLight : words.toDark}
      </Button>
    </div>
  );
}
