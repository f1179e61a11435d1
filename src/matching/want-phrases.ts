import { exceptionPhrase, type KeptStatement, phraseProduct, replaceWanted, type WantedPhrase } from '#intelligence';
import type { Transaction } from '#platform/database';
import type { MatchingTools } from './evaluate-meetings.ts';
import { listUnread } from './store/vulnerabilities-of.ts';

/** Asks people for the words about versions that a place of ours hangs on, and no longer for the others of these vulnerabilities. */
export async function wantPhrases(
  transaction: Transaction,
  { viewer, now }: Pick<MatchingTools, 'viewer' | 'now'>,
  statementsOf: ReadonlyMap<number, readonly KeptStatement[]>,
): Promise<void> {
  const vulnerabilityIds = [...statementsOf.keys()];
  const unread = new Set(await listUnread(transaction, viewer, vulnerabilityIds));
  const wanted: WantedPhrase[] = [...statementsOf].flatMap(([id, kept]) =>
    unread.has(id)
      ? kept.flatMap(({ recordId, wallId, statement }) =>
          statement.criteria.flatMap(({ product, unread, exceptions = [] }) =>
            [...unread, ...exceptions.map(exceptionPhrase)].map((phrase) => ({
              ...{ recordId, wallId, phrase, product: phraseProduct(product) },
            })),
          ),
        )
      : [],
  );
  const unique = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
  await replaceWanted(transaction, viewer, { vulnerabilityIds, wanted: unique, at: now() });
}
