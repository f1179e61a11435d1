import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useDeferredValue, useState } from 'react';
import { Button } from '#kit/Button';
import { Drawer } from '#kit/Drawer';
import { Fields, FormActions, TextField } from '#kit/Field';
import { PickField } from '#kit/PickField';
import { Problem } from '#kit/Problem';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import { useChanged } from '../use-changed.ts';
import { modulesQuery, releases } from './queries.ts';
import { useReleaseRefusal } from './release-refusal.ts';
import { text } from './release-text.ts';

/** Says that a release contains the release of a module. */
export function AddModule(props: { release: ReleasePage; opened: boolean; onClose: () => void }): ReactNode {
  const words = useText(text).modules;
  return (
    <Drawer title={words.add} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form release={props.release} onClose={props.onClose} /> : null}
    </Drawer>
  );
}

function Form({ release, onClose }: { release: ReleasePage; onClose: () => void }): ReactNode {
  const words = useText(text).modules;
  const refusal = useReleaseRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [typed, setTyped] = useState('');
  const [partId, setPartId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const q = useDeferredValue(partId ? '' : typed.trim());
  const found = useQuery(modulesQuery(q)).data?.items ?? [];
  const options = found
    .filter(({ id }) => id !== release.id)
    .map(({ id, model: { name }, version }) => ({ value: id, label: `${name} ${version}` }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(partId === null);
    if (partId === null) return;
    setBusy(true);
    setRefused(null);
    try {
      const made = await releases.createReleasePart({ releaseId: release.id, partId, note });
      await changed();
      const name = options.find(({ value }) => value === partId)?.label ?? '';
      toast(words.added(name), {
        undo: () => void releases.removeReleasePart(made).then(changed, (thrown) => toast(refusal(thrown))),
      });
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={save} noValidate>
      {refused ? <Problem what={refusal(refused)} /> : null}
      <Fields>
        <PickField
          label={words.find}
          hint={words.findHint}
          name="module"
          options={options}
          value={partId}
          onChange={setPartId}
          onSearch={setTyped}
          nothing={words.nothing}
          error={isMissing ? words.needed : undefined}
        />
        <TextField
          label={words.note}
          optional
          name="module-note"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Fields>
      <FormActions>
        <Button type="submit" weight="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </FormActions>
    </form>
  );
}
