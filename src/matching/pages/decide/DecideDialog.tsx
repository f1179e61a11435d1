import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, FormActions } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { todayInJapan } from '#platform/browser/calendar';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { text as verdictText } from '#verdicts/text';
import { everything, matches } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import { ContentFields, type FieldName } from './ContentFields.tsx';
import classes from './decide.module.css';
import { changed, contentOf, countable, type Draft, emptyDraft, missingOf } from './draft.ts';
import { EffectWords } from './EffectWords.tsx';
import { refusalOf } from './refusal.ts';
import { useDecided, useTakingBack } from './use-deciding.ts';

/** As it is sent: a list in a filter is one string. */
type Asked = Parameters<typeof matches.decide>[0];

/** What is to be decided. */
export type Target = {
  places: Asked['places'];
  /** In words: 「CVE-2021-3711（MR-1167 1.4.7、openssl 1.1.1k）」. */
  what: string;
  /** The one model whose places these are; null: of several, or it is not known. */
  model: { id: string; name: string } | null;
};

const fieldOf: Record<string, FieldName> = {
  'choose-status': 'status',
  'justification-needed': 'justification',
  'reason-needed': 'note',
  'reason-unfit': 'note',
  'fixed-in-needed': 'fixed-in',
  'fixed-in-unfit': 'fixed-in',
  'until-past': 'until',
};

/** 判定する: what, why, for what it counts; tells what that would do, and does it. */
export function DecideDialog(props: { target: Target; onClose: () => void; onDone?: () => void }): ReactNode {
  const { target, onClose } = props;
  const words = useText(decidingText);
  const { statuses, set: verbs } = useText(verdictText);
  const [draft, setDraft] = useState(emptyDraft);
  const set = (patch: Partial<Draft>) => setDraft((before) => changed(before, patch, target.model !== null));
  const { missing, preview } = usePreview(draft, target);
  const toast = useToast();
  const decided = useDecided();
  const takeBack = useTakingBack();
  const form = useSubmit<FieldName>(
    async () => {
      const content = contentOf(draft);
      if (content === null) return;
      const asked = { places: target.places, scope: draft.scope, content };
      const { decisionId, waits, covers } = await matches.decide(asked);
      await decided();
      props.onDone?.();
      onClose();
      toast(waits ? words.doneWaits : words.done(covers.places, statuses[content.status]), {
        undo: () => void takeBack(decisionId),
      });
    },
    () => faultsOf(draft, words.effect.missing),
  );
  return (
    <Dialog title={words.title} opened onClose={onClose} size="wide">
      <form onSubmit={form.submit} noValidate>
        {form.refused ? (
          <Problem what={refusalOf(form.refused, words)} id={problemOf(form.refused)?.requestId} />
        ) : null}
        <Fields>
          <p className={classes.what}>{target.what}</p>
          <ContentFields {...{ draft, set, faults: form.faults, model: target.model }} />
        </Fields>
        <div className={classes.end}>
          <EffectWords
            missing={missing}
            refused={missing === null && preview.isError ? refusalOf(preview.error, words) : null}
            effect={preview.data}
          />
          <FormActions>
            <Button type="submit" weight="main" busy={form.busy}>
              {draft.status === null ? words.decide : verbs[draft.status]}
            </Button>
            <Button onClick={onClose}>{words.cancel}</Button>
          </FormActions>
        </div>
      </form>
    </Dialog>
  );
}

/** Counts again when something changes that a number hangs on. */
function usePreview(draft: Draft, target: Target) {
  const counted = countable(draft);
  const missing = missingOf(counted, today());
  const content = missing === null ? contentOf(counted) : null;
  const asked = useDeferredValue(content && { places: target.places, scope: draft.scope, content });
  const preview = useQuery({
    queryKey: [...everything, 'verdict-preview', asked],
    queryFn: ({ signal }) => matches.previewVerdict(asked as NonNullable<typeof asked>, { signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { missing, preview };
}

const today = () => todayInJapan(Temporal.Now.instant()).toString();

function faultsOf(draft: Draft, words: Record<string, string>): Partial<Record<FieldName, string>> {
  const missing = missingOf(draft, today());
  const field = missing && fieldOf[missing];
  return missing && field ? { [field]: words[missing] ?? '' } : {};
}
