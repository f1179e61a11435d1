import { useState } from 'react';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text } from './refusal-text.ts';
import { changedNames, refusalWords } from './refusal-words.ts';
import { useChanged } from './use-changed.ts';

/** What a file would do, kept by the server until it is applied. */
export interface Previewed<Preview> {
  id: string;
  canApply: boolean;
  preview: Preview;
}

/** How files of one kind are taken over and taken back; `apply` and `undo` answer how much they changed. */
export interface Importing<Preview> {
  read: (file: File) => Promise<Previewed<Preview>>;
  apply: (id: string) => Promise<number>;
  undo: (id: string) => Promise<number>;
  applied: (count: number) => string;
  undone: (count: number) => string;
}

/** A file on its way: read, shown, and applied with the way back; afterwards `onApplied`. */
export function useImport<Preview>(importing: Importing<Preview>, onApplied: () => void) {
  const { refusals } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const takeBack = useTakingBack(importing);
  const [file, setFile] = useState<File | null>(null);
  const [previewed, setPreviewed] = useState<Previewed<Preview> | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState<'reading' | 'applying' | null>(null);

  const read = async (chosen: File | null) => {
    setFile(chosen);
    setPreviewed(null);
    setRefused(null);
    if (!chosen) return;
    setBusy('reading');
    await importing.read(chosen).then(setPreviewed, setRefused);
    setBusy(null);
  };
  const apply = async (id: string) => {
    setBusy('applying');
    setRefused(null);
    try {
      const count = await importing.apply(id);
      await changed();
      toast(importing.applied(count), { undo: () => takeBack(id) });
      setFile(null);
      setPreviewed(null);
      setBusy(null);
      onApplied();
    } catch (thrown) {
      setRefused(thrown);
      setBusy(null);
    }
  };
  const names = changedNames(refused);
  return {
    file,
    previewed,
    busy,
    read,
    apply,
    refused: refused
      ? {
          what: names ? refusals['changed-models'](names.names, names.count) : refusalWords(refused, refusals),
          id: problemOf(refused)?.requestId,
        }
      : null,
  };
}

/** Takes an import back and says so, or says who changed what meanwhile. */
export function useTakingBack({
  undo,
  undone,
}: Pick<Importing<unknown>, 'undo' | 'undone'>): (id: string) => Promise<void> {
  const { refusals } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  return async (id) => {
    try {
      toast(undone(await undo(id)));
    } catch (thrown) {
      const names = changedNames(thrown);
      toast(names ? refusals['changed-after'](names.names, names.count) : refusalWords(thrown, refusals));
    }
    await changed();
  };
}
