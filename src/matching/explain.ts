import type { Tools } from '#access';
import { describeRef, findVulnerability, type KeptStatement, listMatchable } from '#intelligence';
import { describeSurroundings } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Explanation } from './contract.ts';
import { type Match, matchOf } from './evaluate/match-of.ts';
import type { Evidence } from './evidence.ts';
import { fixesOf } from './fixes.ts';
import { keysOf } from './identity/keys.ts';
import { needsOf } from './in-release/needs-of.ts';
import { valueOfNumber } from './rules.ts';
import { sentenceOf, technologySentence } from './sentence.ts';
import { contextOf, settledIn } from './settle-places.ts';
import { componentsByRelease, type KnownComponent } from './store/components.ts';
import * as store from './store/places.ts';

type Asking = Pick<Tools, 'db' | 'viewer' | 'house'>;
type Asked = { id: string; name: string; component?: number | undefined };

const mostEachSide = 4;

/**
 * Why a vulnerability has its match result in a release. Evidence is not stored: it is evaluated from the records as they
 * stand, by the same rules.
 * @throws Refusal 'not-found' when the release, the vulnerability or the component there is not known, or nothing meets
 */
export async function explain(tools: Asking, { id: releaseId, name, component }: Asked): Promise<Explanation> {
  const { db, viewer } = tools;
  const vulnerability = await findVulnerability(db, viewer, name);
  if (!vulnerability) throw missing(name);
  const vulnerabilityId = vulnerability.id;
  const place = await store.findPlace(db, viewer, { releaseId, vulnerabilityId, componentId: component ?? null });
  if (!place) throw missing(releaseId);
  const kept = await listMatchable(db, viewer, [vulnerabilityId]);
  const head = { vulnerability: describeRef(vulnerability), release: place.release };
  if (place.key?.startsWith('technology:')) return { ...head, ...byTechnology(place.key) };
  const known = await store.findComponentOf(db, place.releaseKey, component ?? place.componentId ?? 0);
  const match = known && (await matchInRelease(tools, place.releaseKey, known, kept));
  if (!known || !match) throw missing(name);
  const { id, purl, cpes, version } = known;
  return {
    ...head,
    component: { id, name: known.name, version, purl, cpes: [...cpes] },
    ...{ technology: null, match: match.value, evidence: match.evidence },
    sentence: sentencesOf(match.evidence, known.name),
    otherSentences: match.evidence.others.map((decided) =>
      sentencesOf({ ...match.evidence, decided, others: [] }, known.name),
    ),
    fixes: fixesOf(match.evidence, statementsOf(kept)),
    neighbours: await neighboursOf(tools, place.releaseKey, match, { vulnerabilityId, kept }),
  };
}

const sentencesOf = (evidence: Evidence, name: string) => ({
  ja: sentenceOf(evidence, 'ja', name),
  en: sentenceOf(evidence, 'en', name),
});

const missing = (what: string) => new Refusal('not-found', `Nothing is known of ${what} there.`, { what: 'exposure' });

function byTechnology(key: string): Omit<Explanation, 'vulnerability' | 'release'> {
  const technology = key.slice('technology:'.length);
  return {
    ...{
      component: null,
      technology,
      match: 'may-apply',
      evidence: null,
      otherSentences: [],
      fixes: [],
      neighbours: [],
    },
    sentence: { ja: technologySentence(technology, 'ja'), en: technologySentence(technology, 'en') },
  };
}

const statementsOf = (kept: readonly KeptStatement[]) => kept.map(({ statement }) => statement);

async function matchInRelease(
  { db, house }: Asking,
  releaseKey: number,
  component: KnownComponent,
  kept: readonly KeptStatement[],
): Promise<Match | null> {
  const match = matchOf(component, statementsOf(kept));
  if (!match || needsOf(match) === 'nothing') return match;
  const [around] = await describeSurroundings({ db, house }, [releaseKey]);
  const components = await componentsByRelease(db, [releaseKey]);
  return around ? settledIn(match, contextOf(around, components.get(releaseKey) ?? []), around.evidence) : match;
}

/** What the release itself settles is taken as it stands there; the rest is told by the component alone. */
async function neighboursOf(
  { db, viewer }: Asking,
  releaseKey: number,
  { evidence }: Match,
  { vulnerabilityId, kept }: { vulnerabilityId: number; kept: readonly KeptStatement[] },
): Promise<Explanation['neighbours']> {
  const key = keysOf(evidence.decided.product)[0] ?? '';
  const found = await store.listNeighbours(db, viewer, { releaseKey, key, vulnerabilityId, eachSide: mostEachSide });
  return found.map(({ release, component, value }) => {
    const match = matchOf(component, statementsOf(kept));
    const isSettled = match !== null && needsOf(match) !== 'nothing';
    const standing = value === null ? 'does-not-apply' : valueOfNumber(value);
    return {
      release,
      component: { id: component.id, name: component.name, version: component.version },
      match: isSettled ? standing : (match?.value ?? 'does-not-apply'),
    };
  });
}
