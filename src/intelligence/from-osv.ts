import { scoreOf } from '#formats/cvss';
import type { Osv, OsvAffected, OsvRange } from '#formats/osv';
import { compareVersions, type Scheme } from '#versions/version-key';
import { instantOf } from './instant.ts';
import { packageOfOsv, packageOfRepository } from './package-of-osv.ts';
import type { Bound, Criterion, Range, Score, Statement } from './statement.ts';

/** What an OSV record says. */
export function statementOfOsv(osv: Osv): Statement {
  return {
    ...{ source: 'osv', externalId: osv.id, ...namesOf(osv) },
    ...{ state: osv.withdrawn ? 'withdrawn' : 'published', stateReason: osv.withdrawn ?? null, labels: [] },
    ...{
      by: /^[A-Z]+/.exec(osv.id)?.[0] ?? null,
      publishedAt: instantOf(osv.published),
      modifiedAt: instantOf(osv.modified),
    },
    title: osv.summary ? { en: osv.summary } : {},
    overview: osv.details ? { en: osv.details } : {},
    ...{ impact: {}, measures: {}, exploitation: null, epss: null, ssvc: null, technologies: [] },
    scores: osv.severity.flatMap(({ score }): Score[] => {
      const read = scoreOf(score);
      return read ? [{ ...read, by: 'osv' }] : [];
    }),
    weaknesses: osv.database_specific?.cwe_ids ?? [],
    references: osv.references.map(({ type, url }) => ({ url, tags: [type.toLowerCase()] })),
    criteria: osv.withdrawn ? [] : osv.affected.flatMap((affected, place) => criterionOf(affected, place) ?? []),
  };
}

/**
 * `upstream` names the flaw that a distribution's record is about, so it is the same flaw when it is one. A record of several
 * CVEs is an advisory that fixes them, also where it calls them its aliases: it is none of them, and they stay related.
 * @source OSV schema, aliases, related, upstream
 */
function namesOf({ id, aliases, upstream, related }: Osv): Pick<Statement, 'names' | 'related'> {
  const said = [...new Set([id, ...aliases, ...upstream])];
  const cves = new Set(said.flatMap((name) => /CVE-\d{4}-\d{4,}$/.exec(name)?.[0] ?? []));
  const names = cves.size > 1 ? [id] : upstream.length <= 1 ? said : [...new Set([id, ...aliases, ...cves])];
  return { names, related: [...new Set([...said, ...related])].filter((name) => !names.includes(name)) };
}

function criterionOf(affected: OsvAffected, place: number): Criterion | null {
  const found = affected.package
    ? packageOfOsv(affected.package)
    : packageOfRepository(affected.ranges.find(({ repo }) => repo !== undefined)?.repo);
  if (!found) return null;
  const { scheme, product } = found;
  const versioned = affected.ranges.filter(({ type }) => type !== 'GIT');
  const ranges = versioned.flatMap((range) => rangesOf(range, range.type === 'SEMVER' ? 'semver' : scheme));
  return {
    ...{
      path: `/affected/${place}`,
      by: affected.package?.ecosystem ?? 'osv',
      role: 'ecosystem',
      product,
      qualifiers: {},
    },
    // Where events give ranges the list of versions only spells them out, as far as somebody has counted.
    ranges:
      ranges.length > 0 ? ranges : affected.versions.slice(0, mostListed).map((version) => exactly(version, scheme)),
    otherVersions: ranges.length > 0 || affected.versions.length > 0 ? 'unaffected' : 'unknown',
    commits: affected.ranges.filter(({ type }) => type === 'GIT').flatMap(commitsOf),
    ...{ unread: [], conditions: [], isNegated: false, files: [], routines: [], platforms: [] },
  };
}

const mostListed = 2_000;
const plain = (scheme: Scheme | null) =>
  ({ status: 'affected', scheme, anyUpdate: false, basis: 'stated', text: null }) as const;

function exactly(version: string, scheme: Scheme | null): Range {
  const bound = { version, included: true };
  return { ...plain(scheme), from: bound, to: bound };
}

type Step = { version: string; is: 'introduced' | 'fixed' | 'last_affected' | 'limit' };

/** Events in the order of versions: each introduction holds until what ends it next. */
function rangesOf({ events }: OsvRange, scheme: Scheme | null): Range[] {
  const steps = events.flatMap((event) =>
    (['introduced', 'fixed', 'last_affected', 'limit'] as const).flatMap((is): Step[] =>
      event[is] === undefined ? [] : [{ version: event[is], is }],
    ),
  );
  steps.sort((a, b) => order(a, b, scheme));
  const ranges: Range[] = [];
  let open: { from: Bound | null } | null = null;
  for (const { version, is } of steps) {
    if (is === 'introduced') open ??= { from: version === '0' ? null : { version, included: true } };
    else if (open) {
      ranges.push({ ...plain(scheme), from: open.from, to: { version, included: is === 'last_affected' } });
      open = null;
    }
  }
  if (open) ranges.push({ ...plain(scheme), from: open.from, to: null });
  return ranges;
}

/** 0 is before everything; at one version what ends comes before what begins, but a last affected one after. */
function order(a: Step, b: Step, scheme: Scheme | null): number {
  const first = (step: Step) => step.is === 'introduced' && step.version === '0';
  if (first(a) || first(b)) return Number(first(b)) - Number(first(a));
  const rank = { fixed: 0, limit: 0, introduced: 1, last_affected: 2 };
  return (compareVersions(scheme ?? 'generic', a.version, b.version) ?? 0) || rank[a.is] - rank[b.is];
}

function commitsOf({ events }: OsvRange): Criterion['commits'] {
  return events.flatMap(({ introduced, fixed }) =>
    introduced === undefined && fixed === undefined ? [] : [{ introduced: introduced ?? null, fixed: fixed ?? null }],
  );
}
