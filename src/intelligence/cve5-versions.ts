import type { Version } from '#formats/cve5';
import { versionKey } from '#versions/version-key';
import { isVersionText } from './is-version-text.ts';
import { schemeOfType } from './scheme-of-type.ts';
import type { Bound, Criterion, Range } from './statement.ts';

type Said = Pick<Criterion, 'ranges' | 'unread' | 'commits'> & { exceptions: string[] };

/**
 * What the entries of `versions` say: ranges, commits, and words. Words about affected versions may be read by the grammar;
 * those about others are for a person, since read wrongly they would hide a flaw.
 * @source CVE Record Format 5.1, versions
 */
export function versionsOf(versions: readonly Version[]): Said {
  const said: Said = { ranges: [], unread: [], exceptions: [], commits: [] };
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
/** No version at all: as an end of affected versions it leaves them open, of others it says nothing. */
const isNothing = (text: string) => /^(?:unspecified|n\/a|-|unknown|)$/i.test(text);

function addVersion(said: Said, version: Version): void {
  const { status, versionType = '', changes } = version;
  const upper = version.lessThan ?? version.lessThanOrEqual;
  if (commitTypes.has(versionType) || isCommit(version.version) || isCommit(upper ?? '')) {
    if (status === 'affected') said.commits.push({ introduced: version.version || null, fixed: upper ?? null });
    return;
  }
  if (upper === undefined && changes.length === 0 && isNothing(version.version)) return;
  if (!isStatus(status) || !changes.every((change) => isVersionText(change.at) && isStatus(change.status))) {
    said.unread.push(`${status}: ${wordsOf(version)}`);
    return;
  }
  const words = status === 'affected' ? said.unread : said.exceptions;
  const bounds = [version.version, upper ?? '', ...changes.map(({ at }) => at)];
  const stretch = stretchOf(version, status);
  // Named by the order that it lacks, so that the grammar does not read it by another one.
  if (bounds.some((bound) => hasNoOrder(bound, versionType))) words.push(`${versionType}: ${wordsOf(version)}`);
  else if (!stretch) words.push(wordsOf(version));
  else for (const range of cutRanges({ ...version, status }, stretch)) said.ranges.push(range);
}

const isStatus = (status: string): status is Range['status'] => status === 'affected' || status === 'unaffected';

/** The record names an order in which this bound has no place. */
function hasNoOrder(bound: string, versionType: string): boolean {
  const scheme = schemeOfType(versionType);
  return scheme !== null && isVersionText(bound) && versionKey(scheme, bound) === null;
}

/** An entry that is no range of versions, told whole, so that a person sees what was meant. */
function wordsOf({ version, lessThan, lessThanOrEqual, changes }: Version): string {
  const upper = lessThan === undefined ? lessThanOrEqual && `<= ${lessThanOrEqual}` : `< ${lessThan}`;
  const isFromStart = upper !== undefined && (version === '0' || version === '*' || isNothing(version));
  const turns = changes.map(({ at, status }) => `; ${at}: ${status}`).join('');
  return `${[isFromStart ? undefined : version, upper].filter((part) => part !== undefined).join(' ')}${turns}`;
}

type Stretch = Pick<Range, 'from' | 'to'>;

/** From where to where an entry goes, null where that is no version. */
function stretchOf({ version, lessThan, lessThanOrEqual, changes }: Version, status: Range['status']): Stretch | null {
  const upper = lessThan ?? lessThanOrEqual;
  const isOpen = (text: string) => text === '*' || (status === 'affected' && isNothing(text));
  const next = /^next of (.+)$/i.exec(version)?.[1];
  const begin = next ?? version;
  const isBegin = isVersionText(begin) || (upper !== undefined && isBranchEnd(begin));
  if (!isBegin && version !== '0' && !isOpen(version)) return null;
  const from = version !== '0' && isBegin ? boundAt(begin, next === undefined) : null;
  if (upper !== undefined) {
    if (isOpen(upper)) return { from, to: null };
    return isVersionText(upper) || isBranchEnd(upper) ? { from, to: boundAt(upper, lessThan === undefined) } : null;
  }
  if (changes.length > 0 || version === '*') return { from, to: null };
  // A lone 0 that is affected stands for whatever there is, one that is not for itself.
  if (version === '0' && status === 'affected') return { from: null, to: null };
  const exact = boundAt(version, true);
  return next === undefined ? { from: exact, to: exact } : null;
}

const boundAt = (version: string, included: boolean): Bound => ({ version, included });
/** The end of a branch: 5.10.* */
const isBranchEnd = (text: string) => /^\d+(?:\.\d+)*\.\*$/.test(text);

/** The stretch, cut where its status changes: each change begins a range that ends where the next one begins. */
function cutRanges(
  { versionType, changes, status }: Version & { status: Range['status'] },
  { from, to }: Stretch,
): Range[] {
  const plain = { scheme: schemeOfType(versionType), anyUpdate: false, basis: 'stated', text: null } as const;
  const parts = [
    { status: status as string, from },
    ...changes.map(({ at, status: next }) => ({ status: next, from: boundAt(at, true) })),
  ];
  return parts.flatMap((part, place): Range[] => {
    const next = parts[place + 1]?.from;
    const end = next ? { ...next, included: false } : to;
    return isStatus(part.status) ? [{ ...plain, status: part.status, from: part.from, to: end }] : [];
  });
}
