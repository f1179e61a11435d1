import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { TagsField } from '#kit/TagsField';
import { useText } from '#platform/browser/language';
import { text as kindText } from '../../kind-text.ts';
import type { TogetherChange } from '../../model/together.ts';
import { type Answer, answers } from '../../model.ts';
import { useSuggestedTags } from '../ModelTraits.tsx';
import { tagNamesQuery } from '../tag-queries.ts';
import { useDivisionOptions, usePostOptions } from '../use-owners.ts';
import { text } from './together-text.ts';

/** What many models can get at once. */
export type Fact = 'division' | 'owner' | 'tags' | 'safety' | 'support';

/** What is written in the dialog. */
export type TogetherDraft = {
  divisionId: string | null;
  ownerPostId: string | null;
  safety: Answer;
  addTags: string[];
  removeTags: string[];
  securityEndsOn: string;
  reason: string;
};
export const emptyDraft: TogetherDraft = {
  divisionId: null,
  ownerPostId: null,
  safety: 'unknown',
  addTags: [],
  removeTags: [],
  securityEndsOn: '',
  reason: '',
};

/** What the draft says about its one fact, in the shape of the API. */
export function changeOf(fact: Fact, draft: TogetherDraft): TogetherChange {
  const { reason } = draft;
  switch (fact) {
    case 'division':
      return { reason: '', divisionId: draft.divisionId };
    case 'owner':
      return { reason: '', ownerPostId: draft.ownerPostId };
    case 'tags':
      return { reason: '', addTags: draft.addTags, removeTags: draft.removeTags };
    case 'safety':
      return { reason: '', safety: draft.safety };
    case 'support':
      return { reason, securityEndsOn: draft.securityEndsOn || null };
  }
}

interface FactProps {
  draft: TogetherDraft;
  set: (patch: Partial<TogetherDraft>) => void;
  faults: Partial<Record<'reason' | 'add-tags', string>>;
  needsReason: boolean;
}

/** The fields of the one fact. */
export function FactFields({ fact, ...props }: FactProps & { fact: Fact }): ReactNode {
  const Of = { division: Division, owner: Owner, tags: TagFields, safety: Safety, support: Support }[fact];
  return <Of {...props} />;
}

function Division({ draft, set }: FactProps): ReactNode {
  const { fields } = useText(text);
  const { options, mayLeaveOpen } = useDivisionOptions();
  return (
    <PickField
      label={fields.division}
      hint={mayLeaveOpen ? fields.emptyDivision : undefined}
      optional={mayLeaveOpen}
      name="division"
      options={options}
      value={draft.divisionId}
      onChange={(divisionId) => set({ divisionId })}
      nothing={fields.nobody}
    />
  );
}

function Owner({ draft, set }: FactProps): ReactNode {
  const { fields } = useText(text);
  return (
    <PickField
      label={fields.owner}
      hint={fields.emptyOwner}
      optional
      name="owner"
      options={usePostOptions()}
      value={draft.ownerPostId}
      onChange={(ownerPostId) => set({ ownerPostId })}
      nothing={fields.nobody}
    />
  );
}

function TagFields({ draft, set, faults }: FactProps): ReactNode {
  const { fields } = useText(text);
  const suggested = useSuggestedTags();
  const known = useQuery(tagNamesQuery).data ?? [];
  const common = { optional: true, between: [',', '、', ';'], maxLength: 60 };
  return (
    <>
      <TagsField
        {...common}
        label={fields.add}
        name="add-tags"
        error={faults['add-tags']}
        value={draft.addTags}
        onChange={(addTags) => set({ addTags })}
        suggestions={suggested}
      />
      <TagsField
        {...common}
        label={fields.remove}
        name="remove-tags"
        value={draft.removeTags}
        onChange={(removeTags) => set({ removeTags })}
        suggestions={known}
      />
    </>
  );
}

function Safety({ draft, set }: FactProps): ReactNode {
  const { facts } = useText(text);
  const says = useText(kindText).safeties;
  return (
    <ChoiceField
      label={facts.safety}
      name="safety"
      options={answers.map((answer) => ({ value: answer, label: says[answer] }))}
      value={draft.safety}
      onChange={(safety) => set({ safety })}
    />
  );
}

function Support({ draft, set, faults, needsReason }: FactProps): ReactNode {
  const { fields } = useText(text);
  return (
    <>
      <TextField
        label={fields.day}
        hint={fields.dayHint}
        name="ends-on"
        type="date"
        optional
        value={draft.securityEndsOn}
        onChange={(event) => set({ securityEndsOn: event.currentTarget.value })}
      />
      <TextField
        label={fields.reason}
        hint={fields.reasonHint}
        name="reason"
        optional={!needsReason}
        error={faults.reason}
        maxLength={500}
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </>
  );
}
