import type { Tools } from '#access';
import { describeRef, findVulnerability, type KeptStatement, listMatchable } from '#intelligence';
import { describeSurroundings, listEvidence, type Surroundings } from '#inventory';
import { Refusal } from '#platform/errors';
import type { Explanation } from './contract.ts';
import { decidedOf } from './decided-of.ts';
import { type Match, matchOf } from './evaluate/match-of.ts';
import { isKernel } from './evaluate/systems.ts';
import type { Evidence } from './evidence.ts';
import { fixesOf } from './fixes.ts';
import { keysOf } from './identity/keys.ts';
import { needsOf, originalsOf } from './in-release/needs-of.ts';
import { filesInKernel } from './kernel/files-in-kernel.ts';
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
  const decided = await decidedThere(tools, place, vulnerabilityId);
  const head = { vulnerability: describeRef(vulnerability), release: place.release, decided };
  if (place.key?.startsWith('technology:')) return { ...head, ...byTechnology(place.key) };
  const known = await store.findComponentOf(db, place.releaseKey, component ?? place.componentId ?? 0);
  const found = known && (await matchInRelease(tools, place.releaseKey, known, kept));
  if (!known || !found) throw missing(name);
  const { match, kernel } = found;
  const { id, purl, cpes, version } = known;
  return {
    ...head,
    component: { id, name: known.name, version, purl, cpes: [...cpes] },
    ...{ technology: null, match: match.value, evidence: match.evidence },
    sentence: sentencesOf(match.evidence, known.name),
    otherSentences: match.evidence.others.map((decided) =>
      sentencesOf({ ...match.evidence, decided, others: [] }, known.name),
    ),
    ...{ fixes: fixesOf(match.evidence, statementsOf(kept)), kernel },
    neighbours: await neighboursOf(tools, place.releaseKey, match, { vulnerabilityId, kept }),
  };
}

/** What people have decided for it. */
async function decidedThere(
  tools: Asking,
  { release, value, key, verdictKey, inherited }: store.Place,
  vulnerabilityId: number,
): Promise<Explanation['decided']> {
  if (value === null || key === null) return null;
  const row = {
    releaseId: release.id,
    vulnerabilityId,
    product: key,
    value,
    verdictKey,
    inherited: inherited === true,
  };
  return (await decidedOf(tools, [row]))[0] ?? null;
}

const sentencesOf = (evidence: Evidence, name: string) => ({
  ja: sentenceOf(evidence, 'ja', name),
  en: sentenceOf(evidence, 'en', name),
});

const missing = (what: string) => new Refusal('not-found', `Nothing is known of ${what} there.`, { what: 'exposure' });

function byTechnology(key: string): Omit<Explanation, 'vulnerability' | 'release' | 'decided'> {
  const technology = key.slice('technology:'.length);
  return {
    ...{
      component: null,
      technology,
      match: 'may-apply',
      evidence: null,
      otherSentences: [],
      fixes: [],
      kernel: null,
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
): Promise<{ match: Match; kernel: Explanation['kernel'] } | null> {
  const match = matchOf(component, statementsOf(kept));
  if (!match) return null;
  const isOpen = needsOf(match) !== 'nothing';
  const [around] = isOpen || isAboutKernel(match) ? await describeSurroundings({ db, house }, [releaseKey]) : [];
  if (!around) return { match, kernel: null };
  const components = await componentsByRelease(db, isOpen ? [releaseKey] : []);
  const settled = isOpen
    ? settledIn(match, contextOf(around, components.get(releaseKey) ?? []), around.evidence)
    : match;
  return { match: settled, kernel: await kernelOf(db, settled, around) };
}

const isAboutKernel = ({ evidence }: Match) => originalsOf(evidence).some(({ product }) => isKernel(product));

/** Of what its version rules out nobody asks what is built. */
async function kernelOf(db: Asking['db'], match: Match, around: Surroundings): Promise<Explanation['kernel']> {
  const said = originalsOf(match.evidence).filter(
    ({ value, reason }) => value !== 'does-not-apply' || reason === 'not-built',
  );
  const isRuledOut = match.value === 'does-not-apply' && match.evidence.decided.reason !== 'not-built';
  if (isRuledOut || around.evidence.length === 0 || !said.some(({ product }) => isKernel(product))) return null;
  const files = said.flatMap(({ needs }) => needs?.files ?? []);
  const attached = await listEvidence(db, around.releaseId);
  return {
    evidence: attached.map(({ kind, addedAt }) => ({ kind, addedAt: addedAt.toString() })),
    files: filesInKernel(files, around.evidence),
  };
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
