import type { KernelEvidence } from '#formats/kernel';
import type { Range, Statement } from '#intelligence/pure';
import { keysOf, type Match, type Opinion, type ReleaseContext, technologyMatches } from '#matching/pure';
import { phraseProduct } from '../../src/intelligence/summarize.ts';
import type { Component } from '../../src/matching/evidence.ts';
import { type Around, aroundOf } from './around.ts';
import { decideAll, everyOpinion } from './every-opinion.ts';
import type { Present } from './present.ts';

/** A component as inventory keeps it, with its number. */
export type Kept = Component & { id: number };

/** What is stored, one line for each match result, place, count and wanted phrase, sorted. */
export type Lines = { match: string[]; exposure: string[]; count: string[]; phrase: string[] };

/** What can be asked of a database only: the components, and which of them stand in the bill of materials of each release. */
export type Inventory = { components: Kept[]; ownOf: number[][] };

const values = { applies: 3, 'may-apply': 2, 'cannot-compare': 1, 'does-not-apply': 0 } as const;
const inField = new Set(['shipped', 'shipment-stopped', 'supported']);

export const labelOf = ({ name, version, purl, cpes, supplier, distribution }: Component): string =>
  JSON.stringify([name, version, purl, cpes, supplier, distribution]);

type Vulnerability = { name: string; statements: Statement[] };
type Met = { match: Match; opinions: Opinion[] };
type Place = { value: number; componentId: number | null; line: string; reason: string };

/**
 * What matching has to have stored: every component against everything that is known, every release by itself, without
 * an index, a stored match or a difference.
 * @returns the lines, and how many pairs of component and vulnerability met and were compared
 */
export function bruteForce(
  present: Present,
  { components, ownOf }: Inventory,
): Lines & { met: number; compared: number } {
  const vulnerabilities = groupsOf(present);
  const lines: Lines = { match: [], exposure: [], count: [], phrase: [] };
  const around = present.releases.map((_, at) => aroundOf(present, { components, ownOf }, at));
  const used = new Set(around.flatMap(({ inside }) => inside.map(({ id }) => id)));
  let met = 0;
  for (const { name, statements } of vulnerabilities) {
    const matches = new Map<number, Met>();
    for (const component of components) {
      const opinions = used.has(component.id) ? everyOpinion(component, statements) : [];
      if (opinions.length === 0) continue;
      met += 1;
      const match = decideAll(opinions, statements, null);
      matches.set(component.id, { match, opinions });
      if (match.value !== 'does-not-apply') lines.match.push(matchLine(component, name, match));
    }
    const worst = new Map<string, number>();
    let isUnread = false;
    for (const [at, release] of present.releases.entries()) {
      if (release.removed) continue;
      const places = placesIn(around[at] as Around, matches, statements);
      lines.exposure.push(...places.map(({ line }) => `${at} ${name} ${line}`));
      isUnread ||= places.some(({ reason }) => reason === 'unread-phrase');
      if (places.length === 0) continue;
      const value = Math.max(...places.map((place) => place.value));
      const key = `${name} ${present.models[release.model]?.name} ${inField.has(release.state)} ${value}`;
      worst.set(`${key} releases`, (worst.get(`${key} releases`) ?? 0) + 1);
      worst.set(`${key} units`, (worst.get(`${key} units`) ?? 0) + release.units);
    }
    lines.count.push(...[...worst].map(([key, count]) => `${key} ${count}`));
    if (isUnread) lines.phrase.push(...unreadOf(statements));
  }
  const sorted = Object.fromEntries(Object.entries(lines).map(([kind, all]) => [kind, all.sort()])) as Lines;
  return { ...sorted, met, compared: used.size * vulnerabilities.length };
}

const matchLine = (component: Kept, name: string, { value, evidence: { decided } }: Match) =>
  `${labelOf(component)} ${name} ${values[value]} ${decided.reason} ${keysOf(decided.product)[0]} ${decided.tier}`;

const unreadOf = (statements: readonly Statement[]) => [
  ...new Set(
    statements.flatMap(({ source, externalId, criteria }) =>
      criteria.flatMap(({ product, unread }) =>
        unread.map((phrase) => `${source} ${externalId} ${phraseProduct(product)} ${phrase}`),
      ),
    ),
  ),
];

/** The places of one vulnerability in one release: the worst of each product. */
function placesIn(
  { inside, context, evidence, tags }: Around,
  matches: ReadonlyMap<number, Met>,
  statements: readonly Statement[],
): Place[] {
  const found = new Map<string, Place>();
  const put = (key: string, place: Place) => {
    const before = found.get(key);
    const isWorse =
      !before ||
      place.value > before.value ||
      (place.value === before.value && (place.componentId ?? 0) < (before.componentId ?? 0));
    if (isWorse) found.set(key, place);
  };
  for (const component of inside) {
    const known = matches.get(component.id);
    if (!known) continue;
    const settled = settle(known.opinions, statements, context, evidence);
    if (settled.value === 'does-not-apply' && known.match.value === 'does-not-apply') continue;
    const { reason, product } = settled.evidence.decided;
    const key = keysOf(product)[0] ?? '';
    const value = values[settled.value];
    put(key, { value, componentId: component.id, reason, line: `${key} ${labelOf(component)} ${value} ${reason}` });
  }
  const isRejected = statements.some(({ state, source }) => state === 'rejected' && ['cve', 'nvd'].includes(source));
  for (const tag of isRejected ? [] : tags)
    if (statements.some((statement) => technologyMatches([tag], statement)))
      put(`technology:${tag}`, {
        ...{ value: 2, componentId: null, reason: 'technology' },
        line: `technology:${tag} null 2 technology`,
      });
  return [...found.values()];
}

function settle(
  opinions: readonly Opinion[],
  statements: readonly Statement[],
  context: ReleaseContext,
  evidence: readonly KernelEvidence[],
): Match {
  const plain = decideAll(opinions, statements, context);
  if (plain.value === 'does-not-apply') return plain;
  const each = evidence.map((kernel) => decideAll(opinions, statements, { ...context, kernel }));
  return each.find(({ value }) => value === 'does-not-apply') ?? each.at(-1) ?? plain;
}

/** Statements that share a name, directly or over others, with what people have said about their phrases. */
function groupsOf({ statements, phrases }: Present): Vulnerability[] {
  const groups: Statement[][] = [];
  for (const statement of statements.values()) {
    const touching = groups.filter((group) =>
      group.some(({ names }) => names.some((name) => statement.names.includes(name))),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), statement]);
  }
  return groups.map((group) => ({
    name: nameOf(group.flatMap(({ names }) => names)),
    statements: group.map((statement) => decided(statement, phrases)),
  }));
}

/** CVE ids come first, then the alphabet: the generated names have no others that would come between. */
const nameOf = (names: readonly string[]) =>
  names.filter((name) => name.startsWith('CVE-')).sort()[0] ?? (names.toSorted()[0] as string);

function decided(statement: Statement, phrases: Present['phrases']): Statement {
  const criteria = statement.criteria.map((criterion) => {
    const set = criterion.unread.map((phrase) => ({
      phrase,
      ranges: phrases.get(
        JSON.stringify([`${statement.source} ${statement.externalId}`, phraseProduct(criterion.product), phrase]),
      ),
    }));
    const ranges = set.flatMap(({ phrase, ranges: said }) =>
      (said ?? []).map(
        ({ from, fromIncluded, to, toIncluded }): Range => ({
          ...{ status: 'affected', scheme: null, anyUpdate: false, basis: 'person', text: phrase },
          from: from === null ? null : { version: from, included: fromIncluded },
          to: to === null ? null : { version: to, included: toIncluded },
        }),
      ),
    );
    const unread = set.filter(({ ranges: said }) => said === undefined).map(({ phrase }) => phrase);
    return { ...criterion, ranges: [...criterion.ranges, ...ranges], unread };
  });
  return { ...statement, criteria };
}
