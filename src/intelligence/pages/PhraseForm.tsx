import { type ReactNode, useState } from 'react';
import { Drawer } from '#kit/Drawer';
import { ErrorSummary } from '#kit/ErrorSummary';
import { FactList } from '#kit/Facts';
import { ChoiceField, Fields, TextField } from '#kit/Field';
import { Id } from '#kit/Id';
import { Problem } from '#kit/Problem';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import type { Phrase } from '../contract.ts';
import { wordsOfException } from '../exception-phrase.ts';
import type { SetRange } from '../model.ts';
import { obstacleToRanges } from '../obstacle-to-ranges.ts';
import { text as intelligenceText } from '../text.ts';
import { phraseText } from './phrase-text.ts';
import { text } from './text.ts';

type Props = { phrase: Phrase | null; save: (ranges: SetRange[]) => Promise<void>; onClose: () => void };

/** The bounds that some words mean. */
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
  const [first] = phrase.ranges ?? [];
  const [from, setFrom] = useState(first?.from ?? '');
  const [to, setTo] = useState(first?.to ?? '');
  const [fromIncluded, setFromIncluded] = useState<'yes' | 'no'>(first?.fromIncluded === false ? 'no' : 'yes');
  const [toIncluded, setToIncluded] = useState<'yes' | 'no'>(first?.toIncluded === false ? 'no' : 'yes');
  const range: SetRange = {
    ...{ from: from.trim() || null, fromIncluded: fromIncluded === 'yes' },
    ...{ to: to.trim() || null, toIncluded: toIncluded === 'yes' },
  };
  const { submit, faults, errors, refused, busy } = useSubmit<'from' | 'to'>(
    () => save([range]),
    () => {
      const obstacle = obstacleToRanges([range]);
      if (!obstacle) return {};
      return { [obstacle.bound === range.from ? 'from' : 'to']: words.obstacles[obstacle.reason](obstacle.bound) };
    },
  );
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: words.included[value] }));
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
        <TextField
          name="from"
          label={words.fields.from}
          hint={wordsOfException(phrase.phrase) === null ? words.hint : words.exceptionHint}
          optional
          value={from}
          error={faults.from}
          maxLength={100}
          data-autofocus
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <ChoiceField
          name="fromIncluded"
          label={words.fields.fromIncluded}
          options={choices}
          value={fromIncluded}
          onChange={setFromIncluded}
        />
        <TextField
          name="to"
          label={words.fields.to}
          optional
          value={to}
          error={faults.to}
          maxLength={100}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <ChoiceField
          name="toIncluded"
          label={words.fields.toIncluded}
          options={choices}
          value={toIncluded}
          onChange={setToIncluded}
        />
      </Fields>
      <SaveOrCancel save={words.save} busy={busy} onCancel={onClose} />
    </form>
  );
}
