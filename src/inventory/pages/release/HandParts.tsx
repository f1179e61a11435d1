import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Drawer } from '#kit/Drawer';
import { Fields, FormActions, TextArea, TextField } from '#kit/Field';
import { Id } from '#kit/Id';
import { Problem } from '#kit/Problem';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { HandPart } from '../../contract/release-components.ts';
import { text as refusalText } from '../refusal-text.ts';
import { useChanged, useOrSay } from '../use-changed.ts';
import { useComponentRefusal } from './component-refusal.ts';
import { text } from './components-text.ts';
import { draftOf, type HandDraft, handDraftOf, handInputOf, saidByPurl, saysWhat } from './identity-draft.ts';
import { releases } from './queries.ts';
import classes from './release.module.css';
import { SuggestField } from './SuggestField.tsx';

interface Entering {
  releaseId: string;
  /** A part to change; without it parts are added one after another. */
  part?: HandPart;
  onClose: () => void;
}

/** 部品を手で入力する: Enter adds a part, and the form is empty for the next one. */
export function HandParts(props: Entering & { opened: boolean }): ReactNode {
  const words = useText(text).hand;
  const title = props.part ? words.edit(props.part.component.name) : words.title;
  return (
    <Drawer title={title} opened={props.opened} onClose={props.onClose}>
      {props.opened ? <Form {...props} /> : null}
    </Drawer>
  );
}

function Form({ releaseId, part, onClose }: Entering): ReactNode {
  const { hand: words } = useText(text);
  const refusal = useComponentRefusal();
  const [draft, setDraft] = useState<HandDraft>(() => handDraftOf(part ?? null));
  const [added, setAdded] = useState<HandPart[]>([]);
  const { refusals } = useText(refusalText);
  const write = useWriting(releaseId, part);
  const set = (patch: Partial<HandDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const field = (key: keyof HandDraft) => ({
    label: words[key],
    name: `hand-${key}`,
    value: draft[key],
    onChange: ({ currentTarget: { value } }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      set(key === 'purl' ? saidByPurl(value) : { [key]: value }),
  });

  const save = async () => {
    const written = await write(draft);
    if (part) return onClose();
    setAdded((before) => [written, ...before]);
    setDraft(handDraftOf(null));
    document.getElementById('hand-name')?.focus();
  };
  const { submit, faults, refused, busy } = useSubmit(save, () => (saysWhat(draft) ? {} : { name: words.needed }));

  return (
    <form onSubmit={submit} noValidate>
      {part ? null : <p className={classes.intro}>{words.intro}</p>}
      {refused ? <Problem what={refusal(refused)} safe={refusals.safe} /> : null}
      <Fields>
        <div className={classes.two}>
          <SuggestField
            label={words.name}
            name="hand-name"
            value={draft.name}
            error={faults.name}
            onChange={(name) => set({ name })}
            onChoose={(component) => set(draftOf(component))}
          />
          <TextField {...field('version')} hint={words.versionHint} optional />
        </div>
        <TextField {...field('purl')} hint={words.purlHint} optional />
        <details className={classes.more} open={part !== undefined}>
          <summary>{words.more}</summary>
          <div>
            <Fields>
              <TextField {...field('cpe')} hint={words.cpeHint} optional />
              <TextField {...field('supplier')} optional />
              <TextField {...field('licence')} optional />
              <TextArea {...field('note')} optional maxLength={2000} />
            </Fields>
          </div>
        </details>
      </Fields>
      <FormActions>
        <Button type="submit" weight="main" icon={part ? undefined : 'plus'} busy={busy}>
          {part ? words.save : words.add}
        </Button>
        <Button onClick={onClose}>{words.done}</Button>
      </FormActions>
      {added.length > 0 ? <Added parts={added} /> : null}
    </form>
  );
}

function Added(props: { parts: HandPart[] }): ReactNode {
  const words = useText(text).hand;
  return (
    <section className={classes.sofar}>
      <h3>{words.sofar}</h3>
      <ul>
        {props.parts.map(({ id, component }) => (
          <li key={id}>
            <b>{component.name}</b>
            <Id>{component.version}</Id>
            <span className={classes.identity}>{component.purl ?? component.cpes[0]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Adds the part or changes it, says so, and offers the way back. */
function useWriting(releaseId: string, part: HandPart | undefined) {
  const words = useText(text).hand;
  const toast = useToast();
  const changed = useChanged();
  const orSay = useOrSay(useComponentRefusal());
  return async (draft: HandDraft): Promise<HandPart> => {
    const written = part
      ? await releases.updateHandPart({ id: part.id, revision: part.revision, ...handInputOf(draft) })
      : (await releases.addHandParts({ id: releaseId, parts: [handInputOf(draft)] })).items[0];
    if (!written) throw new Error('The part was not answered');
    const { id, revision } = written;
    const back = () =>
      part
        ? releases.updateHandPart({ id, revision, ...handInputOf(handDraftOf(part)) })
        : releases.removeHandPart({ id, revision });
    await changed();
    const name = written.component.name;
    toast(part ? words.saved(name) : words.added(name), { undo: () => orSay(back()) });
    return written;
  };
}
