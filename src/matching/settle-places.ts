import type { KeptStatement } from '#intelligence';
import { describeSurroundings, listKeysWithTags, listTagsInUse, type Surroundings } from '#inventory';
import type { Transaction } from '#platform/database';
import { rejectionOf } from './evaluate/in-order.ts';
import type { Match } from './evaluate/match-of.ts';
import { type MatchingTools, matchOfKept } from './evaluate-meetings.ts';
import type { Component } from './evidence.ts';
import { candidatesOf } from './identity/candidates.ts';
import { foldName } from './identity/fold.ts';
import { keysOf } from './identity/keys.ts';
import { type ReleaseContext, systemOf } from './in-release/context.ts';
import { inRelease } from './in-release/in-release.ts';
import { valueNumbers } from './rules.ts';
import { componentsById, componentsByRelease } from './store/components.ts';
import type { OpenPlace, SettledPlace } from './store/exposures.ts';
import { numberKeys } from './store/keys.ts';

/** What a release consists of is read for so many at once. */
const releasesAtOnce = 100;

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
  const componentOf = await componentsById(
    transaction,
    places.map(({ componentId }) => componentId),
  );
  const byRelease = Map.groupBy(places, ({ releaseKey }) => releaseKey);
  const keys = [...byRelease.keys()];
  const settled: Settled[] = [];
  for (let at = 0; at < keys.length; at += releasesAtOnce) {
    const some = keys.slice(at, at + releasesAtOnce);
    const componentsOf = await componentsByRelease(transaction, some);
    for (const around of await describeSurroundings({ db: transaction, house }, some)) {
      const context = contextOf(around, componentsOf.get(around.releaseKey) ?? []);
      for (const place of byRelease.get(around.releaseKey) ?? []) {
        const component = componentOf.get(place.componentId);
        const match = component && matchOfKept(component, statementsOf.get(place.vulnerabilityId));
        if (match)
          settled.push(...settledPlace(place, match, settledIn(match, context, around.evidence), statementsOf));
      }
    }
  }
  return numbered(transaction, settled);
}

/** None where the release changes nothing about what does not apply anyway. */
function settledPlace(
  { releaseKey, componentId, vulnerabilityId }: OpenPlace,
  before: Match,
  { value, evidence }: Match,
  statementsOf: ReadonlyMap<number, readonly KeptStatement[]>,
): Settled[] {
  if (value === 'does-not-apply' && before.value === value) return [];
  const { reason, product } = evidence.decided;
  const wallId = statementsOf.get(vulnerabilityId)?.[0]?.wallId ?? null;
  return [
    {
      ...{ releaseKey, vulnerabilityId, componentId, value: valueNumbers[value], reason, wallId },
      key: keysOf(product)[0] ?? '',
    },
  ];
}

/** A release as conditions are asked of it. What its records of hardware do not name may still be there. */
export function contextOf(around: Surroundings, components: readonly Component[]): ReleaseContext {
  const keyed = components.flatMap((component) =>
    candidatesOf(component)
      .filter(({ tier }) => tier <= 4)
      .map(({ key }) => ({ key, version: component.version })),
  );
  const named = around.hardware.flatMap(({ soc, board }) => [soc, board]).filter((name) => name !== '');
  return {
    hardware: [...named, around.model, ...around.partNumbers],
    isHardwareComplete:
      around.hardware.length > 0 && around.hardware.every(({ soc, board }) => soc !== '' && board !== ''),
    operatingSystem: systemOf(keyed),
    components: keyed,
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
  // Records write "wpa2" where a model has "WPA2".
  const wanted = (await listTagsInUse(transaction)).filter((tag) => all.has(foldName(tag)));
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
