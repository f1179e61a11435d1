import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { FactList } from '#kit/Facts';
import { ChoiceField, Fields } from '#kit/Field';
import { Id } from '#kit/Id';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { Phrase } from '../contract.ts';
import { wordsOfException } from '../exception-phrase.ts';
import type { SetRange } from '../model.ts';
import { text as intelligenceText } from '../text.ts';
import { phraseText } from './phrase-text.ts';
import { draftOf, emptyRange, faultsOf, type RangeDraft, RangeFields, rangeOf } from './RangeFields.tsx';
import { text } from './text.ts';

type Props = { phrase: Phrase | null; save: (ranges: SetRange[]) => Promise<void>; onClose: () => void };

type Which = 'some' | 'all' | 'none';
const mostRanges = 50;

function whichOf(ranges: readonly SetRange[] | null): Which {
  if (ranges?.length === 0) return 'none';
  return ranges?.some(({ from, to }) => from === null && to === null) ? 'all' : 'some';
}

/** The versions that some words mean. */
export function PhraseForm({ phrase, save, onClose }: Props): ReactNode {
  const words = useText(text).phrases;
  return (
    <Drawer title={phrase ? phraseText(phrase.phrase, words) : ''} opened={phrase !== null} onClose={onClose}>
      {phrase ? <Form phrase={phrase} save={save} onClose={onClose} /> : null}
    </Drawer>
  );
}

function Form({ phrase, save, onClose }: { phrase: Phrase } & Omit<Props, 'phrase'>): ReactNode {
  const words = useText(text).phrases;
  const { sources } = useText(intelligenceText);
  const isException = wordsOfException(phrase.phrase) !== null;
  const [which, setWhich] = useState<Which>(whichOf(phrase.ranges));
  const [drafts, setDrafts] = useState<RangeDraft[]>(() => {
    const bounded = whichOf(phrase.ranges) === 'some' ? (phrase.ranges ?? []) : [];
    return bounded.length > 0 ? bounded.map(draftOf) : [emptyRange];
  });
  const { submit, faults, errors, refused, busy } = useSubmit<string>(
    () => save({ all: [rangeOf(emptyRange)], none: [], some: drafts.map(rangeOf) }[which]),
    () => (which === 'some' ? faultsOf(drafts, words) : {}),
  );
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      {refused ? <Problem what={words.changedSince} id={problemOf(refused)?.requestId} /> : null}
      <Fields>
        <FactList
          facts={[
            [words.columns.product, phrase.product],
            [words.columns.vulnerability, <Id key="vulnerability">{phrase.vulnerability}</Id>],
            [words.columns.record, `${sources[phrase.source]} ${phrase.externalId}`],
          ]}
        />
        <ChoiceField
          name="which"
          label={isException ? words.whichException : words.which}
          options={(['some', 'all', 'none'] as const).map((value) => ({ value, label: words.whiches[value] }))}
          value={which}
          onChange={setWhich}
        />
        {which === 'some' ? (
          <>
            {drafts.map((draft, at) => (
              <RangeFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a range is its place
                key={at}
                at={at}
                draft={draft}
                faults={faults}
                hint={words.hint}
                onChange={(next) => setDrafts(drafts.with(at, next))}
                onRemove={drafts.length > 1 ? () => setDrafts(drafts.toSpliced(at, 1)) : null}
              />
            ))}
            {drafts.length < mostRanges ? (
              <div>
                <Button size="small" icon="plus" onClick={() => setDrafts([...drafts, emptyRange])}>
                  {words.addRange}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </Fields>
      <SaveOrCancel save={which === 'some' ? words.save : words.saveWhich} busy={busy} onCancel={onClose} />
    </form>
  );
}
