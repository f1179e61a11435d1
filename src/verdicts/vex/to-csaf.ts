import type { Csaf, CsafFullProductName, CsafProductTree, CsafVulnerability } from '#formats/csaf';
import { isCpeOfSchema } from '#formats/cyclonedx';
import { dateTitle, noteTitle } from './from-csaf.ts';
import type { VexDocument, VexPart, VexProduct, VexResponse, VexStatement } from './model.ts';
import { labelOf, noActionYet, noReasonGiven } from './words.ts';

/**
 * A file of statements as CSAF VEX, by vulnerability.
 * Not said there: CPE names and purls that the schema does not take, and of products that are not affected, fixed or
 * investigated what users can do.
 * @source CSAF 2.0, 4.5 Profile VEX
 */
export function toCsaf({ head, namespace, title, tool, revisedAt, statements }: VexDocument): Csaf {
  const products = new Products(head.author);
  const groups = Map.groupBy(statements, ({ vulnerability }) => vulnerability);
  const vulnerabilities = [...groups].map(([name, group]) => vulnerabilityOf(name, group, products));
  // CSAF asks for every version in the history. (6.1.21)
  const revisions = revisedAt ?? Array.from({ length: head.version }, () => head.at);
  return {
    document: {
      ...{ category: 'csaf_vex', csaf_version: '2.0', title, lang: 'en' },
      publisher: { category: 'vendor', name: head.author, namespace },
      tracking: {
        ...{ id: head.id, status: 'final', version: String(revisions.length) },
        ...{ initial_release_date: revisions[0] ?? head.at, current_release_date: head.at },
        revision_history: revisions.map((date, at) => ({ date, number: String(at + 1), summary })),
        generator: { date: head.at, engine: tool },
      },
    },
    product_tree: products.tree(),
    vulnerabilities,
  };
}

const summary = 'Statements as of this date';

const statusWords = {
  fixed: 'fixed',
  affected: 'known_affected',
  'not-affected': 'known_not_affected',
  'under-investigation': 'under_investigation',
} as const;
const remedies: Record<VexResponse, string> = {
  update: 'vendor_fix',
  workaround: 'workaround',
  mitigation: 'mitigation',
  'no-fix': 'no_fix_planned',
  'none-yet': 'none_available',
};

function vulnerabilityOf(name: string, group: VexStatement[], products: Products): CsafVulnerability {
  const aliases = [...new Set(group.flatMap((one) => one.aliases))];
  const isCve = /^CVE-\d{4}-\d{4,}$/.test(name);
  const said = group.map((statement) => ({ ...statement, id: products.idOf(statement) }));
  const ids = (isCve ? aliases : [name, ...aliases]).map((text) => ({ system_name: systemOf(text), text }));
  const status: NonNullable<CsafVulnerability['product_status']> = {};
  for (const one of said) {
    const word = statusWords[one.status];
    status[word] = [...(status[word] ?? []), one.id];
  }
  return {
    ...(isCve && { cve: name }),
    ...(ids.length > 0 && { ids }),
    notes: [
      { category: 'summary', title: 'Summary', text: `How the products of this document stand to ${name}.` },
      ...said.flatMap(notesOf),
    ],
    product_status: status,
    ...filled('flags', said.flatMap(flagsOf)),
    ...filled('threats', said.flatMap(threatsOf)),
    ...filled('remediations', said.flatMap(remediesOf)),
  };
}

type Said = VexStatement & { id: string };

const filled = <Key extends string, Item>(key: Key, items: Item[]) =>
  (items.length > 0 ? { [key]: items } : {}) as { [Name in Key]?: Item[] };

/** "GHSA" of "GHSA-…", "JVNDB" of "JVNDB-…". */
const systemOf = (text: string): string => /^[A-Za-z]+/.exec(text)?.[0] ?? 'id';

const dateOf = ({ at }: Said) => (at === null ? {} : { date: at });

function notesOf(said: Said) {
  const { id, note, at } = said;
  const isDated = [...flagsOf(said), ...threatsOf(said), ...remediesOf(said)].length > 0;
  return [
    ...(note === '' ? [] : [{ category: 'details', title: noteTitle(id), text: note }]),
    ...(at === null || isDated ? [] : [{ category: 'other', title: dateTitle(id), text: at }]),
  ];
}

const flagsOf = (said: Said) =>
  said.justification === null ? [] : [{ label: labelOf(said.justification), ...dateOf(said), product_ids: [said.id] }];

function threatsOf(said: Said) {
  const isSilent = said.status === 'not-affected' && said.justification === null;
  if (said.impact === '' && !isSilent) return [];
  return [{ category: 'impact', details: said.impact || noReasonGiven, ...dateOf(said), product_ids: [said.id] }];
}

function remediesOf(said: Said) {
  if (said.status !== 'affected') return [];
  const category = remedies[said.response ?? 'none-yet'];
  return [{ category, details: said.action || noActionYet, ...dateOf(said), product_ids: [said.id] }];
}

/** Collects what the statements are about, each once. */
class Products {
  readonly #vendor: string;
  #wholes = new Map<string, VexProduct>();
  #parts = new Map<string, { id: string; part: VexPart }>();
  #inside = new Map<string, NonNullable<CsafProductTree['relationships']>[number]>();

  constructor(vendor: string) {
    this.#vendor = vendor;
  }

  /** The id of the product, or of the part within it. */
  idOf({ product, part }: VexStatement): string {
    if (product === null) return '';
    this.#wholes.set(product.id, product);
    if (part === null) return product.id;
    const key = JSON.stringify([part.name, part.version, part.purl, part.cpe]);
    const known = this.#parts.get(key) ?? { id: `part-${this.#parts.size + 1}`, part };
    this.#parts.set(key, known);
    const id = `${product.id}:${known.id}`;
    this.#inside.set(id, {
      ...{ category: 'default_component_of', product_reference: known.id, relates_to_product_reference: product.id },
      full_product_name: { name: `${titleOf(part)} in ${titleOf(product)}`, product_id: id },
    });
    return id;
  }

  tree(): CsafProductTree {
    const own = [...this.#wholes.values()].map((product) =>
      branchOf(product, fullName(product, product.id), product.range),
    );
    const parts = [...this.#parts.values()].map(({ part, id }) => branchOf(part, fullName(part, id), null));
    return {
      branches: [{ category: 'vendor', name: this.#vendor, branches: own }, ...parts],
      ...filled('relationships', [...this.#inside.values()]),
    };
  }
}

function branchOf({ name, version }: VexPart, product: CsafFullProductName, range: string | null) {
  if (range === null && version === null) return { category: 'product_name', name, product };
  const category = range === null ? 'product_version' : 'product_version_range';
  return { category: 'product_name', name, branches: [{ category, name: range ?? version ?? '', product }] };
}

const titleOf = ({ name, version }: VexPart): string => (version === null ? name : `${name} ${version}`);

function fullName(part: VexPart, id: string): CsafFullProductName {
  const helper = { ...(isCpe(part.cpe) && { cpe: part.cpe }), ...(isPurl(part.purl) && { purl: part.purl }) };
  const identified = Object.keys(helper).length > 0 && { product_identification_helper: helper };
  return { name: titleOf(part), product_id: id, ...identified };
}

/** @source CSAF 2.0, 3.1.3.3: the patterns of its schema */
const isPurl = (purl: string | null): purl is string =>
  purl !== null && /^pkg:[A-Za-z.\-+][A-Za-z0-9.\-+]*\/.+/.test(purl);
const isCpe = (cpe: string | null): cpe is string => cpe !== null && isCpeOfSchema(cpe);
