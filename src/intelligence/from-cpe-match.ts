import { type Cpe, CpeFault, literalOf, parseCpe } from '#formats/cpe';
import type { Configuration, CpeMatch, Node } from '#formats/cve5';
import { foldUpdate } from './fold-update.ts';
import type { Condition, Criterion, CriterionRole, Platform, Qualifiers, Range } from './statement.ts';

/** Who says it, and where the configurations stand in the original. */
export type Says = { by: string; role: CriterionRole; path: string };

/**
 * Configurations as criteria: one for each vulnerable name, with the other halves of its AND as conditions.
 * Ranges are not pooled over configurations: what holds on one board says nothing of another.
 * @source NVD API 2.0, configurations; CVE Record Format 5.1, cpeApplicability
 */
export function criteriaOf(configurations: readonly Configuration[], says: Says): Criterion[] {
  return configurations.flatMap((configuration, place) =>
    ofConfiguration(configuration, { ...says, path: `${says.path}/${place}` }),
  );
}

function ofConfiguration({ operator, negate, nodes }: Configuration, says: Says): Criterion[] {
  const isAll = operator === 'AND';
  return nodes.flatMap((node, place) => {
    const others = isAll ? nodes.filter((other) => other !== node) : [];
    return ofNode(node, { says: { ...says, path: `${says.path}/nodes/${place}` }, others, isNegated: negate });
  });
}

type Around = { says: Says; others: readonly Node[]; isNegated: boolean };

function ofNode(node: Node, { says, others, isNegated }: Around): Criterion[] {
  const isAll = node.operator === 'AND';
  return node.cpeMatch.flatMap((match, place) => {
    const cpe = match.vulnerable ? cpeOf(match) : null;
    if (!cpe) return [];
    const within = isAll ? node.cpeMatch.filter((other) => other !== match) : [];
    const conditions: Condition[] = [
      ...others.map((other) => ({ anyOf: platformsOf(other.cpeMatch, other.negate) })),
      ...within.map((other) => ({ anyOf: platformsOf([other], false) })),
    ].filter(({ anyOf }) => anyOf.length > 0);
    return [
      {
        ...{ path: `${says.path}/cpeMatch/${place}`, by: says.by, role: says.role, conditions },
        product: { space: 'cpe', part: cpe.part, vendor: cpe.vendor, product: cpe.product },
        qualifiers: qualifiersOf(cpe),
        ranges: rangesOf(match, cpe),
        otherVersions: 'unaffected',
        ...{ unread: [], commits: [], isNegated: isNegated || node.negate, files: [], routines: [], platforms: [] },
      },
    ];
  });
}

function platformsOf(matches: readonly CpeMatch[], isNegated: boolean): Platform[] {
  return matches.flatMap((match) => {
    const cpe = cpeOf(match);
    if (!cpe) return [];
    const { part, vendor, product } = cpe;
    const ranges = rangesOf(match, cpe);
    return [
      { part, vendor, product, qualifiers: qualifiersOf(cpe), ranges, isVulnerable: match.vulnerable, isNegated },
    ];
  });
}

/** null for what is no CPE name, or names no product. */
function cpeOf({ criteria }: Pick<CpeMatch, 'criteria'>): Cpe | null {
  try {
    const cpe = parseCpe(criteria);
    return cpe.product === '*' || cpe.product === '-' ? null : cpe;
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}

const qualifying = ['edition', 'language', 'softwareEdition', 'targetSoftware', 'targetHardware', 'other'] as const;

function qualifiersOf(cpe: Cpe): Qualifiers {
  const said = qualifying
    .map((name) => [name, cpe[name]] as const)
    .filter(([, value]) => value !== '*' && value !== '-');
  const update = literalOf(cpe.update);
  const kept = update !== null && !isReleaseToken(update) ? [['edition', cpe.update] as const] : [];
  return Object.fromEntries([...kept, ...said]);
}

/** An update that says which release is meant: p1, rc3, patch1, beta, sp2, u292; anything else is an edition. */
const isReleaseToken = (update: string): boolean =>
  /^(?:p|patch|patchlevel|pl|rc|beta|b|alpha|a|pre|preview|dev|test|sp|servicepack|service_pack|hotfix|hf|update|u|r|rev|build|b|ga|final|release|cu|milestone|m|\d)[._-]?\d*[\w.-]*$/i.test(
    update,
  );

/** What a match says of versions: its bounds, its very version, or nothing (`*` without bounds, and `-`). */
export function rangesOf(match: CpeMatch, cpe: Cpe): Range[] {
  const plain = { status: 'affected', scheme: null, anyUpdate: false, basis: 'stated', text: null } as const;
  const { versionStartIncluding, versionStartExcluding, versionEndIncluding, versionEndExcluding } = match;
  const from = bound(versionStartIncluding, versionStartExcluding);
  const to = bound(versionEndIncluding, versionEndExcluding);
  if (from || to) return [{ ...plain, from, to }];
  const version = literalOf(cpe.version);
  if (version === null) return [];
  const update = literalOf(cpe.update);
  const isFolded = update !== null && isReleaseToken(update);
  const exact = { version: isFolded ? foldUpdate(version, cpe.update) : version, included: true };
  return [{ ...plain, from: exact, to: exact, anyUpdate: cpe.update === '*' }];
}

function bound(included: string | undefined, excluded: string | undefined): Range['from'] {
  if (included !== undefined) return { version: unescaped(included), included: true };
  return excluded === undefined ? null : { version: unescaped(excluded), included: false };
}

const unescaped = (version: string) => version.replaceAll(/\\(.)/gs, '$1');
