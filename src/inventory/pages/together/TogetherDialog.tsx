import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import { everything, products } from '../queries.ts';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { useChanged } from '../use-changed.ts';
import { changeOf, emptyDraft, type Fact, FactFields } from './FactFields.tsx';
import { Effect, ManyForm, useTakingBack } from './ManyForm.tsx';
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

  const say = (thrown: unknown) => refusalWords(thrown, refusals);
  const takeBack = useTakingBack(products.undoTogether, words, say);
  const form = useSubmit<'reason' | 'add-tags'>(
    async () => {
      const { id, models } = await products.changeTogether({ ids, change });
      await changed();
      props.onDone();
      props.onClose();
      toast(words.done(models), { undo: () => void takeBack(id) });
    },
    () => ({
      ...(needsReason && draft.reason.trim() === '' ? { reason: refusals['reason-missing'] } : {}),
      ...(fact === 'tags' && draft.addTags.length + draft.removeTags.length === 0 ? { 'add-tags': words.say } : {}),
    }),
  );

  return (
    <ManyForm
      title={words.titles[fact]}
      {...{ words, form, say, effect, onClose: props.onClose }}
      count={ids.length}
      disabled={!effect || effect.changed === 0 || effect.foreign.count > 0}
    >
      <FactFields
        fact={fact}
        draft={draft}
        set={(patch) => setDraft((before) => ({ ...before, ...patch }))}
        faults={form.faults}
        needsReason={needsReason}
      />
      <Effect of={effect} words={words}>
        {effect && needsReason ? <p>{words.earlier(effect.earlier.names, effect.earlier.count)}</p> : null}
      </Effect>
    </ManyForm>
  );
}
