import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

/** What a menu offers: an action, or a page to go to. */
export type MenuItem = { label: string; icon?: IconName; disabled?: boolean } & ({ run: () => void } | { to: string });

/** 「…」: the actions that are not worth a button. The label names what they act on: 「MC-220の操作」. */
export function MoreMenu(props: { label: string; items: MenuItem[] }): ReactNode {
  if (props.items.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes.icon} aria-label={props.label}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.items.map((item) => (
          <Item key={item.label} item={item} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({ item }: { item: MenuItem }): ReactNode {
  const icon = item.icon ? <Icon name={item.icon} /> : undefined;
  if ('to' in item) {
    return (
      <Menu.Item component={Link} to={item.to} leftSection={icon}>
        {item.label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item leftSection={icon} disabled={item.disabled ?? false} onClick={item.run}>
      {item.label}
    </Menu.Item>
  );
}
