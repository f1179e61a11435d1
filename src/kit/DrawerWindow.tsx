import { Drawer as MantineDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Dialog.module.css';
import type { DrawerProps } from './Drawer.tsx';
import { MantineParts } from './MantineParts.tsx';
import { text } from './text.ts';

/** The window of a Drawer; it is loaded with the first of them. */
export function DrawerWindow(props: DrawerProps): ReactNode {
  const words = useText(text);
  return (
    <MantineParts>
      <MantineDrawer
        opened={props.opened}
        onClose={props.onClose}
        title={props.title}
        position="right"
        size={480}
        closeButtonProps={{ 'aria-label': words.close }}
        classNames={{ title: classes.title ?? '' }}
      >
        {props.children}
      </MantineDrawer>
    </MantineParts>
  );
}
