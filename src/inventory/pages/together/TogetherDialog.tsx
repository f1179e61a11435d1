import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, FormActions } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { TogetherPreview } from '../../model/together.ts';
import { everything, products } from '../queries.ts';
import { text as refusalText } from '../refusal-text.ts';
import { changedNames, refusalWords } from '../refusal-words.ts';
import { useChanged } from '../use-changed.ts';
import { changeOf, emptyDraft, type Fact, FactFields } from './FactFields.tsx';
import classes from './together.module.css';
import { text } from './together-text.ts';

export type { Fact } from './FactFields.tsx';

/** Asks for one fact that many models get, tells what that would change, and does it. */
export function TogetherDialog(props: {
  fact: Fact;
  ids: string[];
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const { fact, ids } = props;
  const words = useText(text);
  const { refusals } = useText(refusalText);
  const toast = useToast();
  const changed = useChanged();
  const [draft, setDraft] = useState(emptyDraft);
  const change = changeOf(fact, draft);
  const { reason: _, ...asked } = useDeferredValue(change);
  const preview = useQuery({
    queryKey: [...everything, 'together', ids, asked],
    queryFn: ({ signal }) => products.previewTogether({ ids, change: asked }, { signal }),
    placeholderData: keepPreviousData,
  });
  const effect = preview.data;
  const needsReason = (effect?.earlier.count ?? 0) > 0;

  const undo = async (id: string) => {
    try {
      await products.undoTogether({ id });
      await changed();
    } catch (thrown) {
      const since = changedNames(thrown);
      toast(since ? words.changedSince(since.names, since.count) : refusalWords(thrown, refusals));
    }
  };
  const { submit, faults, refused, busy } = useSubmit<'reason' | 'add-tags'>(
    async () => {
      const { id, models } = await products.changeTogether({ ids, change });
      await changed();
      props.onDone();
      props.onClose();
      toast(words.done(models), { undo: () => void undo(id) });
    },
    () => ({
      ...(needsReason && draft.reason.trim() === '' ? { reason: refusals['reason-missing'] } : {}),
      ...(fact === 'tags' && draft.addTags.length + draft.removeTags.length === 0 ? { 'add-tags': words.say } : {}),
    }),
  );

  return (
    <Dialog title={words.titles[fact]} opened onClose={props.onClose}>
      <form onSubmit={submit} noValidate>
        {refused ? <Problem what={refusalWords(refused, refusals)} id={problemOf(refused)?.requestId} /> : null}
        <Fields>
          <p>{words.of(ids.length)}</p>
          <FactFields
            fact={fact}
            draft={draft}
            set={(patch) => setDraft((before) => ({ ...before, ...patch }))}
            faults={faults}
            needsReason={needsReason}
          />
          <Effect of={effect} />
        </Fields>
        <FormActions>
          <Button
            type="submit"
            weight="main"
            busy={busy}
            disabled={!effect || effect.changed === 0 || effect.foreign.count > 0}
          >
            {words.submit(effect?.changed ?? ids.length)}
          </Button>
          <Button onClick={props.onClose}>{words.cancel}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}

/** What would change, and what stands in its way; always of the same height, so that the button stays where it is. */
function Effect({ of }: { of: TogetherPreview | undefined }): ReactNode {
  const words = useText(text);
  return (
    <div className={classes.effect} role="status">
      <p>{of ? (of.changed === 0 ? words.nothing : words.effect(of.changed, of.same)) : words.counting}</p>
      {of && of.foreign.count > 0 ? (
        <p className={classes.alert}>{words.foreign(of.foreign.names, of.foreign.count)}</p>
      ) : null}
      {of && of.earlier.count > 0 ? <p>{words.earlier(of.earlier.names, of.earlier.count)}</p> : null}
    </div>
  );
}
