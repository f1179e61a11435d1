import type { Problem } from '../problem.ts';
import { productIdsOf, productsOfTree } from './products.ts';
import type { Csaf, CsafVulnerability } from './shape.ts';

/** Rules of the profile VEX, by the numbers of its tests. */
export type CsafVexRule =
  | 'not-vex'
  | '6.1.1'
  | '6.1.6'
  | '6.1.27.4'
  | '6.1.27.5'
  | '6.1.27.7'
  | '6.1.27.8'
  | '6.1.27.9'
  | '6.1.27.10'
  | '6.1.27.11'
  | '6.1.33';

const sentences: Record<CsafVexRule, string> = {
  'not-vex': 'The document is of another profile',
  '6.1.1': 'This product is not in the tree',
  '6.1.6': 'This product has contradicting statuses',
  '6.1.27.4': 'A product tree is missing',
  '6.1.27.5': 'A vulnerability needs a note',
  '6.1.27.7': 'A vulnerability needs a product with a status of VEX',
  '6.1.27.8': 'A vulnerability needs a CVE or another id',
  '6.1.27.9': 'A product that is not affected needs a flag or an impact statement',
  '6.1.27.10': 'A product that is affected needs a remediation',
  '6.1.27.11': 'There are no vulnerabilities',
  '6.1.33': 'This product has more than one flag',
};

type Broken = [path: string, rule: CsafVexRule];

/**
 * What of a document is not as the profile VEX asks, as JSON pointers; none when it holds.
 * @source CSAF 2.0, 4.5 Profile VEX; 6.1 Mandatory tests
 */
export function obstaclesOfCsafVex(csaf: Csaf): Problem<CsafVexRule>[] {
  const found: Broken[] = [];
  if (!isCsafVex(csaf)) found.push(['/document/category', 'not-vex']);
  if (!csaf.product_tree) found.push(['/product_tree', '6.1.27.4']);
  if (!csaf.vulnerabilities?.length) found.push(['/vulnerabilities', '6.1.27.11']);
  csaf.vulnerabilities?.forEach((vulnerability, at) => {
    for (const [path, rule] of broken(vulnerability, csaf)) found.push([`/vulnerabilities/${at}${path}`, rule]);
  });
  return found.map(([path, rule]) => ({ path, rule, message: sentences[rule], details: {} }));
}

/** Whether it says of itself that it is a VEX document, as the profile's test compares names. @source CSAF 2.0, 6.1.26 */
export const isCsafVex = ({ document }: Csaf): boolean =>
  document.category.toLowerCase().replace(/[-_\s]/g, '') === 'csafvex';

/** Statuses of which a product has one. @source CSAF 2.0, 6.1.6 */
const contradicting = [
  ['known_affected', 'first_affected', 'last_affected'],
  ['known_not_affected'],
  ['fixed', 'first_fixed'],
  ['under_investigation'],
] as const;

function broken(vulnerability: CsafVulnerability, { product_tree: tree }: Csaf): Broken[] {
  const { product_status: status = {}, notes = [], cve, ids = [] } = vulnerability;
  const known = tree ? productsOfTree(tree) : new Map<string, unknown>();
  const vex = [status.fixed, status.known_affected, status.known_not_affected, status.under_investigation];
  const named = Object.entries(status).flatMap(([word, products = []]) =>
    products.map((id, at): [string, string] => [`/product_status/${word}/${at}`, id]),
  );
  return [
    ...(notes.length === 0 ? [['/notes', '6.1.27.5'] as Broken] : []),
    ...(vex.every((products = []) => products.length === 0) ? [['/product_status', '6.1.27.7'] as Broken] : []),
    ...(cve === undefined && ids.length === 0 ? [['', '6.1.27.8'] as Broken] : []),
    ...named.filter(([, id]) => !known.has(id)).map(([path]): Broken => [path, '6.1.1']),
    ...named.filter(([, id]) => statusesOf(status, id) > 1).map(([path]): Broken => [path, '6.1.6']),
    ...explained(vulnerability, tree),
  ];
}

const statusesOf = (status: NonNullable<CsafVulnerability['product_status']>, id: string): number =>
  contradicting.filter((words) => words.some((word) => status[word]?.includes(id))).length;

function explained(vulnerability: CsafVulnerability, tree: Csaf['product_tree']): Broken[] {
  const { product_status: status = {}, flags = [], threats = [], remediations = [] } = vulnerability;
  const flagged = flags.flatMap((flag) => productIdsOf(flag, tree));
  const impacts = threats.filter(({ category }) => category === 'impact').flatMap((one) => productIdsOf(one, tree));
  const told = new Set([...flagged, ...impacts]);
  const remedied = new Set(remediations.flatMap((one) => productIdsOf(one, tree)));
  const missing = (word: 'known_not_affected' | 'known_affected', has: ReadonlySet<string>, rule: CsafVexRule) =>
    (status[word] ?? []).flatMap((id, at): Broken[] => (has.has(id) ? [] : [[`/product_status/${word}/${at}`, rule]]));
  const twice = flagged.some((id, at) => flagged.indexOf(id) !== at);
  return [
    ...missing('known_not_affected', told, '6.1.27.9'),
    ...missing('known_affected', remedied, '6.1.27.10'),
    ...(twice ? [['/flags', '6.1.33'] as Broken] : []),
  ];
}
