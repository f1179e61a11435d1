import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '#kit/Dialog';
import { ChoiceField, Fields } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { refusalOf } from '../decide/refusal.ts';
import { useDecided } from '../decide/use-deciding.ts';
import { decisions, verdictPolicyQuery } from '../queries.ts';
import { decidingText } from '../words/deciding.ts';
import { verdictsText } from '../words/verdicts.ts';

/** Asks whether a verdict that closes needs a second person from now on. */
export function PolicyDialog({ onClose }: { onClose: () => void }): ReactNode {
  const words = useText(verdictsText).policy;
  const deciding = useText(decidingText);
  const toast = useToast();
  const decided = useDecided();
  const now = useQuery(verdictPolicyQuery).data;
  const [chosen, setChosen] = useState<'alone' | 'two' | null>(null);
  const value = chosen ?? (now && (now.fourEyes ? 'two' : 'alone')) ?? null;
  const form = useSubmit(async () => {
    if (value === null) return;
    const fourEyes = value === 'two';
    await decisions.setVerdictPolicy({ fourEyes });
    await decided();
    onClose();
    toast(words.saved(fourEyes));
  });
  return (
    <Dialog title={words.title} opened onClose={onClose}>
      <form onSubmit={form.submit} noValidate>
        {form.refused ? (
          <Problem what={refusalOf(form.refused, deciding)} id={problemOf(form.refused)?.requestId} />
        ) : null}
        <Fields>
          <ChoiceField
            name="policy"
            label={words.who}
            options={[
              { value: 'alone' as const, label: words.alone, hint: words.aloneHint },
              { value: 'two' as const, label: words.two, hint: words.twoHint },
            ]}
            value={value}
            onChange={setChosen}
          />
        </Fields>
        <SaveOrCancel save={words.save} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
