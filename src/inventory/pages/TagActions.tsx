import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, FormActions, TextArea, TextField } from '#kit/Field';
import { MoreMenu } from '#kit/MoreMenu';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { Like } from '#platform/browser/texts';
import type { ListedTag } from '../contract/tags.ts';
import { TagName } from '../model.ts';
import { products } from './queries.ts';
import { refusalWords } from './refusal-words.ts';
import { text as tagsText } from './tags-page-text.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

/** Adds a technology before anything carries it, so that everybody writes it alike. */
export function NewTag(props: { opened: boolean; onClose: () => void }): ReactNode {
  const { opened, onClose } = props;
  const words = useText(tagsText).tags;
  const say = useRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [draft, setDraft] = useState({ name: '', note: '' });
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (!opened) return;
    setDraft({ name: '', note: '' });
    setError(undefined);
  }, [opened]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!TagName.safeParse(draft.name).success) return setError(words.nameNeeded);
    try {
      const { name } = await products.createTag(draft);
      await changed();
      const undo = () => products.removeTag({ name }).then(changed, (thrown) => toast(say(thrown)));
      toast(words.added(name), { undo });
      onClose();
    } catch (thrown) {
      setError(say(thrown));
    }
  };

  return (
    <Dialog title={words.add} opened={opened} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <Fields>
          <TextField
            label={words.name}
            hint={words.nameHint}
            name="tag-name"
            data-autofocus
            maxLength={60}
            value={draft.name}
            error={error}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <TextArea
            label={words.note}
            hint={words.noteHint}
            optional
            name="tag-note"
            maxLength={2000}
            value={draft.note}
            onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
          />
        </Fields>
        <Buttons onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** 「…」 of a technology: its note, and the way out of the list while nothing carries it. */
export function TagActions({ tag }: { tag: ListedTag }): ReactNode {
  const words = useText(tagsText).tags;
  const say = useRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [isEditing, setEditing] = useState(false);
  const remove = async () => {
    try {
      const removed = await products.removeTag({ name: tag.name });
      await changed();
      const undo = () => products.createTag(removed).then(changed, (thrown) => toast(say(thrown)));
      toast(words.removed(tag.name), { undo });
    } catch (thrown) {
      toast(say(thrown));
    }
  };
  const isUsed = tag.models + tag.releases > 0;
  return (
    <>
      <MoreMenu
        label={words.actions(tag.name)}
        items={[
          { label: words.editNote, icon: 'edit', run: () => setEditing(true) },
          { label: words.remove, icon: 'close', run: remove, disabled: isUsed },
        ]}
      />
      <NoteForm tag={tag} opened={isEditing} onClose={() => setEditing(false)} />
    </>
  );
}

function NoteForm(props: { tag: ListedTag; opened: boolean; onClose: () => void }): ReactNode {
  const { tag, opened, onClose } = props;
  const words = useText(tagsText).tags;
  const say = useRefusal();
  const toast = useToast();
  const changed = useChanged();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (!opened) return;
    setNote(tag.note);
    setError(undefined);
  }, [opened, tag.note]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { name, note: was } = tag;
    try {
      const saved = await products.updateTag({ name, note, was });
      await changed();
      const back = { name, note: was, was: saved.note };
      toast(words.saved, { undo: () => products.updateTag(back).then(changed, (thrown) => toast(say(thrown))) });
      onClose();
    } catch (thrown) {
      setError(say(thrown));
    }
  };

  return (
    <Dialog title={words.noteOf(tag.name)} opened={opened} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <TextArea
          label={words.note}
          hint={words.noteHint}
          name="tag-note"
          data-autofocus
          maxLength={2000}
          value={note}
          error={error}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Buttons onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Buttons({ onClose }: { onClose: () => void }): ReactNode {
  const { save, cancel } = useText(text).model;
  return (
    <FormActions>
      <Button type="submit" weight="main">
        {save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </FormActions>
  );
}

function useRefusal(): (thrown: unknown) => string {
  const words = useText(tagsText).tags;
  const { refusals } = useText(text);
  return (thrown) => tagRefusal(thrown, words) ?? refusalWords(thrown, refusals);
}

function tagRefusal(thrown: unknown, words: Like<(typeof tagsText.en)['tags']>): string | null {
  const details = problemOf(thrown)?.details ?? {};
  const name = String(details.name ?? '');
  if (details.reason === 'name-taken') return words.taken(name);
  if (details.reason === 'tag-in-use') return words.inUse(name);
  if (details.reason === 'changed-since') return words.changed;
  return details.reason === 'division' ? words.foreign : null;
}
