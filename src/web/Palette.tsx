import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useState } from 'react';
import { useActions } from '#kit/Keys';
import { useText } from '#platform/browser/language';
import { useAppearance } from './Appearance.tsx';
import { catchEarlyTyping } from './early-typing.ts';
import { text } from './text.ts';

const IDLE_MS = 1000;

const Opening = createContext<() => void>(() => {});
// The first page does without it; it comes as soon as the browser has time, so that no letter typed after `/` is lost.
const load = () => import('./PaletteWindow.tsx').then((loaded) => ({ default: loaded.PaletteWindow }));
const PaletteWindow = lazy(load);

function useLoadedWhenIdle(): void {
  useEffect(() => {
    const timer = setTimeout(load, IDLE_MS);
    return () => clearTimeout(timer);
  }, []);
}

/** Opens the palette from a button. */
export function useOpenPalette(): () => void {
  return useContext(Opening);
}

/** The one search of the app: by ⌘K, Ctrl K or `/`; objects, pages and actions in this order. */
export function PaletteProvider(props: { children: ReactNode }): ReactNode {
  const words = useText(text).palette;
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  useLoadedWhenIdle();
  const [early, setEarly] = useState('');
  const open = useCallback(() => {
    setEarly('');
    setState('open');
    catchEarlyTyping(setEarly);
  }, []);
  const { switchLanguage, switchScheme } = useAppearance();
  useActions([
    { keys: 'mod+k', label: words.label, inPalette: false, run: open },
    { keys: '/', label: words.label, inPalette: false, run: open },
    { label: words.to.language, reading: 'えいごにきりかえる', run: switchLanguage },
    { label: words.to.scheme, reading: 'くらいひょうじ', run: switchScheme },
  ]);

  return (
    <Opening value={open}>
      {props.children}
      {state === 'never' ? null : (
        <Suspense>
          <PaletteWindow opened={state === 'open'} early={early} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </Opening>
  );
}
