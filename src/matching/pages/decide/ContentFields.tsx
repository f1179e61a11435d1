import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { inventory } from '#inventory/contract';
import { ChoiceField, SelectField, TextArea, TextField } from '#kit/Field';
import { clientOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { type Justification, justifications, type VerdictScope, verdictStatuses } from '#verdicts/model';
import { text as verdictText } from '#verdicts/text';
import { everything } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import classes from './decide.module.css';
import { type Draft, reasonsFor, scopesFor } from './draft.ts';

const products = clientOf(inventory);

export type FieldName = 'status' | 'justification' | 'note' | 'fixed-in' | 'until';
type Props = {
  draft: Draft;
  set: (patch: Partial<Draft>) => void;
  faults: Partial<Record<FieldName, string>>;
  /** The one model whose places are decided; null: they are of several, or it is not known. */
  model: { id: string; name: string } | null;
};

/** The fields of a verdict: what, why, for what it counts, and what else can be said. */
export function ContentFields(props: Props): ReactNode {
  const { draft, set, faults } = props;
  const words = useText(decidingText);
  const { statuses } = useText(verdictText);
  return (
    <>
      <div className={classes.choices}>
        <ChoiceField
          {...{ name: 'status', label: words.status, value: draft.status, error: faults.status }}
          options={verdictStatuses.map((value) => ({
            value,
            label: statuses[value],
            hint: words.statusHints[value],
          }))}
          onChange={(status) => set({ status })}
        />
        <Scope {...props} />
      </div>
      {draft.status === 'not-affected' ? <Justifications {...props} /> : null}
      {draft.status === 'fixed' && draft.scope === 'model' ? <FixedIn {...props} /> : null}
      {draft.status === null ? null : <Reason {...props} />}
      {draft.status === null ? null : <More {...props} />}
    </>
  );
}

function Scope({ draft, set, model }: Props): ReactNode {
  const words = useText(decidingText);
  const { scopes } = useText(verdictText);
  return (
    <ChoiceField<VerdictScope>
      {...{ name: 'scope', label: words.scope, value: draft.scope }}
      options={scopesFor(draft.status, model !== null).map((value) => ({
        value,
        label: scopes[value],
        hint: words.scopeHints[value],
      }))}
      onChange={(scope) => set({ scope })}
    />
  );
}

function Justifications({ draft, set, faults }: Props): ReactNode {
  const words = useText(decidingText);
  const { justifications: names, columns } = useText(verdictText);
  return (
    <div className={classes.justifications}>
      <ChoiceField<Justification>
        {...{ name: 'justification', label: columns.justification, error: faults.justification }}
        value={draft.justification}
        options={justifications.map((value) => ({ value, label: names[value], hint: words.vex(value) }))}
        onChange={(justification) => set({ justification })}
      />
    </div>
  );
}

function Reason({ draft, set, faults }: Props): ReactNode {
  const words = useText(decidingText);
  const { reasons } = useText(verdictText);
  const isOwn = draft.reason === 'own';
  return (
    <>
      <SelectField
        name="reason"
        label={words.reason}
        value={draft.reason}
        options={[
          { value: 'own', label: words.ownWords },
          ...reasonsFor(draft).map((value) => ({ value, label: reasons[value] })),
        ]}
        onChange={(event) => set({ reason: event.currentTarget.value as Draft['reason'] })}
      />
      <TextArea
        name="note"
        label={isOwn ? words.note : words.noteBeside}
        optional={!isOwn}
        error={faults.note}
        value={draft.note}
        maxLength={4000}
        rows={2}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}

function FixedIn({ draft, set, faults, model }: Props): ReactNode {
  const words = useText(decidingText);
  const id = model?.id ?? '';
  const found = useQuery({
    queryKey: [...everything, 'releases-of-model', id],
    queryFn: () => products.listReleasesOfModel({ id, limit: 200 }),
    enabled: model !== null,
  }).data;
  return (
    <SelectField
      name="fixed-in"
      label={words.fixedIn}
      error={faults['fixed-in']}
      value={draft.fixedIn}
      options={[
        { value: '', label: words.chooseRelease },
        ...(found?.items ?? []).map(({ id: value, version, hardware }) => ({
          value,
          label: [model?.name, version, hardware?.name].filter(Boolean).join(' '),
        })),
      ]}
      onChange={(event) => set({ fixedIn: event.currentTarget.value })}
    />
  );
}

function More({ draft, set, faults }: Props): ReactNode {
  const words = useText(decidingText);
  return (
    <details className={classes.more}>
      <summary>{words.more}</summary>
      <div>
        <TextField
          name="evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          optional
          value={draft.evidence}
          maxLength={4000}
          onChange={(event) => set({ evidence: event.currentTarget.value })}
        />
        <TextField
          {...{ name: 'until', type: 'date', label: words.until, hint: words.untilHint, error: faults.until }}
          optional
          value={draft.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
        {draft.status === 'not-affected' ? (
          <TextArea
            name="impact"
            label={words.impact}
            hint={words.impactHint}
            optional
            value={draft.impact}
            maxLength={4000}
            rows={2}
            onChange={(event) => set({ impact: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </details>
  );
}
