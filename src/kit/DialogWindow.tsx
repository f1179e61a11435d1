import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import classes from './Dialog.module.css';
import type { DialogProps } from './Dialog.tsx';
import { MantineParts } from './MantineParts.tsx';
import { text } from './text.ts';

/** The window of a Dialog; it is loaded with the first of them. */
export function DialogWindow(props: DialogProps): ReactNode {
  const words = useText(text);
  return (
    <MantineParts>
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
    </MantineParts>
  );
}
