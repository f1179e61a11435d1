import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import classes from './Menu.module.css';
import { usePopup } from './popup.ts';

/** What a menu offers: an action, a page to go to, or a file to load. */
export type MenuItem = { label: string; icon?: IconName; disabled?: boolean } & (
  | { run: () => void }
  | { to: string; search?: Record<string, string | undefined> }
  | { file: string }
);

/** What the button of a menu must carry. */
export interface MenuButton {
  ref: RefObject<HTMLButtonElement | null>;
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup': 'menu';
}

/** A list of actions behind a button. Arrows, Home and End walk, Enter chooses, Esc goes back to the button. */
export function Menu(props: {
  label: string;
  align?: 'start' | 'end';
  /** A line above the items that says what they have in common. */
  note?: string;
  items: MenuItem[];
  button: (button: MenuButton) => ReactNode;
}): ReactNode {
  const popup = usePopup(props.align ?? 'end');
  return (
    <>
      {props.button({ ...popup.button, 'aria-haspopup': 'menu' })}
      <div {...popup.popup} className={classes.surface}>
        {props.note ? <p className={classes.note}>{props.note}</p> : null}
        <div role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={(event) => walk(event, popup.close)}>
          {props.items.map((item) => (
            <Item key={item.label} item={item} onDone={popup.close} />
          ))}
        </div>
      </div>
    </>
  );
}

function walk(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') close();
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

function Item(props: { item: MenuItem; onDone: () => void }): ReactNode {
  const { item, onDone } = props;
  // A dialog around the menu would close together with it on Esc without this mark.
  const common = { role: 'menuitem', tabIndex: -1, className: classes.item, 'data-mantine-stop-propagation': true };
  const face = (
    <>
      {item.icon ? <Icon name={item.icon} /> : null}
      {item.label}
    </>
  );
  if ('to' in item) {
    return (
      <Link {...common} to={item.to} search={(item.search ?? {}) as never} onClick={onDone}>
        {face}
      </Link>
    );
  }
  if ('file' in item) {
    return (
      <a {...common} href={item.file} download onClick={onDone}>
        {face}
      </a>
    );
  }
  const run = () => {
    onDone();
    item.run();
  };
  return (
    <button {...common} type="button" disabled={item.disabled} onClick={run}>
      {face}
    </button>
  );
}
