import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { Fields, TextArea, TextField } from '#kit/Field';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useLanguage, useText } from '#platform/browser/language';
import { useDivisionsOf } from '#platform/browser/person';
import type { ModelPage } from '../contract.ts';
import { ChangedSince } from './ChangedSince.tsx';
import { KindChoice, LineChoice, OwnerChoice, SuccessorChoice, UpdateChoices } from './ModelChoices.tsx';
import { SafetyChoice, TagsChoice } from './ModelTraits.tsx';
import { type Draft, draftOf, faultsOf, inputOf, newLine } from './model-draft.ts';
import { readNumbers } from './number-lines.ts';
import { products } from './queries.ts';
import { refusalWords } from './refusal-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

export interface ModelFormProps {
  /** The model to change; null registers a new one. */
  model: ModelPage | null;
  opened: boolean;
  onClose: () => void;
}

/** The window of a ModelForm; it is loaded with the first of them. */
export function ModelDrawer(props: ModelFormProps): ReactNode {
  const words = useText(text).form;
  const { model, opened, onClose } = props;
  return (
    <Drawer title={model ? words.edit(model.name) : words.create} opened={opened} onClose={onClose}>
      {opened ? <Form model={model} onClose={onClose} /> : null}
    </Drawer>
  );
}

function Form({ model, onClose }: { model: ModelPage | null; onClose: () => void }): ReactNode {
  const { form: words, model: modelWords, refusals } = useText(text);
  const toast = useToast();
  const navigate = useNavigate();
  const changed = useChanged();
  const { language } = useLanguage();
  const ownDivisions = useDivisionsOf('product:write');
  const [draft, setDraft] = useState<Draft>(() => draftOf(model, language, ownDivisions));
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));

  const save = async () => {
    // A line that was made stays chosen, should the model be refused.
    const lineId = draft.lineId === newLine ? (await products.createLine({ name: draft.newLine })).id : draft.lineId;
    if (draft.lineId === newLine) set({ lineId, newLine: '' });
    const saved = model
      ? await products.updateModel({ id: model.id, revision: model.revision, ...inputOf(draft, lineId) })
      : await products.createModel({
          ...inputOf(draft, lineId),
          partNumbers: readNumbers(draft.numbers).numbers,
          securityEndsOn: draft.securityEndsOn || null,
        });
    await changed();
    toast(model ? words.saved(draft.name) : words.made(draft.name), {
      undo: () =>
        undo(saved).then(
          () => leave(saved.slug),
          (thrown) => toast(refusalWords(thrown, refusals)),
        ),
    });
    onClose();
    if (!model || saved.slug !== model.slug)
      navigate({ to: '/products/$model', params: { model: saved.slug } as never });
  };
  const { submit, faults, errors, refused, busy } = useSubmit(save, () => faultsOf(draft, words));
  // Who still stands on the page of what is taken back goes to the list.
  const leave = async (slug: string) => {
    await changed();
    if (!model && window.location.pathname === `/products/${slug}`) navigate({ to: '/products' });
  };
  const undo = async (saved: { id: string; revision: number }) => {
    if (!model) await products.removeModel({ id: saved.id, revision: saved.revision });
    else
      await products.updateModel({
        id: saved.id,
        revision: saved.revision,
        ...inputOf(draftOf(model, language), model.line.id),
      });
  };

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {refused ? <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} /> : null}
      <Fields>
        <LineChoice draft={draft} set={set} faults={faults} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          name="name"
          value={draft.name}
          error={faults.name}
          maxLength={200}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <KindChoice draft={draft} set={set} />
        <OwnerChoice draft={draft} set={set} />
        <TextField
          label={words.markets}
          hint={words.marketsHint}
          optional
          name="markets"
          value={draft.markets}
          error={faults.markets}
          onChange={(event) => set({ markets: event.currentTarget.value })}
        />
        {model ? null : (
          <>
            <TextArea
              label={words.numbers}
              hint={modelWords.numbersHint}
              optional
              name="numbers"
              value={draft.numbers}
              error={faults.numbers}
              onChange={(event) => set({ numbers: event.currentTarget.value })}
            />
            <TextField
              label={words.security}
              optional
              type="date"
              name="security"
              value={draft.securityEndsOn}
              onChange={(event) => set({ securityEndsOn: event.currentTarget.value })}
            />
          </>
        )}
        {draft.kind === 'service' ? null : <UpdateChoices draft={draft} set={set} />}
        <SafetyChoice draft={draft} set={set} />
        <TagsChoice draft={draft} set={set} />
        <SuccessorChoice draft={draft} set={set} model={model} />
        <TextArea
          label={words.note}
          optional
          name="note"
          value={draft.note}
          maxLength={2000}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Fields>
      <SaveOrCancel save={model ? words.save : words.saveNew} busy={busy} onCancel={onClose} />
    </form>
  );
}
