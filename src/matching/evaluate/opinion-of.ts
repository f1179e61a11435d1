import { literalOf } from '#formats/cpe';
import {
  type Condition,
  type Criterion,
  isSameRelease,
  type Platform,
  type ProductName,
  type Statement,
} from '#intelligence/pure';
import type { Candidate, Component, Opinion } from '../evidence.ts';
import { foldName } from '../identity/fold.ts';
import { keysOf } from '../identity/keys.ts';
import { environmentOf } from './environment.ts';
import { type Finding, judgeVersions } from './judge-versions.ts';
import { type OurVersion, ourVersion } from './our-version.ts';
import { isKernel, isWholeSystem } from './systems.ts';

/** One component, as one of the products it may be, before one criterion of a record. */
export type Question = { component: Component; candidate: Candidate; statement: Statement; criterion: Criterion };

/**
 * What one criterion says of a component. Conditions on a release are not asked here: they lower the value to 'may-apply'
 * and stand in `needs`; so do source files, which lower nothing.
 * @returns null when the criterion is about another product or another release of a distribution
 */
export function opinionOf(question: Question): Opinion | null {
  const { component, candidate, statement, criterion } = question;
  const { product } = criterion;
  if (!keysOf(product).includes(candidate.key)) return null;
  const release = releaseFits(component, product);
  if (release === 'no') return null;
  const ours = versionFor(question);
  const conditions = conditionsLeft(candidate, criterion.conditions);
  const environment = environmentOf(component, criterion);
  const needed = [...conditions, ...environment.conditions];
  const files = isKernel(product) ? criterion.files : [];

  let finding = closed(statement) ?? negated(criterion) ?? judgeVersions(ours, criterion);
  const lower = (isSo: boolean, reason: Finding['reason'], detail: string | null) => {
    if (isSo && finding.value === 'applies') finding = { ...finding, value: 'may-apply', reason, detail };
  };
  if (environment.fits === 'no' && finding.value !== 'does-not-apply')
    finding = {
      value: 'does-not-apply',
      reason: 'other-environment',
      range: finding.range,
      detail: environment.detail,
    };
  lower(isWholeSystem(product) && speaksOfOthers(statement), 'whole-system', null);
  lower(candidate.tier > 4 && !isSupplierVendor(component, product), 'weak-identity', null);
  lower(release === 'unknown', 'environment-unknown', 'distribution' in product ? product.distribution : null);
  lower(environment.fits === 'unknown', 'environment-unknown', environment.detail);
  const needsBoth = needed.some(({ anyOf }) => anyOf.some(({ isVulnerable }) => isVulnerable));
  lower(needed.length > 0, needsBoth ? 'condition-needs-both' : 'condition-missing', namesOf(needed));
  return {
    ...finding,
    source: statement.source,
    externalId: statement.externalId,
    by: criterion.by,
    role: criterion.role,
    path: criterion.path,
    product,
    tier: candidate.tier,
    why: candidate.why,
    ...(candidate.said ? { said: candidate.said } : {}),
    scheme: ours.text === null ? null : ours.scheme,
    version: ours.text,
    needs: needed.length > 0 || files.length > 0 ? { conditions: needed, files } : null,
  };
}

/**
 * A distribution's statement about its own package is compared as it numbers them, and decides. A name that leaves the patch
 * level open is open only where the record tells patch levels apart, or the project is one that releases 9.3p1 after 9.3.
 */
function versionFor({ component, candidate, statement, criterion }: Question): OurVersion {
  const ours = ourVersion(component, candidate);
  const isOwn = criterion.role === 'own' || candidate.product.space === 'purl';
  const isPatchLevelOpen = ours.isPatchLevelOpen && tellsPatchLevels(statement);
  return { ...ours, isPatchLevelOpen, ...(isOwn ? { packager: 'upstream' as const } : {}) };
}

const patching = new Set(['openssh', 'ntp', 'sudo', 'bind', 'dhcp']);
const patchLevel = /\d[-_.]?p(?:atch(?:level)?|l)?[-_.]?\d+$/i;
const telling = new WeakMap<Statement, boolean>();

/** Whether the record tells 9.3p1 from 9.3. */
export function tellsPatchLevels(statement: Statement): boolean {
  const known = telling.get(statement);
  if (known !== undefined) return known;
  const tells = statement.criteria.some(
    ({ product, ranges }) =>
      ('product' in product && patching.has(foldName(literalOf(product.product) ?? ''))) ||
      ranges.some(({ from, to }) => patchLevel.test(from?.version ?? '') || patchLevel.test(to?.version ?? '')),
  );
  telling.set(statement, tells);
  return tells;
}

function closed({ state, stateReason }: Statement): Finding | null {
  if (state === 'published') return null;
  return { value: 'does-not-apply', reason: state, range: null, detail: stateReason };
}

function negated({ isNegated }: Criterion): Finding | null {
  return isNegated ? { value: 'cannot-compare', reason: 'negated', range: null, detail: null } : null;
}

function releaseFits({ distribution }: Component, product: ProductName): 'yes' | 'no' | 'unknown' {
  if (product.space !== 'purl' || product.distribution === null) return 'yes';
  return distribution === null ? 'unknown' : isSameRelease(distribution, product.distribution);
}

function speaksOfOthers({ criteria }: Statement): boolean {
  return criteria.some(({ product }) => !isWholeSystem(product));
}

function isSupplierVendor({ supplier, version }: Component, product: ProductName): boolean {
  if (supplier === null || version === null || product.space === 'purl') return false;
  const vendor = foldName(product.space === 'cpe' ? (literalOf(product.vendor) ?? '') : product.vendor);
  return vendor.length > 2 && foldName(supplier).startsWith(vendor);
}

/** A firmware tells its hardware: archer_ax21_firmware runs on h:archer_ax21. */
function conditionsLeft({ product }: Candidate, conditions: readonly Condition[]): Condition[] {
  if (product.space !== 'cpe' || !product.product.endsWith('_firmware')) return [...conditions];
  const isOurs = (one: Platform) =>
    one.part === 'h' &&
    !one.isNegated &&
    one.vendor === product.vendor &&
    `${one.product}_firmware` === product.product;
  return conditions.filter(({ anyOf }) => !anyOf.some(isOurs));
}

function namesOf(conditions: Condition[]): string {
  const names = conditions.flatMap(({ anyOf }) => anyOf.map(({ product }) => literalOf(product) ?? '*'));
  return [...new Set(names)].join(', ');
}
