import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#kit/Button';
import { Problem } from '#kit/Problem';
import { formatInstant } from '#platform/browser/calendar';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { deeds } from '../deeds/registers.ts';
import { text as inventoryText } from '../text.ts';
import classes from './products.module.css';
import { changesSince, refusalWords } from './refusal-words.ts';
import { text } from './text.ts';

/** What ChangedSince says; it is loaded with the first refusal. */
export function ChangedProblem(props: { thrown: unknown; onReload: () => void }): ReactNode {
  const { refusals: words, model } = useText(text);
  const { supportDates, columns } = useText(inventoryText);
  const { language } = useLanguage();
  const facts: Record<string, string> = {
    ...useText(deeds).fields,
    ...columns,
    ...model.facts,
    lineId: model.facts.line,
    ownerPostId: model.facts.owner,
    divisionId: model.facts.division,
    successorId: model.facts.successor,
    buildKeyPostId: columns.buildKey,
    partNumbers: model.numbers,
    note: model.note,
    productionEndsOn: supportDates.production,
    salesEndsOn: supportDates.sales,
    repairEndsOn: supportDates.repair,
    securityEndsOn: supportDates.security,
  };
  const changes = changesSince(props.thrown);
  const now = Temporal.Now.instant();
  const shown = useRef<HTMLDivElement>(null);
  // The button that was pressed is at the foot of a long form, this stands at its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another refusal is looked at again
  useEffect(() => shown.current?.focus(), [props.thrown]);
  return (
    <div ref={shown} tabIndex={-1}>
      <Problem
        kind={changes.length > 0 ? 'question' : 'failure'}
        what={refusalWords(props.thrown, words)}
        id={problemOf(props.thrown)?.requestId}
        safe={
          <>
            {changes.map(({ by, at, after }) => (
              <span key={at} className={classes.changed}>
                {words.changedBy(by, formatInstant(Temporal.Instant.from(at), language, now))}
                {': '}
                {Object.keys(after)
                  .map((fact) => facts[fact] ?? fact)
                  .join(language === 'ja' ? '、' : ', ')}
              </span>
            ))}
            {words.safe}
          </>
        }
        action={changes.length > 0 ? <Button onClick={props.onReload}>{words.reload}</Button> : undefined}
      />
    </div>
  );
}
