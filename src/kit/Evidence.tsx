import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#platform/browser/language';
import { Button, IconButton } from './Button.tsx';
import classes from './Evidence.module.css';
import { useActions } from './Keys.tsx';
import { text } from './text.ts';

/** A list that stays, and beside it the panel of the row that is open; on a phone the panel is a page of its own. */
export function ListWithPanel(props: { panel: ReactNode | null; children: ReactNode }): ReactNode {
  const isOpen = props.panel !== null;
  const remember = useFocusInList(isOpen);
  return (
    <div className={classes.beside} data-open={isOpen || undefined}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only remembers where the focus was */}
      <div className={classes.list} onFocus={remember}>
        {props.children}
      </div>
      {props.panel}
    </div>
  );
}

/** Brings the focus back to where in the list it was, when the panel that had it goes away. */
function useFocusInList(isOpen: boolean): (event: FocusEvent) => void {
  const last = useRef<Element>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && lost && last.current instanceof HTMLElement) last.current.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (event) => {
    last.current = event.target;
  };
}

/** The panel at the right of a list: head with a way out, sections below. Esc closes it. */
export function EvidencePanel(props: {
  title: ReactNode;
  label: string;
  onClose: () => void;
  /** A link to the whole page. */
  action?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const words = useText(text);
  const panel = useRef<HTMLElement>(null);
  useActions([{ keys: 'Escape', label: words.close, inPalette: false, run: props.onClose }]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row in the same panel is read from its head again
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    // Where it stands in place of the list, the head of the page may fill the screen.
    if (matchMedia('(max-width: 1024px)').matches) panel.current?.scrollIntoView();
  }, [props.label]);

  return (
    <section ref={panel} tabIndex={-1} className={classes.panel} aria-label={props.label}>
      <div className={classes.back}>
        <Button weight="quiet" icon="left" onClick={props.onClose}>
          {words.back}
        </Button>
      </div>
      <header className={classes.head}>
        <h2>{props.title}</h2>
        {props.action}
        <span className={classes.close}>
          <IconButton icon="close" label={words.close} onClick={props.onClose} />
        </span>
      </header>
      {props.children}
    </section>
  );
}

/** A part of the panel, under a hairline. */
export function EvidenceSection(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes.section}>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}
