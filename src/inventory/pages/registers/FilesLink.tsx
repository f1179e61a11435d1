import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { useText } from '#platform/browser/language';
import type { RegisterName } from '../../model/registers.ts';
import { text } from './link-text.ts';

/** Leads to where a register comes in as a file. */
export function FilesLink(props: { register: RegisterName; size?: 'small' }): ReactNode {
  const { link } = useText(text);
  return (
    <ButtonLink to="/products/files" search={{ register: props.register } as never} icon="upload" size={props.size}>
      {link}
    </ButtonLink>
  );
}
