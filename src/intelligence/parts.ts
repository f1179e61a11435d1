import type { Configuration, Cve5 } from '#formats/cve5';
import type { Osv } from '#formats/osv';
import type { JvnRecord } from '#formats/vuldef';

/** What the criteria of one record may consist of. Where products are multiplied by versions, few bytes say very much. */
export const mostParts = 1_000_000;

export function partsOfCve5({ containers: { cna, adp } }: Cve5): number {
  const ofContainer = ({ affected, cpeApplicability }: Cve5['containers']['cna']) =>
    sum(
      affected,
      ({ cpes, versions }) => (1 + cpes.length) * (1 + sum(versions, ({ changes }) => 1 + changes.length)),
    ) + partsOfConfigurations(cpeApplicability);
  return sum([cna, ...adp], ofContainer);
}

/** Each vulnerable name is a criterion, and takes along the names that must stand beside it. */
export function partsOfConfigurations(configurations: readonly Configuration[]): number {
  return sum(configurations, ({ operator, nodes }) => {
    const all = sum(nodes, ({ cpeMatch }) => cpeMatch.length);
    return sum(nodes, ({ cpeMatch, operator: within }) => {
      const beside = (operator === 'AND' ? all - cpeMatch.length : 0) + (within === 'AND' ? cpeMatch.length : 0);
      return cpeMatch.filter(({ vulnerable }) => vulnerable).length * (1 + beside);
    });
  });
}

/** A version that is listed is compared with every range. */
export function partsOfOsv({ affected }: Osv): number {
  return sum(affected, ({ package: named, ranges, versions }) => {
    const events = sum(ranges, (range) => range.events.length);
    return (named ? 1 : ranges.length) * (events + versions.length * (1 + events));
  });
}

export function partsOfJvn({ affected }: JvnRecord): number {
  return sum(affected, ({ cpes, versions }) => (1 + cpes.length) * (1 + versions.length));
}

function sum<Item>(items: readonly Item[], countOf: (item: Item) => number): number {
  return items.reduce((count, item) => count + countOf(item), 0);
}
