import type { KeptStatement } from '#intelligence';
import { describeSurroundings, listAllTags, listKeysWithTags, type Surroundings } from '#inventory';
import type { Db, Transaction } from '#platform/database';
import { rejectionOf } from './evaluate/in-order.ts';
import { type Match, matchOf } from './evaluate/match-of.ts';
import type { MatchingTools } from './evaluate-meetings.ts';
import { candidatesOf } from './identity/candidates.ts';
import { foldName } from './identity/fold.ts';
import { keysOf } from './identity/keys.ts';
import type { ReleaseContext } from './in-release/context.ts';
import { inRelease } from './in-release/in-release.ts';
import { valueNumbers } from './rules.ts';
import { listComponents, listComponentsOfRelease } from './store/components.ts';
import type { OpenPlace, SettledPlace } from './store/exposures.ts';
import { numberKeys } from './store/keys.ts';

type Settled = Omit<SettledPlace, 'productKeyId'> & { key: string };

/** Evaluates the places that only their release decides: its hardware, its other parts, what is built of its kernel. */
export async function settlePlaces(
  transaction: Transaction,
  { house }: Pick<MatchingTools, 'house'>,
  {
    places,
    statementsOf,
  }: { places: readonly OpenPlace[]; statementsOf: ReadonlyMap<number, readonly KeptStatement[]> },
): Promise<SettledPlace[]> {
  const componentOf = new Map(
    (await listComponents(transaction, [...new Set(places.map(({ componentId }) => componentId))])).map((one) => [
      one.id,
      one,
    ]),
  );
  const byRelease = Map.groupBy(places, ({ releaseKey }) => releaseKey);
  const settled: Settled[] = [];
  for (const around of await describeSurroundings({ db: transaction, house }, [...byRelease.keys()])) {
    const context = await contextOf(transaction, around);
    for (const { releaseKey, componentId, vulnerabilityId } of byRelease.get(around.releaseKey) ?? []) {
      const component = componentOf.get(componentId);
      const kept = statementsOf.get(vulnerabilityId) ?? [];
      const match =
        component &&
        matchOf(
          component,
          kept.map(({ statement }) => statement),
        );
      if (!match) continue;
      const { value, evidence } = settledIn(match, context, around.evidence);
      if (value === 'does-not-apply' && match.value === value) continue;
      settled.push({
        ...{ releaseKey, vulnerabilityId, componentId, value: valueNumbers[value], reason: evidence.decided.reason },
        ...{ key: keysOf(evidence.decided.product)[0] ?? '', wallId: kept[0]?.wallId ?? null },
      });
    }
  }
  return numbered(transaction, settled);
}

/** A release as conditions are asked of it. What its records of hardware do not name may still be there. */
export async function contextOf(db: Db, around: Surroundings): Promise<ReleaseContext> {
  const components = await listComponentsOfRelease(db, around.releaseKey);
  const named = around.hardware.flatMap(({ soc, board }) => [soc, board]).filter((name) => name !== '');
  return {
    hardware: [...named, around.model, ...around.partNumbers],
    isHardwareComplete:
      around.hardware.length > 0 && around.hardware.every(({ soc, board }) => soc !== '' && board !== ''),
    operatingSystem: null,
    components: components.flatMap((component) =>
      candidatesOf(component)
        .filter(({ tier }) => tier <= 4)
        .map(({ key }) => ({ key, version: component.version })),
    ),
    kernel: null,
  };
}

/** What the release settles: with each evidence of what is built of its kernel, until one says that nothing of it is. */
export function settledIn(match: Match, context: ReleaseContext, evidence: Surroundings['evidence']): Match {
  let settled = inRelease(match, context);
  for (const kernel of evidence) {
    if (settled.value === 'does-not-apply') break;
    settled = inRelease(match, { ...context, kernel });
  }
  return settled;
}

/** Releases that speak a technology that a vulnerability lies in: whether it applies nobody has looked into yet. */
export async function technologyPlaces(
  transaction: Transaction,
  statementsOf: ReadonlyMap<number, readonly KeptStatement[]>,
  only: ReadonlySet<number> | null,
): Promise<SettledPlace[]> {
  const saidOf = new Map<number, Set<string>>();
  for (const [id, kept] of statementsOf) {
    const statements = kept.map(({ statement }) => statement);
    const said = statements.flatMap(({ state, technologies }) => (state === 'published' ? technologies : []));
    if (said.length > 0 && !rejectionOf(statements)) saidOf.set(id, new Set(said.map(foldName)));
  }
  if (saidOf.size === 0) return [];
  const all = new Set([...saidOf.values()].flatMap((said) => [...said]));
  // Records write "wpa2" where our list of technologies has "WPA2".
  const wanted = (await listAllTags(transaction)).map(({ name }) => name).filter((name) => all.has(foldName(name)));
  const speaking = await listKeysWithTags(transaction, wanted);
  const settled: Settled[] = [];
  for (const { key: releaseKey, tags } of speaking)
    for (const [vulnerabilityId, said] of saidOf)
      for (const tag of tags)
        if (said.has(foldName(tag)) && (only === null || only.has(releaseKey)))
          settled.push({
            ...{ releaseKey, vulnerabilityId, componentId: null },
            ...{ value: valueNumbers['may-apply'], reason: 'technology', key: `technology:${tag}` },
            wallId: statementsOf.get(vulnerabilityId)?.[0]?.wallId ?? null,
          });
  return numbered(transaction, settled);
}

async function numbered(transaction: Transaction, settled: readonly Settled[]): Promise<SettledPlace[]> {
  const numbers = await numberKeys(
    transaction,
    settled.map(({ key }) => key),
  );
  return settled.map(({ key, ...place }) => ({ ...place, productKeyId: numbers.get(key) as number }));
}
