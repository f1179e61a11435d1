import type { ReactNode } from 'react';
import { MoreMenu } from '#kit/MoreMenu';
import { useText } from '#platform/browser/language';
import { text } from './text.ts';

/** What can be done with an entry of a list. */
export function EntryActions(props: { name: string; edit?: () => void; remove: () => void }): ReactNode {
  const { name, edit, remove } = props;
  const words = useText(text);
  return (
    <MoreMenu
      label={words.editOf(name)}
      items={[
        ...(edit ? [{ label: words.edit, icon: 'edit' as const, run: edit }] : []),
        { label: words.remove, icon: 'close', run: remove },
      ]}
    />
  );
}
