import { listMatchable } from '#intelligence';
import { listKeysWithEvidence, markMatched } from '#inventory';
import type { Transaction } from '#platform/database';
import { adoptStatements } from './adopt-statements.ts';
import { byVulnerability, evaluateMeetings, type MatchingTools } from './evaluate-meetings.ts';
import { rejudgeFixedIn } from './follow-verdicts.ts';
import { candidatesOf } from './identity/candidates.ts';
import { subjectOf } from './identity/subject-of.ts';
import type { Cause } from './model.ts';
import { matchRules } from './rules.ts';
import { settlePlaces, technologyPlaces } from './settle-places.ts';
import { listComponents } from './store/components.ts';
import * as exposures from './store/exposures.ts';
import { listMeetings, listWithoutKeys, numberKeys, writeComponentKeys } from './store/keys.ts';
import { replaceMatches } from './store/matches.ts';
import { listTechnologyVulnerabilities, listVulnerabilitiesOf } from './store/vulnerabilities-of.ts';
import { wantPhrases } from './want-phrases.ts';
import { writePlaces } from './write-places.ts';

const releasesAtOnce = 100;

/** Matches what these releases consist of now against everything that is known, and writes what differs. */
export async function matchReleases(
  tools: MatchingTools,
  releaseKeys: readonly number[],
  cause: Exclude<Cause, 'records'> = 'components',
): Promise<void> {
  for (let at = 0; at < releaseKeys.length; at += releasesAtOnce) {
    const some = releaseKeys.slice(at, at + releasesAtOnce);
    await tools.db.transaction().execute(async (transaction) => {
      await exposures.holdMatching(transaction);
      await matchNewComponents(transaction, tools, some);
      await matchSome(transaction, tools, some, cause);
      if (cause === 'components') await adoptStatements(transaction, tools, some);
      await markMatched(transaction, some, tools.now());
    });
  }
}

/** Gives components that are new their keys and their match results. */
async function matchNewComponents(
  transaction: Transaction,
  tools: MatchingTools,
  releaseKeys: readonly number[],
): Promise<void> {
  const componentIds = await listWithoutKeys(transaction, releaseKeys, matchRules);
  if (componentIds.length === 0) return;
  const components = await listComponents(transaction, componentIds);
  const candidates = components.flatMap((component) =>
    candidatesOf(component).map(({ key, tier, why }) => ({ componentId: component.id, key, tier, why })),
  );
  const numbers = await numberKeys(
    transaction,
    candidates.map(({ key }) => key),
  );
  await writeComponentKeys(
    transaction,
    { components: components.map((one) => ({ id: one.id, subject: subjectOf(one) })), rules: matchRules },
    candidates.map(({ key, ...row }) => ({ ...row, productKeyId: numbers.get(key) as number })),
  );
  const meetings = await listMeetings(transaction, tools.viewer, { componentIds });
  const ids = [...new Set(meetings.map(({ vulnerabilityId }) => vulnerabilityId))];
  const statementsOf = byVulnerability(await listMatchable(transaction, tools.viewer, ids));
  const rows = await evaluateMeetings(transaction, meetings, statementsOf);
  await replaceMatches(transaction, tools.viewer, { scope: { componentIds }, rows });
}

async function matchSome(
  transaction: Transaction,
  tools: MatchingTools,
  releaseKeys: readonly number[],
  cause: Exclude<Cause, 'records'>,
): Promise<void> {
  const scope = { releaseKeys };
  const withEvidence = await listKeysWithEvidence(transaction);
  const places = await exposures.listOpenPlaces(transaction, scope, withEvidence);
  const ids = [
    ...new Set([
      ...places.map(({ vulnerabilityId }) => vulnerabilityId),
      ...(await listVulnerabilitiesOf(transaction, tools.viewer, releaseKeys, ['unread-phrase', 'unread-exception'])),
      ...(await listTechnologyVulnerabilities(transaction, tools.viewer)),
    ]),
  ];
  const statementsOf = byVulnerability(await listMatchable(transaction, tools.viewer, ids));
  const settled = [
    ...(await settlePlaces(transaction, tools, { places, statementsOf })),
    ...(await technologyPlaces(transaction, statementsOf, new Set(releaseKeys))),
  ];
  await exposures.collectWanted(transaction, scope, { settled, withEvidence });
  await writePlaces(transaction, tools, { scope, cause, releaseKeys });
  await rejudgeFixedIn(transaction, tools, releaseKeys);
  await wantPhrases(transaction, tools, statementsOf);
}
