import type { Viewer } from '#access';
import type { Db } from '#platform/database';
import { exceptionPhrase } from './exception-phrase.ts';
import type { SetRange } from './model.ts';
import type { Criterion, Range } from './statement.ts';
import { listDecisions } from './store/phrases.ts';
import { type KeptStatement, listStatements } from './store/records.ts';
import { phraseProduct } from './summarize.ts';

/** What all sources say now of these vulnerabilities, with what people have said about words that were not understood. */
export async function listMatchable(
  db: Db,
  viewer: Viewer,
  vulnerabilityIds: readonly number[],
): Promise<KeptStatement[]> {
  const kept = await listStatements(db, viewer, vulnerabilityIds);
  const decisions = new Map(
    (await listDecisions(db, viewer, vulnerabilityIds)).map(({ recordId, product, phrase, ranges }) => [
      JSON.stringify([recordId, product, phrase]),
      ranges,
    ]),
  );
  if (decisions.size === 0) return kept;
  return kept.map((one) => {
    const criteria = one.statement.criteria.map((criterion) =>
      decided(criterion, (phrase) =>
        decisions.get(JSON.stringify([one.recordId, phraseProduct(criterion.product), phrase])),
      ),
    );
    return { ...one, statement: { ...one.statement, criteria } };
  });
}

function decided(criterion: Criterion, rangesOf: (phrase: string) => SetRange[] | undefined): Criterion {
  const { unread, exceptions = [] } = criterion;
  const isOpen = (phrase: string) => rangesOf(phrase) === undefined;
  const set = [
    ...unread.flatMap((words) => rangesOf(words)?.map((range) => asRange(range, words, 'affected')) ?? []),
    ...exceptions.flatMap(
      (words) => rangesOf(exceptionPhrase(words))?.map((range) => asRange(range, words, 'unaffected')) ?? [],
    ),
  ];
  const left = {
    unread: unread.filter(isOpen),
    exceptions: exceptions.filter((words) => isOpen(exceptionPhrase(words))),
  };
  if (left.unread.length === unread.length && left.exceptions.length === exceptions.length) return criterion;
  const ranges = [...criterion.ranges, ...set];
  // Of a criterion that had only words, and words that mean no version, nothing is left that could be affected.
  const isNone = ranges.length === 0 && left.unread.length === 0 && criterion.commits.length === 0;
  const words = isNone ? unread[0] : undefined;
  return { ...criterion, ...left, ranges: words === undefined ? ranges : [asRange(everyVersion, words, 'unaffected')] };
}

const everyVersion: SetRange = { from: null, fromIncluded: true, to: null, toIncluded: true };

const asRange = ({ from, fromIncluded, to, toIncluded }: SetRange, phrase: string, status: Range['status']): Range => ({
  status,
  from: from === null ? null : { version: from, included: fromIncluded },
  to: to === null ? null : { version: to, included: toIncluded },
  ...{ scheme: null, anyUpdate: false, basis: 'person', text: phrase },
});
