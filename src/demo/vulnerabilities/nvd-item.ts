import { cpeOf } from './cve-record.ts';
import { partedClaim, type Stretch, stretchesOf } from './notation.ts';
import type { CpeClaim, VulnerabilityFacts } from './shape.ts';

/** The facts in the form of an item of NVD. @source NVD API 2.0 */
export function nvdItem(id: string, { on, cvss = [], says }: NonNullable<VulnerabilityFacts['nvd']>): object {
  return {
    cve: {
      id,
      sourceIdentifier: 'nvd@nist.gov',
      vulnStatus: 'Analyzed',
      ...(on === undefined ? {} : { published: `${on}T00:00:00.000` }),
      metrics: { cvssMetricV31: cvss.map(metricOf) },
      configurations: says.map(configurationOf),
      references: [{ url: `https://nvd.nist.gov/vuln/detail/${id}`, tags: [] }],
    },
  };
}

function metricOf(score: string): object {
  const [, baseScore, vectorString] = score.split(' ');
  return { source: 'nvd@nist.gov', cvssData: { version: '3.1', vectorString, baseScore: Number(baseScore) } };
}

function configurationOf(claim: CpeClaim): object {
  const {
    of,
    versions,
    target,
    onlyOn = [],
  } = { target: '*', ...(typeof claim === 'string' ? partedClaim(claim) : claim) } as Exclude<CpeClaim, string>;
  const vulnerable = node(stretchesOf(versions).map((stretch) => matchOf(of, stretch, target)));
  if (onlyOn.length === 0) return { nodes: [vulnerable] };
  const others = onlyOn.map((one) => ({ vulnerable: false, criteria: cpeOf(one, '-') }));
  return { operator: 'AND', nodes: [vulnerable, node(others)] };
}

const node = (cpeMatch: object[]) => ({ operator: 'OR', negate: false, cpeMatch });

function matchOf(of: string, { exact, from, to }: Stretch, target: string | undefined): object {
  if (exact !== null) return { vulnerable: true, criteria: cpeOf(of, exact, target) };
  return {
    vulnerable: true,
    criteria: cpeOf(of, '*', target),
    ...(from ? { [from.included ? 'versionStartIncluding' : 'versionStartExcluding']: from.version } : {}),
    ...(to ? { [to.included ? 'versionEndIncluding' : 'versionEndExcluding']: to.version } : {}),
  };
}
