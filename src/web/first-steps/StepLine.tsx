import type { ReactNode } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { Icon } from '#kit/Icon';
import type { FirstStep } from '#organization/model';
import { useLanguage, useText } from '#platform/browser/language';
import classes from './first-steps.module.css';
import { MatchWords } from './MatchWords.tsx';
import { countsOf, type Found, type Progress } from './progress.ts';
import { StepButtons } from './StepButtons.tsx';
import { text } from './text.ts';

type Line = Progress[number] & {
  place: number;
  found: Found;
  putOff: (step: FirstStep, how: 'later' | 'now') => void;
};

/** One step: its name and state, why, what stands already, the way there, and files to try it with. */
export function StepLine({ step, state, isNext, place, found, putOff }: Line): ReactNode {
  const words = useText(text);
  const name = words.steps[step];
  const count = countsOf(found)[step];
  return (
    <li
      className={classes.step}
      data-state={state}
      data-next={isNext || undefined}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className={classes.mark} aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={14} /> : place}
      </span>
      <div className={classes.words}>
        <div className={classes.name}>
          <h2>{name}</h2>
          <span>{step !== 'match' && count > 0 ? words.standing[step](count) : words.states[state]}</span>
        </div>
        <p className={classes.why}>{words.why[step]}</p>
        {step === 'contents' && found.start.models === 0 ? <p className={classes.why}>{words.noModel}</p> : null}
        {step === 'match' ? <MatchWords found={found} /> : null}
        {state === 'put-off' ? null : <StepButtons step={step} isNext={isNext} found={found} />}
        {state === 'open' ? <Samples step={step} /> : null}
      </div>
      {state === 'open' ? (
        <Button size="small" weight="quiet" aria-label={words.laterOf(name)} onClick={() => putOff(step, 'later')}>
          {words.later}
        </Button>
      ) : state === 'put-off' ? (
        <Button size="small" weight="quiet" aria-label={words.takeUpOf(name)} onClick={() => putOff(step, 'now')}>
          {words.takeUp}
        </Button>
      ) : null}
    </li>
  );
}

function Samples({ step }: { step: FirstStep }): ReactNode {
  const words = useText(text);
  const { language } = useLanguage();
  const products = (format: string) => `/api/products/import-sample?${new URLSearchParams({ format, language })}`;
  const parts = (form: string) => `/api/sbom-samples/${form}?${new URLSearchParams({ language })}`;
  const files: Record<FirstStep, [label: string, href: string][]> = {
    divisions: [],
    products: [
      [words.sample.xlsx, products('xlsx')],
      [words.sample.csv, products('csv')],
    ],
    contents: [
      [words.sample.cyclonedx, parts('cyclonedx')],
      [words.sample.parts, parts('xlsx')],
    ],
    records: [[words.sample.record, '/api/intelligence/import-sample']],
    match: [],
  };
  if (files[step].length === 0) return null;
  return (
    <p className={classes.samples}>
      <span>{words.samples}</span>
      {files[step].map(([label, href]) => (
        <ButtonAnchor key={href} size="small" weight="quiet" icon="download" href={href} download>
          {label}
        </ButtonAnchor>
      ))}
    </p>
  );
}
