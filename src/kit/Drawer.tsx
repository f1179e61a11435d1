import { Drawer as MantineDrawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** A form or a long detail that slides in from the right over the page; Esc closes it. */
export function Drawer(props: { title: string; opened: boolean; onClose: () => void; children: ReactNode }): ReactNode {
  const words = useText(text);
  return (
    <MantineDrawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {props.children}
    </MantineDrawer>
  );
}
