import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Dialog.module.css';
import { text } from './text.ts';

/**
 * A question or a small form over the page. The title says what will happen; the buttons are its verbs, the main one first.
 * Esc and a click outside close it without doing anything.
 */
export function Dialog(props: {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: 'normal' | 'wide';
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const words = useText(text);
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={props.size === 'wide' ? 800 : 520}
      closeButtonProps={{ 'aria-label': words.close }}
      classNames={{ title: classes.title ?? '', content: classes.content ?? '' }}
    >
      {props.children}
      {props.actions ? <div className={classes.actions}>{props.actions}</div> : null}
    </Modal>
  );
}
