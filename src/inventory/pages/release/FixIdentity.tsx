import { type FormEvent, type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { ChoiceField, Fields, TextField } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { ReleaseComponentPage } from '../../contract/release-components.ts';
import { text as refusalText } from '../refusal-text.ts';
import { useChanged } from '../use-changed.ts';
import { useComponentRefusal } from './component-refusal.ts';
import { text } from './components-text.ts';
import { draftOf, type IdentityDraft, identityOf, saidByPurl, saysWhat } from './identity-draft.ts';
import { releases } from './queries.ts';
import classes from './release.module.css';
import { SuggestField } from './SuggestField.tsx';

interface Fixing {
  page: ReleaseComponentPage;
  onClose: () => void;
  /** The component is another one now. */
  onMoved: (componentId: number) => void;
}

/** 身元を直す: says what a component really is, here or wherever it stands, and before that what will change. */
export function FixIdentity(props: Fixing & { opened: boolean }): ReactNode {
  const words = useText(text).fix;
  return (
    <Drawer title={words.title(props.page.component.name)} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form {...props} /> : null}
    </Drawer>
  );
}

function Form({ page, onClose, onMoved }: Fixing): ReactNode {
  const { fix: words } = useText(text);
  const { refusals } = useText(refusalText);
  const refusal = useComponentRefusal();
  const fix = useFix({ page, onClose, onMoved });
  const [draft, setDraft] = useState<IdentityDraft>(() => draftOf(page.component));
  const [scope, setScope] = useState<'here' | 'everywhere'>('here');
  const [reason, setReason] = useState('');
  const set = (patch: Partial<IdentityDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const field = (key: 'purl' | 'cpe' | 'version' | 'supplier') => ({
    name: `identity-${key}`,
    value: draft[key],
    onChange: ({ currentTarget: { value } }: FormEvent<HTMLInputElement>) =>
      set(key === 'purl' ? saidByPurl(value) : { [key]: value }),
  });

  const { submit, faults, errors, refused, busy } = useSubmit(
    () => fix(draft, scope, reason),
    () => ({
      ...(saysWhat(draft) ? {} : { 'identity-purl': words.needed.what }),
      ...(reason.trim() ? {} : { reason: words.needed.reason }),
    }),
  );

  return (
    <form onSubmit={submit} noValidate>
      <p className={classes.intro}>{words.intro}</p>
      <ErrorSummary errors={errors} />
      {refused ? <Problem what={refusal(refused)} safe={refusals.safe} /> : null}
      <Fields>
        <SuggestField
          label={words.name}
          hint={words.findHint}
          name="identity-name"
          value={draft.name}
          onChange={(name) => set({ name })}
          onChoose={(component) => setDraft(draftOf(component))}
        />
        <TextField label={words.version} optional {...field('version')} />
        <TextField
          label={words.purl}
          hint={words.purlHint}
          optional
          error={faults['identity-purl']}
          {...field('purl')}
        />
        <TextField label={words.cpe} hint={words.cpeHint} optional {...field('cpe')} />
        <TextField label={words.supplier} optional {...field('supplier')} />
        <ChoiceField
          label={words.scope}
          name="scope"
          value={scope}
          onChange={setScope}
          options={[
            { value: 'here', label: words.here },
            { value: 'everywhere', label: words.everywhere },
          ]}
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          maxLength={500}
          value={reason}
          error={faults.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Fields>
      <p className={classes.effect} role="status">
        {scope === 'here' ? words.effectHere : words.effectEverywhere(countText(page.releases))}
      </p>
      <SaveOrCancel save={words.save} busy={busy} onCancel={onClose} />
    </form>
  );
}

/** Makes the correction, moves on to what the component is now, and offers the way back. */
function useFix({ page, onClose, onMoved }: Fixing) {
  const words = useText(text).fix;
  const refusal = useComponentRefusal();
  const toast = useToast();
  const changed = useChanged();
  return async (draft: IdentityDraft, scope: 'here' | 'everywhere', reason: string) => {
    const done = await releases.correctComponent({
      id: page.component.id,
      releaseId: scope === 'here' ? page.release.id : null,
      ...identityOf(draft),
      reason: reason.trim(),
    });
    onClose();
    onMoved(done.component.id);
    await changed();
    toast(words.saved(done.component.name, countText(done.releases)), {
      undo: () =>
        releases.revokeCorrection({ id: done.id }).then(
          async ({ component }) => {
            onMoved(component.id);
            await changed();
          },
          (thrown) => toast(refusal(thrown)),
        ),
    });
  };
}
