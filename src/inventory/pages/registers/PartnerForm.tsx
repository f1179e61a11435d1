import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { ListedPartner } from '../../contract/registers.ts';
import { type Draft, type EntryField, EntryForm } from './EntryForm.tsx';
import { registers } from './queries.ts';
import { text } from './text.ts';
import { useSaid } from './use-taking-away.ts';

/** A partner with the post that answers there. */
export function PartnerForm(props: { entry: ListedPartner | null; opened: boolean; onClose: () => void }): ReactNode {
  const { entry, opened, onClose } = props;
  const words = useText(text);
  const { partner } = words;
  const said = useSaid();
  const fields: EntryField[] = [
    { key: 'name', label: partner.name, as: 'line', most: 200 },
    {
      key: 'contactPost',
      label: partner.contactPost,
      hint: partner.contactPostHint,
      as: 'line',
      optional: true,
      most: 200,
    },
    { key: 'email', label: partner.email, as: 'mail', optional: true, most: 200 },
    { key: 'phone', label: partner.phone, as: 'line', optional: true, most: 50 },
    { key: 'note', label: words.note, as: 'lines', optional: true, most: 2000 },
  ];
  const write = async (draft: Draft) => {
    const facts = factsOf(draft);
    if (entry === null) {
      const made = await registers.createPartner(facts);
      return said(words.added(facts.name), () => registers.removePartner(made));
    }
    const saved = await registers.updatePartner({ id: entry.id, revision: entry.revision, ...facts });
    return said(words.saved(facts.name), () => registers.updatePartner({ ...saved, ...factsOf({ ...entry }) }));
  };
  return (
    <EntryForm
      title={entry ? partner.edit(entry.name) : partner.add}
      opened={opened}
      onClose={onClose}
      fields={() => fields}
      initial={entry ? factsOf({ ...entry }) : {}}
      save={entry ? words.save : words.add}
      write={write}
    />
  );
}

const factsOf = (said: Partial<Record<'name' | 'contactPost' | 'email' | 'phone' | 'note', string>>) => ({
  name: said.name ?? '',
  contactPost: said.contactPost ?? '',
  email: (said.email ?? '').trim(),
  phone: said.phone ?? '',
  note: said.note ?? '',
});
