import { CpeFault, parseCpe } from '#formats/cpe';
import type { Affected } from '#formats/cve5';
import { withPhrasesRead } from './apply-prose.ts';
import { versionsOf } from './cve5-versions.ts';
import { packageOfDistribution } from './distribution-package.ts';
import { purlOfPackage } from './purl-of-package.ts';
import type { Criterion, CriterionRole, ProductName } from './statement.ts';

type Says = { by: string; role: CriterionRole; path: string; cveId: string };

/**
 * One entry of `affected`: a criterion for the package of a distribution, else for each CPE product that it names, for its
 * package, and for its name where it has neither; words about versions are read by the grammar, and wait for a person where
 * it does not understand them.
 */
export function affectedCriteria(affected: Affected, { by, role, path, cveId }: Says): Criterion[] {
  const { ranges, unread, exceptions, commits } = versionsOf(affected.versions);
  const pack = packageOfDistribution(affected);
  const common = {
    ...{ path, by, role: pack?.cna === by ? 'ecosystem' : role, qualifiers: {}, conditions: [], isNegated: false },
    otherVersions: otherVersions(affected.defaultStatus),
    ...{ files: affected.programFiles, routines: affected.programRoutines.map(({ name }) => name) },
    platforms: affected.platforms,
    ...(exceptions.length > 0 ? { exceptions } : {}),
  } as const;
  return (pack?.products ?? productsOf(affected)).flatMap((product) =>
    withPhrasesRead(
      { ...common, ranges: [...ranges], unread: [...unread], commits: [...commits], product },
      { vulnerabilities: [cveId] },
    ),
  );
}

const otherVersions = (status: string): Criterion['otherVersions'] =>
  status === 'affected' || status === 'unaffected' ? status : 'unknown';

function productsOf(affected: Affected): ProductName[] {
  const named = new Map(
    affected.cpes.flatMap((text) => cpeProduct(text) ?? []).map((one) => [JSON.stringify(one), one]),
  );
  const purl = purlOfPackage(affected);
  const found: ProductName[] = [
    ...named.values(),
    ...(purl === null ? [] : [{ space: 'purl', purl, distribution: null } as const]),
  ];
  if (found.length > 0) return found;
  const product = affected.product || affected.packageName || '';
  return isNothing(product) ? [] : [{ space: 'name', vendor: affected.vendor, product }];
}

const isNothing = (text: string) => /^(?:n\/a|unknown|unspecified|-|\s*)$/i.test(text);

function cpeProduct(text: string): ProductName | null {
  try {
    const { part, vendor, product } = parseCpe(text);
    return [vendor, product].some((value) => value === '*' || value === '-')
      ? null
      : { space: 'cpe', part, vendor, product };
  } catch (fault) {
    if (fault instanceof CpeFault) return null;
    throw fault;
  }
}
