import { type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { Fields, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ModelPage } from '../contract.ts';
import { text as buildingText } from './building-text.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { type Building, buildingOf, saidOf } from './model-draft.ts';
import { products } from './queries.ts';
import { text } from './text.ts';
import { useChanged, useOrSay } from './use-changed.ts';
import { usePostOptions } from './use-owners.ts';
import { useRefusal } from './use-refusal.ts';

/** Where the source is, what builds it, who keeps the key, who can, and when it was last done. */
export function BuildingForm(props: { model: ModelPage; opened: boolean; onClose: () => void }): ReactNode {
  const words = useText(buildingText).building;
  const { model, opened, onClose } = props;
  return (
    <Drawer title={words.changeOf(model.name)} opened={opened} onClose={onClose}>
      {opened ? <Form model={model} onClose={onClose} /> : null}
    </Drawer>
  );
}

function Form({ model, onClose }: { model: ModelPage; onClose: () => void }): ReactNode {
  const words = useText(buildingText).building;
  const { model: modelWords, form } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const orSay = useOrSay(useRefusal());
  const [draft, setDraft] = useState<Building>(() => buildingOf(model));
  const posts = usePostOptions();
  const set = (patch: Partial<Building>) => setDraft((before) => ({ ...before, ...patch }));

  const { submit, refused, busy } = useSubmit(async () => {
    const { id } = model;
    const { revision } = await products.updateModel({ id, revision: model.revision, ...saidOf(model), ...draft });
    await changed();
    const before = { id, revision, ...saidOf(model), ...buildingOf(model) };
    toast(words.saved, { undo: () => orSay(products.updateModel(before)) });
    onClose();
  });
  const line = (fact: 'buildSource' | 'buildToolchain' | 'buildPeople', label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      optional
      name={fact}
      value={draft[fact]}
      maxLength={500}
      onChange={(event) => set({ [fact]: event.currentTarget.value })}
    />
  );

  return (
    <form onSubmit={submit} noValidate>
      {refused ? <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} /> : null}
      <Fields>
        {line('buildSource', words.source, words.sourceHint)}
        {line('buildToolchain', words.toolchain, words.toolchainHint)}
        <PickField
          label={words.key}
          hint={words.keyHint}
          optional
          name="buildKey"
          options={posts}
          value={draft.buildKeyPostId}
          onChange={(buildKeyPostId) => set({ buildKeyPostId })}
          nothing={form.nothing}
        />
        {line('buildPeople', words.people, words.peopleHint)}
        <TextField
          label={words.rebuiltOn}
          hint={words.rebuiltHint}
          optional
          name="rebuiltOn"
          type="date"
          max={model.today}
          value={draft.rebuiltOn ?? ''}
          onChange={(event) => set({ rebuiltOn: event.currentTarget.value || null })}
        />
      </Fields>
      <SaveOrCancel save={modelWords.save} busy={busy} onCancel={onClose} />
    </form>
  );
}
