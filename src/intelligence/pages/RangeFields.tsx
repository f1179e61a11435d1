import { Fragment, type ReactNode } from 'react';
import { Button } from '#kit/Button';
import { ChoiceField, TextField } from '#kit/Field';
import { useText } from '#platform/browser/language';
import type { SetRange } from '../model.ts';
import { obstacleToRanges } from '../obstacle-to-ranges.ts';
import { text } from './text.ts';

/** A range as it is being written: open sides are empty. */
export type RangeDraft = Record<'from' | 'to', string> & Record<'fromIncluded' | 'toIncluded', 'yes' | 'no'>;
type Words = (typeof text)['en']['phrases'];
type Faults = Partial<Record<string, string>>;

export const emptyRange: RangeDraft = { from: '', fromIncluded: 'yes', to: '', toIncluded: 'yes' };

export const draftOf = ({ from, fromIncluded, to, toIncluded }: SetRange): RangeDraft => ({
  ...{ from: from ?? '', fromIncluded: fromIncluded ? 'yes' : 'no' },
  ...{ to: to ?? '', toIncluded: toIncluded ? 'yes' : 'no' },
});

export const rangeOf = ({ from, fromIncluded, to, toIncluded }: RangeDraft): SetRange => ({
  ...{ from: from.trim() || null, fromIncluded: fromIncluded === 'yes' },
  ...{ to: to.trim() || null, toIncluded: toIncluded === 'yes' },
});

/** What is wrong with the ranges, by the name of the field. */
export function faultsOf(drafts: readonly RangeDraft[], words: Words): Faults {
  const found = drafts.flatMap((draft, at): [string, string][] => {
    const range = rangeOf(draft);
    if (range.from === null && range.to === null) return [[`from-${at}`, words.bothOpen]];
    const obstacle = obstacleToRanges([range]);
    if (!obstacle) return [];
    const side = obstacle.bound === range.from ? 'from' : 'to';
    return [[`${side}-${at}`, words.obstacles[obstacle.reason](obstacle.bound)]];
  });
  return Object.fromEntries(found);
}

/** The two bounds of one of the ranges. */
export function RangeFields(props: {
  at: number;
  draft: RangeDraft;
  faults: Faults;
  hint: string;
  onChange: (draft: RangeDraft) => void;
  onRemove: (() => void) | null;
}): ReactNode {
  const words = useText(text).phrases;
  const { at, draft, faults, hint, onChange, onRemove } = props;
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: words.included[value] }));
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <Fragment key={side}>
          <TextField
            name={`${side}-${at}`}
            label={words.fields[side]}
            hint={side === 'from' && at === 0 ? hint : undefined}
            optional
            value={draft[side]}
            error={faults[`${side}-${at}`]}
            maxLength={100}
            data-autofocus={side === 'from' && at === 0 ? true : undefined}
            onChange={(event) => onChange({ ...draft, [side]: event.currentTarget.value })}
          />
          <ChoiceField
            name={`${side}Included-${at}`}
            label={words.fields[`${side}Included`]}
            options={choices}
            value={draft[`${side}Included`]}
            onChange={(value) => onChange({ ...draft, [`${side}Included`]: value })}
          />
        </Fragment>
      ))}
      {onRemove ? (
        <div>
          <Button size="small" onClick={onRemove}>
            {words.removeRange(at + 1)}
          </Button>
        </div>
      ) : null}
    </>
  );
}
