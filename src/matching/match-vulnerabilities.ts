import { listMatchable } from '#intelligence';
import { listKeysWithEvidence } from '#inventory';
import type { Transaction } from '#platform/database';
import { byVulnerability, evaluateMeetings, type MatchingTools } from './evaluate-meetings.ts';
import { followMerged, rejudgeVulnerabilities } from './follow-verdicts.ts';
import { keysOf } from './identity/keys.ts';
import { settlePlaces, technologyPlaces } from './settle-places.ts';
import * as exposures from './store/exposures.ts';
import { listMeetings, numberKeys, type RecordKey, replaceRecordKeys } from './store/keys.ts';
import { replaceMatches } from './store/matches.ts';
import { wantPhrases } from './want-phrases.ts';
import { writePlaces } from './write-places.ts';

/**
 * Matches vulnerabilities of which something has changed against everything that is shipped, and writes what differs.
 * Computed from what stands now, so that it may run twice and in any order.
 */
export async function matchVulnerabilities(
  tools: MatchingTools,
  vulnerabilityIds: readonly number[],
  cause: 'records' | 'person' = 'records',
): Promise<void> {
  await tools.db.transaction().execute(async (transaction) => {
    await exposures.holdMatching(transaction);
    const kept = await listMatchable(transaction, tools.viewer, vulnerabilityIds);
    const statementsOf = byVulnerability(kept);
    await replaceRecordKeys(transaction, tools.viewer, {
      vulnerabilityIds,
      rows: await keysOfRecords(transaction, kept),
    });
    const meetings = await listMeetings(transaction, tools.viewer, { vulnerabilityIds });
    const rows = await evaluateMeetings(transaction, meetings, statementsOf);
    await replaceMatches(transaction, tools.viewer, { scope: { vulnerabilityIds }, rows });

    const elsewhere = await followMerged(transaction, tools, vulnerabilityIds);
    const scope = { vulnerabilityIds };
    const withEvidence = await listKeysWithEvidence(transaction);
    const places = await exposures.listOpenPlaces(transaction, scope, withEvidence);
    const settled = [
      ...(await settlePlaces(transaction, tools, { places, statementsOf })),
      ...(await technologyPlaces(transaction, statementsOf, null)),
    ];
    await exposures.collectWanted(transaction, scope, { settled, withEvidence });
    await writePlaces(transaction, tools, { scope, cause, releaseKeys: [] });
    await rejudgeVulnerabilities(transaction, tools, elsewhere);
    await wantPhrases(transaction, tools, statementsOf);
  });
}

async function keysOfRecords(
  transaction: Transaction,
  kept: Awaited<ReturnType<typeof listMatchable>>,
): Promise<RecordKey[]> {
  const keyed = kept.flatMap(({ recordId, vulnerabilityId, wallId, statement }) =>
    statement.criteria.flatMap(({ product }) =>
      keysOf(product).map((key) => ({ recordId, vulnerabilityId, wallId, key })),
    ),
  );
  const numbers = await numberKeys(
    transaction,
    keyed.map(({ key }) => key),
  );
  return keyed.map(({ key, ...row }) => ({ ...row, productKeyId: numbers.get(key) as number }));
}
