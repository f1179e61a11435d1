import { scoreOf } from '#formats/cvss';
import type { Osv, OsvAffected } from '#formats/osv';
import { instantOf } from './instant.ts';
import { commitsOfEvents, listedVersions, rangesOfEvents } from './osv-ranges.ts';
import { packageOfOsv, packageOfRepository } from './package-of-osv.ts';
import type { Criterion, Score, Statement } from './statement.ts';

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
    scores: scoresOf(osv),
    weaknesses: osv.database_specific?.cwe_ids ?? [],
    references: osv.references.map(({ type, url }) => ({ url, tags: [type.toLowerCase()] })),
    criteria: osv.withdrawn ? [] : osv.affected.flatMap(criteriaOf),
  };
}

/**
 * `upstream` names the flaw that a distribution's record is about, so it is the same flaw when it is one. A record of several
 * CVEs is an advisory that fixes them, also where it calls them its aliases: it is none of them, and they stay related.
 * @source OSV schema, aliases, related, upstream
 */
function namesOf({ id, aliases, upstream, related }: Osv): Pick<Statement, 'names' | 'related'> {
  const said = [...new Set([id, ...aliases, ...upstream])];
  const cves = new Set(said.flatMap((name) => /CVE-\d{4}-\d{4,19}$/.exec(name)?.[0] ?? []));
  const names = cves.size > 1 ? [id] : upstream.length <= 1 ? said : [...new Set([id, ...aliases, ...cves])];
  return { names, related: [...new Set([...said, ...related])].filter((name) => !names.includes(name)) };
}

/** Of the record, or of its packages where they differ. */
function scoresOf({ severity, affected }: Osv): Score[] {
  const vectors = [...severity, ...affected.flatMap((one) => one.severity)].map(({ score }) => score);
  return [...new Set(vectors)].flatMap((vector): Score[] => {
    const read = scoreOf(vector);
    return read ? [{ ...read, by: 'osv' }] : [];
  });
}

/** One of its package, or where it names none of each repository. */
function criteriaOf(affected: OsvAffected, place: number): Criterion[] {
  const { package: named, ranges } = affected;
  if (named) return [criterionOf(affected, place, packageOfOsv(named))];
  const repositories = [...new Set(ranges.flatMap(({ repo }) => repo ?? []))];
  return repositories.flatMap((repository) => {
    const found = packageOfRepository(repository);
    const own = ranges.filter(({ repo }) => repo === undefined || repo === repository);
    return found ? [criterionOf({ ...affected, ranges: own }, place, found)] : [];
  });
}

function criterionOf(
  { package: named, ranges: said, versions }: OsvAffected,
  place: number,
  { product, scheme }: ReturnType<typeof packageOfOsv>,
): Criterion {
  const ranges = said
    .filter(({ type }) => type !== 'GIT')
    .flatMap((range) => rangesOfEvents(range, range.type === 'SEMVER' ? 'semver' : scheme));
  const commits = said.filter(({ type }) => type === 'GIT').flatMap(commitsOfEvents);
  const listed = listedVersions(versions, scheme, ranges);
  // Names of versions beside commits are those that somebody has found: they do not tell that the others are safe.
  const isCounted = ranges.length > 0 || (listed.length > 0 && commits.length === 0);
  return {
    ...{ path: `/affected/${place}`, by: named?.ecosystem ?? 'osv', role: 'ecosystem', product, qualifiers: {} },
    ...{ ranges: [...ranges, ...listed], otherVersions: isCounted ? 'unaffected' : 'unknown', commits },
    ...{ unread: [], conditions: [], isNegated: false, files: [], routines: [], platforms: [] },
  };
}
