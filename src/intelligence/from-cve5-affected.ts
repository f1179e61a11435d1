import { CpeFault, parseCpe } from '#formats/cpe';
import type { Affected, Version } from '#formats/cve5';
import { withPhrasesRead } from './apply-prose.ts';
import { isVersionText } from './is-version-text.ts';
import { purlOfPackage } from './purl-of-package.ts';
import { schemeOfType } from './scheme-of-type.ts';
import type { Criterion, CriterionRole, ProductName, Range } from './statement.ts';

type Says = { by: string; role: CriterionRole; path: string; cveId: string };

/**
 * One entry of `affected`: a criterion for each CPE product that it names, for its package, and for its name where it has
 * neither; words about versions are read by the grammar, and wait for a person where it does not understand them.
 */
export function affectedCriteria(affected: Affected, { by, role, path, cveId }: Says): Criterion[] {
  const said = versionsOf(affected);
  const common = {
    ...{ path, by, role, qualifiers: {}, conditions: [], isNegated: false, platforms: affected.platforms },
    ...{ ranges: said.ranges, unread: said.unread, commits: said.commits },
    otherVersions: otherVersions(affected.defaultStatus),
    files: affected.programFiles,
    routines: affected.programRoutines.map(({ name }) => name),
  } as const;
  return productsOf(affected).flatMap((product) =>
    withPhrasesRead(
      { ...common, ranges: [...said.ranges], unread: [...said.unread], commits: [...said.commits], product },
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

type Said = Pick<Criterion, 'ranges' | 'unread' | 'commits'>;

function versionsOf({ versions }: Affected): Said {
  const said: Said = { ranges: [], unread: [], commits: [] };
  for (const version of versions) addVersion(said, unescaped(version));
  return said;
}

// Some records carry the escapes of CPE into their versions: 6.70\\(ABVT.4\\).
const plainText = (text: string) => text.replaceAll(/\\(?=[^\w\s])/g, '').trim();
function unescaped({ lessThan, lessThanOrEqual, ...version }: Version): Version {
  return {
    ...{ ...version, version: plainText(version.version) },
    ...(lessThan === undefined ? {} : { lessThan: plainText(lessThan) }),
    ...(lessThanOrEqual === undefined ? {} : { lessThanOrEqual: plainText(lessThanOrEqual) }),
  };
}

const commitTypes = new Set(['git', 'commit']);
/** A hash of a commit, whatever its entry says it is. */
const isCommit = (text: string) => /^(?=.*[a-f])(?=.*\d)[0-9a-f]{10,40}$/.test(text);
const beginnings = /^(?:0|\*|unspecified|n\/a|-|unknown|next of .*|)$/i;
/** The end of a branch: 5.10.* */
const branchEnd = /^\d+(?:\.\d+)*\.\*$/;
const isStatus = (status: string): status is Range['status'] => status === 'affected' || status === 'unaffected';

/** A single version, a range that begins with it, or words. What is neither understood nor of known status says nothing. */
function addVersion(said: Said, version: Version): void {
  const { versionType = '', status } = version;
  const upper = version.lessThan ?? version.lessThanOrEqual;
  if (commitTypes.has(versionType) || isCommit(version.version) || isCommit(upper ?? '')) {
    if (status === 'affected') said.commits.push({ introduced: version.version || null, fixed: upper ?? null });
    return;
  }
  if (!isStatus(status)) return;
  if (upper === undefined) {
    addSingle(said, version, status);
    return;
  }
  const isReadable = (text: string) => isVersionText(text) || beginnings.test(text) || branchEnd.test(text);
  if (![version.version, upper].every(isReadable)) {
    if (status === 'affected') said.unread.push(wordsOf(version, upper));
    return;
  }
  addRange(said, { ...version, status }, upper);
}

/** A range in the record's own fields whose bound is no version: told whole, so that a person sees what was meant. */
const wordsOf = ({ version, lessThan }: Version, upper: string): string =>
  beginnings.test(version)
    ? `${lessThan === undefined ? '<=' : '<'} ${upper}`
    : `${version} ${lessThan === undefined ? '<=' : '<'} ${upper}`;

function addSingle(said: Said, { version, versionType, changes }: Version, status: Range['status']): void {
  if (version === '*' || version === '0') {
    const rest = changes.length > 0 || version === '0' ? null : { from: null, to: null };
    if (rest) said.ranges.push({ ...plain(versionType, status), ...rest });
    else addRange(said, { version, versionType, changes, status }, '*');
    return;
  }
  if (isVersionText(version)) {
    const exact = { version, included: true };
    if (changes.length > 0) addRange(said, { version, versionType, changes, status }, '*');
    else said.ranges.push({ ...plain(versionType, status), from: exact, to: exact });
    return;
  }
  if (status === 'affected' && !beginnings.test(version)) said.unread.push(version);
}

const plain = (versionType: string | undefined, status: Range['status']) =>
  ({ status, scheme: schemeOfType(versionType), anyUpdate: false, basis: 'stated', text: null }) as const;

type Ranged = Pick<Version, 'version' | 'versionType' | 'changes'> &
  Partial<Pick<Version, 'lessThan' | 'lessThanOrEqual'>> & { status: Range['status'] };

/** The range, cut where its status changes: each change begins a stretch that ends where the next one begins. */
function addRange(
  said: Said,
  { version, versionType, lessThan, lessThanOrEqual, changes, status }: Ranged,
  upper: string,
): void {
  const end =
    upper === '*' ? null : { version: upper, included: lessThan === undefined && lessThanOrEqual !== undefined };
  let from: Range['from'] = beginnings.test(version) ? null : { version, included: true };
  let present: string = status;
  for (const { at, status: next } of changes) {
    if (!isVersionText(at)) continue;
    if (isStatus(present))
      said.ranges.push({ ...plain(versionType, present), from, to: { version: at, included: false } });
    from = { version: at, included: true };
    present = next;
  }
  if (isStatus(present)) said.ranges.push({ ...plain(versionType, present), from, to: end });
}
