import { compareVersions } from '#versions/version-key';
import type { Evidence, Opinion, Reason } from '../evidence.ts';
import { inOrder } from './in-order.ts';
import { isOpenBelow } from './judge-versions.ts';

/** What an opinion weighs: it says yes, yes with a reserve, no, or nothing that holds against others. */
type Weight = 'hit' | 'reserve' | 'miss' | 'silent';

const silent: ReadonlySet<Reason> = new Set([
  'not-listed',
  'no-range',
  'empty-range',
  'unread-phrase',
  'other-scheme',
  'no-order',
  'negated',
]);

/** Within one voice a yes counts most, and that it names no versions in one place least. */
const orderInVoice = ['hit', 'reserve', 'silent', 'miss'] as const;

/**
 * Decides between opinions of one component and one vulnerability, in whatever order they are; there is at least one.
 * 1. The maker's own statement, then a package database about its package, decides where it is definite.
 * 2. Of the others each voice (a source's author) gives its strongest opinion; what is silent never outweighs what is definite.
 * 3. Voices that contradict each other: 'may-apply' (sources-disagree), except that the owner's "no" stands against
 *    a range without lower bound when the owner's own range has one.
 * 4. Weak identities (tiers 5 to 7) speak only where no strong one does.
 */
export function decide(said: readonly Opinion[]): Evidence {
  const opinions = inOrder(said);
  const decided = choose(opinions);
  const others = opinions.filter((one) => one !== decided);
  return { shape: 1, value: decided.value, decided, others: withoutRepetition(others, decided) };
}

function choose(opinions: readonly Opinion[]): Opinion {
  const valid = opinions.filter(({ reason }) => reason !== 'withdrawn' && reason !== 'rejected');
  if (valid.length === 0) return first(opinions);
  const strong = valid.filter(({ tier }) => tier <= 4);
  const voices = [...Map.groupBy(strong.length > 0 ? strong : valid, voiceOf).values()];
  const unbuilt = voices.find(isNotBuilt);
  if (unbuilt) return first(unbuilt.filter(({ reason }) => reason === 'not-built'));
  const spoken = voices.map(strongest);
  for (const isHeard of [isOwn, isOfDatabase]) {
    const definite = spoken.filter((one) => isHeard(one) && ['hit', 'miss'].includes(weightOf(one)));
    if (definite.length > 0) return settle(definite);
  }
  return settle(spoken);
}

const voiceOf = ({ source, externalId, by }: Opinion) => `${source} ${externalId} ${by}`;
const isOwn = ({ role }: Opinion) => role === 'own';
const isOfDatabase = ({ role, product }: Opinion) => role === 'ecosystem' && product.space === 'purl';

/** Every place of the record that still could hold names files, and none of them is built. */
function isNotBuilt(voice: Opinion[]): boolean {
  const open = voice.filter((one) => weightOf(one) !== 'miss' || one.reason === 'not-built');
  return open.length > 0 && open.every(({ reason }) => reason === 'not-built');
}

function weightOf({ value, reason }: Opinion): Weight {
  if (silent.has(reason)) return 'silent';
  if (value === 'applies') return 'hit';
  return value === 'does-not-apply' ? 'miss' : 'reserve';
}

function strongest(voice: Opinion[]): Opinion {
  const rank = (one: Opinion) =>
    one.reason === 'no-range' ? orderInVoice.length : orderInVoice.indexOf(weightOf(one)) + one.tier / 10;
  return first(voice.toSorted((a, b) => rank(a) - rank(b) || nearer(a, b)));
}

/** Of ranges that do not hold the version the one that ended last before it says most: fixed in 5.10.210, not in 5.4.269. */
function nearer(a: Opinion, b: Opinion): number {
  if (a.reason !== 'out-of-range' || b.reason !== 'out-of-range' || a.scheme === null) return 0;
  const [endOfA, endOfB] = [passedEnd(a), passedEnd(b)];
  if (endOfA === null || endOfB === null) return endOfA === endOfB ? 0 : endOfA === null ? 1 : -1;
  return compareVersions(a.scheme, endOfB, endOfA) ?? 0;
}

function passedEnd({ scheme, version, range }: Opinion): string | null {
  if (scheme === null || version === null || !range?.to) return null;
  return (compareVersions(scheme, version, range.to.version) ?? -1) >= 0 ? range.to.version : null;
}

function settle(spoken: Opinion[]): Opinion {
  const of = (weight: Weight) => spoken.filter((one) => weightOf(one) === weight).sort((a, b) => place(a) - place(b));
  const [hits, reserves, misses] = [of('hit'), of('reserve'), of('miss')];
  const yes = hits[0] ?? reserves[0];
  const no = misses[0];
  if (!yes) return no ?? first(of('silent').toSorted((a, b) => cost(a) - cost(b)));
  if (!no) return yes;
  const owner = misses.find(({ role }) => role === 'owner');
  if (owner && [...hits, ...reserves].every((one) => isFiner(owner, one))) return owner;
  return hits.length > 0 ? { ...yes, value: 'may-apply', reason: 'sources-disagree' } : yes;
}

const place = ({ role }: Opinion) => ['own', 'ecosystem', 'owner', 'analyst', 'coordinator'].indexOf(role);
const cost = ({ value, reason }: Opinion) =>
  reason === 'not-listed' ? 3 : value === 'cannot-compare' ? 2 : reason === 'no-range' ? 1 : 0;

/** The owner says where it begins, the other does not. */
function isFiner({ range: owners }: Opinion, { role, range: theirs }: Opinion): boolean {
  if (role === 'owner' || !owners || !theirs) return false;
  return (
    (owners.status === 'unaffected' || !isOpenBelow(owners)) && theirs.status === 'affected' && isOpenBelow(theirs)
  );
}

/**
 * Of opinions that a release cannot change, the strongest of each voice, weight and sureness of identity is enough: when
 * the release has settled the others, they are decided between as if all were there.
 */
function withoutRepetition(others: Opinion[], decided: Opinion): Opinion[] {
  const isSummary = decided.reason === 'sources-disagree';
  const isSaid = (one: Opinion) =>
    !isSummary && !decided.needs && voiceOf(one) === voiceOf(decided) && one.value === decided.value;
  const fixed = others.filter((one) => !one.needs && !isSaid(one));
  const groups = Map.groupBy(fixed, (one) => `${voiceOf(one)} ${weightOf(one)} ${one.value} ${one.tier <= 4}`);
  const kept = new Set([...groups.values()].map(strongest));
  return others.filter((one) => one.needs || kept.has(one));
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('There is nothing to decide');
  return item;
}
