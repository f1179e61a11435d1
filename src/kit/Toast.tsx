import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#platform/browser/language';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useActions } from './Keys.tsx';
import classes from './Toast.module.css';
import { text } from './text.ts';

const SHOWN_MS = 6000;

interface Toast {
  id: number;
  message: string;
  undo?: (() => void) | undefined;
}

type Tell = (message: string, options?: { undo?: () => void }) => void;

const Telling = createContext<Tell>(() => {});

/** Says what was done: `toast('2件を外しました', { undo })`. Undo is for what stays inside the house. */
export function useToast(): Tell {
  return useContext(Telling);
}

/** Shows what was done, bottom left, for six seconds; longer while somebody points at it or has the focus in it. */
export function ToastProvider(props: { children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const tell = useCallback<Tell>((message, options) => {
    last.current += 1;
    const toast = { id: last.current, message, undo: options?.undo };
    setToasts((shown) => [...shown.slice(-2), toast]);
  }, []);
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const value = useMemo(() => tell, [tell]);
  useUndoKey(toasts.at(-1), dismiss);

  return (
    <Telling value={value}>
      {props.children}
      {/* The region is always there: a live region that arrives together with its words is not read out. */}
      <div className={classes.region} role="status">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onDismiss={dismiss} />
        ))}
      </div>
    </Telling>
  );
}

// The way to the button by Tab is longer than the six seconds on most pages.
function useUndoKey(toast: Toast | undefined, onDismiss: (id: number) => void): void {
  const words = useText(text);
  const undo = () => {
    if (!toast) return;
    toast.undo?.();
    onDismiss(toast.id);
  };
  useActions(toast?.undo ? [{ keys: 'u', label: words.undo, reading: 'もとにもどす', run: undo }] : []);
}

function ToastLine(props: { toast: Toast; onDismiss: (id: number) => void }): ReactNode {
  const { toast, onDismiss } = props;
  const [paused, setPaused] = useState(false);
  const words = useText(text);
  useEffect(() => {
    if (paused) return;
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [paused, onDismiss, toast.id]);

  const hold = { onMouseEnter: () => setPaused(true), onFocus: () => setPaused(true) };
  const release = { onMouseLeave: () => setPaused(false), onBlur: () => setPaused(false) };
  return (
    <div className={classes.toast} {...hold} {...release}>
      <Icon name="check" />
      <span>{toast.message}</span>
      {toast.undo ? (
        <button
          type="button"
          className={classes.undo}
          onClick={() => {
            toast.undo?.();
            onDismiss(toast.id);
          }}
        >
          <Icon name="undo" />
          {words.undo}
        </button>
      ) : null}
      <IconButton icon="close" label={words.close} onClick={() => onDismiss(toast.id)} />
    </div>
  );
}
