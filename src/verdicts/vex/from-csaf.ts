import { type Csaf, type CsafProduct, type CsafVulnerability, productIdsOf, productsOfTree } from '#formats/csaf';
import type { VerdictStatus } from '../model.ts';
import type { UnreadStatement, VexPart, VexProduct, VexReading, VexResponse, VexStatement } from './model.ts';
import { instantOf, justificationOf, saidIn } from './words.ts';

/**
 * The statements of a CSAF document, one for each vulnerability, status and product; a product that is a part of another
 * is a part of it. Of `recommended` nothing is taken: it says what to install, not what is affected.
 * @source CSAF 2.0, 3.2.3 Vulnerabilities, 4.5 Profile VEX; CSAF 2.1, 3.2.4
 */
export function fromCsaf({ document, product_tree: tree, vulnerabilities = [] }: Csaf): VexReading {
  const { publisher, tracking } = document;
  const at = instantOf(tracking.current_release_date);
  const revision = Number.parseInt(tracking.version, 10);
  const context: Context = { tree, products: productsOfTree(tree ?? {}), at };
  const read = vulnerabilities.map((vulnerability, index) => statementsOf(vulnerability, index, context));
  return {
    head: { id: tracking.id, author: publisher.name, at, version: Number.isNaN(revision) ? 1 : revision },
    statements: read.flatMap(({ statements }) => statements),
    unread: read.flatMap(({ unread }) => unread),
  };
}

type Context = { tree: Csaf['product_tree']; products: ReadonlyMap<string, CsafProduct>; at: string | null };

const statusByWord = {
  fixed: 'fixed',
  first_fixed: 'fixed',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  known_not_affected: 'not-affected',
  under_investigation: 'under-investigation',
} as const satisfies Record<string, VerdictStatus>;
const words = Object.keys(statusByWord) as (keyof typeof statusByWord)[];

function statementsOf(vulnerability: CsafVulnerability, index: number, context: Context) {
  const names = [
    ...(vulnerability.cve ? [vulnerability.cve] : []),
    ...(vulnerability.ids ?? []).map(({ text }) => text),
  ];
  const [name = null, ...aliases] = names;
  const taken = new Set<string>();
  const statements: VexStatement[] = [];
  const unread: UnreadStatement[] = [];
  for (const word of words) {
    (vulnerability.product_status?.[word] ?? []).forEach((id, at) => {
      const status = statusByWord[word];
      if (taken.has(`${status} ${id}`)) return;
      taken.add(`${status} ${id}`);
      const place = `/vulnerabilities/${index}/product_status/${word}/${at}`;
      const subject = subjectOf(id, context.products);
      if (name !== null && subject) {
        const said = saidOf(vulnerability, id, context);
        statements.push({ vulnerability: name, aliases, status, ...said, ...subject });
      } else
        unread.push({
          vulnerability: name,
          product: id,
          place,
          why: name === null ? 'no-vulnerability' : 'unknown-product',
        });
    });
  }
  return { statements, unread };
}

const responses: Readonly<Record<string, VexResponse>> = {
  vendor_fix: 'update',
  workaround: 'workaround',
  mitigation: 'mitigation',
  no_fix_planned: 'no-fix',
  none_available: 'none-yet',
};

/** What the document says of one product beside its status. */
function saidOf(vulnerability: CsafVulnerability, id: string, { tree, at }: Context) {
  const about = <Item extends { product_ids?: string[] | undefined; group_ids?: string[] | undefined }>(
    list: Item[] = [],
  ) => list.filter((item) => productIdsOf(item, tree).includes(id));
  const flags = about(vulnerability.flags);
  const impacts = about(vulnerability.threats).filter(({ category }) => category === 'impact');
  const remedies = about(vulnerability.remediations);
  const notes = vulnerability.notes ?? [];
  const noted = notes.find(({ title }) => title === noteTitle(id))?.text;
  const dated = notes.find(({ title }) => title === dateTitle(id))?.text;
  const dates = [dated, ...[...flags, ...impacts, ...remedies].map(({ date }) => date)];
  return {
    justification: flags.map(({ label }) => justificationOf(label)).find((one) => one !== null) ?? null,
    impact: impacts.map(({ details }) => saidIn(details)).join('\n'),
    note: noted ?? '',
    action: remedies
      .map(({ details }) => saidIn(details))
      .filter(Boolean)
      .join('\n'),
    response: remedies.map(({ category }) => responses[category] ?? null).find((one) => one !== null) ?? null,
    at: dates.map(instantOf).find((one) => one !== null) ?? at,
  };
}

/** What CSAF has no place for stands in notes of ours. */
export const noteTitle = (id: string): string => `Status of ${id}`;
export const dateTitle = (id: string): string => `Date of the status of ${id}`;

function subjectOf(id: string, products: Context['products']): { product: VexProduct; part: VexPart | null } | null {
  const found = products.get(id);
  if (!found) return null;
  const { relation } = found;
  if (relation === null)
    return { product: { ...partOf(found), id, range: found.isRange ? found.version : null }, part: null };
  const whole = wholeOf(relation.whole, products);
  const part = products.get(relation.part);
  if (!whole || !part) return null;
  return {
    product: { ...partOf(whole), id: whole.id, range: whole.isRange ? whole.version : null },
    part: partOf(part),
  };
}

/** The outermost: a part of a part is a part. */
function wholeOf(id: string, products: Context['products']): CsafProduct | undefined {
  let found = products.get(id);
  for (let steps = 0; found?.relation && steps < 10; steps += 1) found = products.get(found.relation.whole);
  return found;
}

const partOf = ({ name, product, version, isRange, purls, cpe }: CsafProduct): VexPart => ({
  ...{ name: product ?? name, version: isRange ? null : version, purl: purls[0] ?? null, cpe },
});
