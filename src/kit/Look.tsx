import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';

export type Scheme = 'light' | 'dark';

interface Look {
  scheme: Scheme;
  /** What the person chose on this device; it stands above the system's wish. */
  choose: (scheme: Scheme) => void;
  nonce: string;
}

const Looking = createContext<Look>({ scheme: 'light', choose: () => {}, nonce: '' });

// Both names are those by which Mantine's style sheet and earlier versions of Mamori know them.
const STORAGE = 'mantine-color-scheme-value';
const ATTRIBUTE = 'data-mantine-color-scheme';

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: as the person has chosen on this device, else as the system says, also when that changes. */
export function LookProvider(props: { nonce: string; children: ReactNode }): ReactNode {
  const [chosen, setChosen] = useState(readChosen);
  const system = useSystemScheme();
  const scheme = chosen ?? system;
  // Before anything is painted, so that nothing flashes in the other colours.
  useLayoutEffect(() => document.documentElement.setAttribute(ATTRIBUTE, scheme), [scheme]);

  const choose = useCallback((next: Scheme) => {
    localStorage.setItem(STORAGE, next);
    setChosen(next);
  }, []);
  const value = useMemo(() => ({ scheme, choose, nonce: props.nonce }), [scheme, choose, props.nonce]);
  return <Looking value={value}>{props.children}</Looking>;
}

function readChosen(): Scheme | null {
  const stored = localStorage.getItem(STORAGE);
  return stored === 'light' || stored === 'dark' ? stored : null;
}

function useSystemScheme(): Scheme {
  const [isDark, setDark] = useState(() => systemIsDark().matches);
  useEffect(() => {
    const media = systemIsDark();
    const onChange = () => setDark(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return isDark ? 'dark' : 'light';
}

/** The colours of now, how to choose others, and the nonce for style tags. */
export function useLook(): Look {
  return useContext(Looking);
}
