import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useText } from '#platform/browser/language';
import { Dialog } from './Dialog.tsx';
import { CheckField } from './Field.tsx';
import classes from './Keys.module.css';
import { keyCaps, readPress, SEQUENCE_MS, takesText } from './keys.ts';
import { text } from './text.ts';

/** Something the page can do now: by a key, from the palette, or both. */
export interface Action {
  /** The verb of the result, as a button would say it. */
  label: string;
  /** How the label is read in kana, so that the palette finds it: ほじょ. */
  reading?: string;
  /** "j", "g p", "mod+k"; none for an action that only the palette offers. */
  keys?: string;
  /** False for keys that make no sense in a list, like moving by one row. */
  inPalette?: boolean;
  run: () => void;
}

interface Register {
  set: (id: string, actions: Action[] | null) => void;
  list: () => Action[];
  listen: (changed: () => void) => () => void;
}

function makeRegister(): Register {
  const byOwner = new Map<string, Action[]>();
  const listeners = new Set<() => void>();
  let all: Action[] = [];
  return {
    set: (id, actions) => {
      if (actions) byOwner.set(id, actions);
      else byOwner.delete(id);
      // The part that came last stands nearest to what the person looks at, so its keys win.
      all = [...byOwner.values()].reverse().flat();
      for (const changed of listeners) changed();
    },
    list: () => all,
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

const Actions = createContext<Register>(makeRegister());
const STORAGE = 'mamori-letter-keys';

/** Listens to the keyboard for the whole app and answers `?` with the list of what the keys do now. */
export function KeysProvider(props: { children: ReactNode }): ReactNode {
  const register = useMemo(makeRegister, []);
  const [letters, setLetters] = useState<'on' | 'off'>(() => (localStorage.getItem(STORAGE) === 'off' ? 'off' : 'on'));
  const [helpOpen, setHelpOpen] = useState(false);
  useKeyboard(register, letters);

  return (
    <Actions value={register}>
      <HelpKey onHelp={() => setHelpOpen(true)} />
      {props.children}
      <KeyHelp
        opened={helpOpen}
        onClose={() => setHelpOpen(false)}
        letters={letters}
        onLetters={(next) => {
          localStorage.setItem(STORAGE, next);
          setLetters(next);
        }}
      />
    </Actions>
  );
}

function HelpKey(props: { onHelp: () => void }): ReactNode {
  const words = useText(text).keys;
  useActions([{ keys: '?', label: words.help, reading: 'きーぼーどのそうさ', run: props.onHelp }]);
  return null;
}

function useKeyboard(register: Register, letters: 'on' | 'off'): void {
  const waiting = useRef({ keys: '', at: 0 });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Composing kana, or a dialog that has taken the keyboard for itself, is not for us.
      if (event.isComposing || event.defaultPrevented) return;
      const before = event.timeStamp - waiting.current.at < SEQUENCE_MS ? waiting.current.keys : '';
      const press = {
        key: event.key,
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        alt: event.altKey,
        inField:
          takesText(event.target as HTMLElement | null) ||
          document.querySelector('[aria-modal="true"], :popover-open') !== null,
      };
      const actions = register.list().filter((action) => action.keys);
      const { shortcut, waiting: next } = readPress(
        press,
        actions.map((action) => action.keys ?? ''),
        before,
        letters,
      );
      waiting.current = { keys: next, at: event.timeStamp };
      const action = shortcut ? actions.find((candidate) => candidate.keys === shortcut) : undefined;
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [register, letters]);
}

/** Offers actions while the part is on the page: their keys work, `?` lists them, the palette finds them. */
export function useActions(actions: Action[]): void {
  const register = useContext(Actions);
  const id = useId();
  const latest = useRef(actions);
  latest.current = actions;
  const shape = actions.map((action) => `${action.keys}\n${action.label}`).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new closure alone must not register again on each render
  useEffect(() => {
    register.set(
      id,
      latest.current.map((action, index) => ({ ...action, run: () => latest.current[index]?.run() })),
    );
    return () => register.set(id, null);
  }, [register, id, shape]);
}

/** All that can be done now, for the palette. */
export function useOfferedActions(): Action[] {
  const register = useContext(Actions);
  return useSyncExternalStore(register.listen, register.list);
}

/** A shortcut drawn as keys. */
export function KeyCaps(props: { keys: string }): ReactNode {
  return (
    <span className={classes.caps}>
      {keyCaps(props.keys, navigator.platform).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

/** Which keys do what now, a line for each action. */
export function KeyList(): ReactNode {
  const byLabel = Map.groupBy(
    useOfferedActions().filter((action) => action.keys),
    ({ label }) => label,
  );
  return (
    <dl className={classes.list}>
      {[...byLabel].map(([label, actions]) => (
        <div key={label}>
          <dt>{label}</dt>
          {actions.map(({ keys = '' }) => (
            <dd key={keys}>
              <KeyCaps keys={keys} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function KeyHelp(props: {
  opened: boolean;
  onClose: () => void;
  letters: 'on' | 'off';
  onLetters: (letters: 'on' | 'off') => void;
}): ReactNode {
  const words = useText(text).keys;
  return (
    <Dialog title={words.title} opened={props.opened} onClose={props.onClose}>
      <KeyList />
      <CheckField
        label={words.letters}
        hint={words.hint}
        checked={props.letters === 'on'}
        onChange={(event) => props.onLetters(event.currentTarget.checked ? 'on' : 'off')}
      />
    </Dialog>
  );
}
