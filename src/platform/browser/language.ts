import {
  createContext,
  createElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Language, Like, Texts, Words } from './texts.ts';

const COOKIE = 'mamori-language';
const YEAR_S = 365 * 24 * 60 * 60;

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice>({ language: 'ja', choose: () => {} });

/** The language chosen on this device, or undefined when nobody has chosen here yet. */
export function rememberedLanguage(cookies: string = document.cookie): Language | undefined {
  const value = cookies.match(/(?:^|;\s*)mamori-language=(ja|en)(?:;|$)/)?.[1];
  return value === 'ja' || value === 'en' ? value : undefined;
}

// A cookie and not local storage, so that pages and files the server writes follow the same choice.
function remember(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in some browsers and absent over plain http
  document.cookie = `${COOKIE}=${language}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
}

/**
 * Gives every page below it its language and keeps `<html lang>` right.
 * A choice made on this device wins; otherwise `preferred` (the person's own setting) decides, otherwise Japanese.
 * @param onChoose  called when somebody switches, to keep the choice with the person
 */
export function LanguageProvider(props: {
  preferred?: Language | undefined;
  onChoose?: ((language: Language) => void) | undefined;
  children: ReactNode;
}): ReactNode {
  const { preferred, onChoose } = props;
  const [chosen, setChosen] = useState(rememberedLanguage);
  const language = chosen ?? preferred ?? 'ja';

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = useCallback(
    (next: Language) => {
      remember(next);
      setChosen(next);
      onChoose?.(next);
    },
    [onChoose],
  );
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return createElement(Choice, { value: choice }, props.children);
}

/** The language of the page and how to switch it, at once and without loading again. */
export function useLanguage(): LanguageChoice {
  return useContext(Choice);
}

/** The words of one place in the language of the page. */
export function useText<W extends Words>(text: Texts<W>): Like<W> {
  return text[useContext(Choice).language];
}
