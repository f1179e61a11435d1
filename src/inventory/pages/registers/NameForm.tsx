import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '#platform/browser/language';
import type { ListedSoldAs } from '../../contract/registers.ts';
import { directions } from '../../model/registers.ts';
import { countries } from '../../model.ts';
import { successorsQuery } from '../queries.ts';
import { type Draft, type EntryField, EntryForm } from './EntryForm.tsx';
import { partnersQuery, registers } from './queries.ts';
import { text } from './text.ts';
import { useSaid } from './use-taking-away.ts';

const newPartner = 'new';

interface Subject {
  /** The name to change; null makes a new one. */
  entry: ListedSoldAs | null;
  /** Where the model is known already. */
  model?: { id: string; name: string };
  opened: boolean;
  onClose: () => void;
}

/** Says under which name a partner sells a model of ours, or of whom a model of ours is. */
export function NameForm({ entry, model, opened, onClose }: Subject): ReactNode {
  const words = useText(text);
  return (
    <EntryForm
      title={entry ? words.names.edit(entry.name) : words.names.add}
      opened={opened}
      onClose={onClose}
      fields={useFields({ opened, withModel: entry === null && !model })}
      initial={entry ? draftOf(entry) : { direction: 'ours-under-theirs' }}
      save={entry ? words.save : words.add}
      write={useWriting(entry, model)}
    />
  );
}

function useFields({ opened, withModel }: { opened: boolean; withModel: boolean }): (draft: Draft) => EntryField[] {
  const words = useText(text);
  const { names, partner } = words;
  const models = useQuery({ ...successorsQuery, enabled: opened && withModel }).data?.items ?? [];
  const partners = useQuery({ ...partnersQuery, enabled: opened }).data?.items ?? [];
  const modelField: EntryField = {
    key: 'model',
    label: names.model,
    as: 'pick',
    options: models.map(({ id, name }) => ({ value: id, label: name })),
  };
  const partnerFields: EntryField[] = [
    { key: 'partnerName', label: partner.name, as: 'line', most: 200 },
    {
      key: 'contactPost',
      label: partner.contactPost,
      hint: partner.contactPostHint,
      as: 'line',
      optional: true,
      most: 200,
    },
    { key: 'email', label: partner.email, as: 'mail', optional: true, most: 200 },
  ];
  return (draft) => [
    ...(withModel ? [modelField] : []),
    {
      key: 'direction',
      label: names.directionFilter,
      as: 'choice',
      options: directions.map((direction) => ({ value: direction, label: names.directions[direction] })),
    },
    {
      key: 'partner',
      label: names.partner,
      as: 'pick',
      options: [
        ...partners.map(({ id, name }) => ({ value: id, label: name })),
        { value: newPartner, label: names.newPartner },
      ],
    },
    ...(draft.partner === newPartner ? partnerFields : []),
    { key: 'name', label: names.name, hint: names.nameHint, as: 'line', most: 200 },
    { key: 'partNumbers', label: names.partNumbers, hint: names.listHint, as: 'line', optional: true, most: 2000 },
    {
      key: 'markets',
      label: names.markets,
      hint: names.marketsHint,
      as: 'line',
      optional: true,
      most: 1000,
      faultOf: (typed) => (marketsOf(typed).every((code) => countries.includes(code)) ? undefined : names.badMarkets),
    },
    { key: 'since', label: names.since, as: 'day', optional: true, most: 10 },
    { key: 'until', label: names.until, as: 'day', optional: true, most: 10 },
    { key: 'note', label: words.note, as: 'lines', optional: true, most: 2000 },
  ];
}

const draftOf = (entry: ListedSoldAs): Draft => ({
  direction: entry.direction,
  partner: entry.partner.id,
  name: entry.name,
  partNumbers: entry.partNumbers.join('、'),
  markets: entry.markets.join(', '),
  since: entry.sinceOn ?? '',
  until: entry.untilOn ?? '',
  note: entry.note,
});

const listOf = (typed: string): string[] =>
  typed
    .split(/[,、，\n]/)
    .map((one) => one.trim())
    .filter(Boolean);

const marketsOf = (typed: string): string[] => listOf(typed.normalize('NFKC').toUpperCase());

function factsOf(draft: Draft) {
  return {
    partnerId: draft.partner as string,
    direction: draft.direction as ListedSoldAs['direction'],
    name: draft.name ?? '',
    partNumbers: listOf(draft.partNumbers ?? ''),
    markets: marketsOf(draft.markets ?? ''),
    sinceOn: draft.since || null,
    untilOn: draft.until || null,
    note: draft.note ?? '',
  };
}

/** The chosen partner, or the one that is made now; should the name be refused, it stands and can be chosen. */
async function partnerOf({ partner, partnerName = '', contactPost = '', email = '' }: Draft): Promise<string> {
  if (partner !== newPartner) return partner as string;
  const { id } = await registers.createPartner({
    name: partnerName,
    contactPost,
    email: email.trim(),
    phone: '',
    note: '',
  });
  return id;
}

function useWriting(entry: ListedSoldAs | null, model?: { id: string }) {
  const words = useText(text);
  const said = useSaid();
  return async (draft: Draft) => {
    const facts = { ...factsOf(draft), partnerId: await partnerOf(draft) };
    if (entry === null) {
      const made = await registers.createSoldAs({ modelId: model?.id ?? (draft.model as string), ...facts });
      return said(words.added(facts.name), () => registers.removeSoldAs(made));
    }
    const saved = await registers.updateSoldAs({ id: entry.id, revision: entry.revision, ...facts });
    return said(words.saved(facts.name), () => registers.updateSoldAs({ ...saved, ...factsOf(draftOf(entry)) }));
  };
}
