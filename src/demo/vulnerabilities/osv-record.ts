import { stretchesOf } from './notation.ts';
import type { VulnerabilityFacts } from './shape.ts';

/** The facts in the form of an OSV record. @source OSV schema 1.7 */
export function osvRecord(cve: string, facts: NonNullable<VulnerabilityFacts['osv']>): object {
  const { id, on, cvss, package: named, versions } = facts;
  const slash = named.indexOf('/');
  const at = `${on}T00:00:00Z`;
  return {
    ...{ schema_version: '1.6.0', id, aliases: [cve], published: at, modified: at },
    severity: cvss === undefined ? [] : [{ type: 'CVSS_V3', score: cvss }],
    affected: stretchesOf(versions).map(({ from, to }) => ({
      package: { ecosystem: named.slice(0, slash), name: named.slice(slash + 1) },
      ranges: [{ type: 'SEMVER', events: [{ introduced: from?.version ?? '0' }, { fixed: to?.version }] }],
    })),
    references: [{ type: 'ADVISORY', url: `https://osv.dev/vulnerability/${id}` }],
  };
}
