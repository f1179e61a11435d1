import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { Menu, type MenuItem } from './Menu.tsx';

export type { MenuItem } from './Menu.tsx';

/** 「…」: the actions that are not worth a button. The label names what they act on: 「MC-220の操作」. */
export function MoreMenu(props: { label: string; items: MenuItem[] }): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <Menu
      label={props.label}
      items={props.items}
      button={(button) => <IconButton {...button} icon="more" label={props.label} />}
    />
  );
}
