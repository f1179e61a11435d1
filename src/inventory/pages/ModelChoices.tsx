import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ChoiceField, SelectField, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { useText } from '#platform/browser/language';
import type { ModelPage } from '../contract.ts';
import { text as inventoryText } from '../kind-text.ts';
import { answers, modelKinds, updateHows } from '../model.ts';
import { type Draft, type Faults, newLine } from './model-draft.ts';
import { linesQuery, successorsQuery } from './queries.ts';
import { text } from './text.ts';
import { useDivisionOptions, usePostOptions } from './use-owners.ts';

/** The draft and how a choice changes it. */
type Part = { draft: Draft; set: (patch: Partial<Draft>) => void };

/** The line of the model, or a new one; in an empty house only a new one. */
export function LineChoice({ draft, set, faults }: Part & { faults: Faults }): ReactNode {
  const words = useText(text).form;
  const found = useInfiniteQuery(linesQuery({}, 'name'));
  const lines = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFirst = found.isSuccess && lines.length === 0;
  useEffect(() => {
    if (isFirst && draft.lineId === '') set({ lineId: newLine });
  });
  return (
    <>
      <PickField
        label={words.line}
        name="line"
        options={[
          ...lines.map(({ id, name }) => ({ value: id, label: name })),
          { value: newLine, label: words.newLine },
        ]}
        value={draft.lineId || null}
        onChange={(lineId) => set({ lineId: lineId ?? '' })}
        error={faults.line}
        nothing={words.nothing}
      />
      {draft.lineId === newLine ? (
        <TextField
          label={words.newLineName}
          name="new-line"
          value={draft.newLine}
          error={faults['new-line']}
          maxLength={200}
          onChange={(event) => set({ newLine: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

/** Device, module, app or service. */
export function KindChoice({ draft, set }: Part): ReactNode {
  const words = useText(text).form;
  const kinds = useText(inventoryText).kinds;
  return (
    <ChoiceField
      label={words.kind}
      name="kind"
      options={modelKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
      value={draft.kind}
      onChange={(kind) => set({ kind })}
    />
  );
}

/** Whose it is: the division and the post. */
export function OwnerChoice({ draft, set }: Part): ReactNode {
  const words = useText(text).form;
  const posts = usePostOptions();
  const divisions = useDivisionOptions();
  return (
    <>
      <PickField
        label={words.division}
        optional={divisions.mayLeaveOpen}
        name="division"
        options={divisions.options}
        value={draft.divisionId}
        onChange={(divisionId) => set({ divisionId })}
        nothing={words.nothing}
      />
      <PickField
        label={words.owner}
        hint={words.ownerHint}
        optional
        name="owner"
        options={posts}
        value={draft.ownerPostId}
        onChange={(ownerPostId) => set({ ownerPostId })}
        nothing={words.nothing}
      />
    </>
  );
}

/** How the model gets a fix. A service is simply exchanged, it is not asked. */
export function UpdateChoices({ draft, set }: Part): ReactNode {
  const words = useText(text).form;
  const { updateHows: hows, answers: says } = useText(inventoryText);
  return (
    <>
      <SelectField
        label={words.updateHow}
        name="update-how"
        options={updateHows.map((how) => ({ value: how, label: hows[how] }))}
        value={draft.updateHow}
        onChange={(event) => set({ updateHow: event.currentTarget.value as Draft['updateHow'] })}
      />
      {(['updateAutomatic', 'updateSigned', 'updateRollback'] as const).map((fact) => (
        <SelectField
          key={fact}
          label={words[fact]}
          name={fact}
          options={answers.map((answer) => ({ value: answer, label: says[answer] }))}
          value={draft[fact]}
          onChange={(event) => set({ [fact]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}

/** Which model follows this one. */
export function SuccessorChoice({ draft, set, model }: Part & { model: ModelPage | null }): ReactNode {
  const words = useText(text).form;
  const others = (useQuery(successorsQuery).data?.items ?? []).filter(({ id }) => id !== model?.id);
  return (
    <PickField
      label={words.successor}
      optional
      name="successor"
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.successorId}
      onChange={(successorId) => set({ successorId })}
      nothing={words.nothing}
    />
  );
}
