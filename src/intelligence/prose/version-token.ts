import { compareVersions } from '#versions/version-key';

export type VersionToken = { text: string; end: number; isSeries: boolean; isDotted: boolean; isDoubtful: boolean };

// Alternatives begin with different characters, so that no text is tried in many ways.
const core =
  /(?:[Rr](?=\d+[.p]\d))?\d[A-Za-z0-9]*(?:[._+-][A-Za-z0-9]+|\((?:\d+[a-z]?|[A-Za-z]{4}\.\d+|[Bb]uild ?\d+)\)[A-Za-z0-9]*)*/y;
const lettered = /[A-Za-z]{1,2}\d[A-Za-z0-9]*(?:[._+-][A-Za-z0-9]+)*/y;
const series = /\d+(?:\.\d+){0,5}(?:\.[xX*]){1,3}/y;
/** What belongs to the version before it: builds, patches, service packs, candidates. */
const tail =
  / {0,2}(?:(?:build|rel\.?|r|patch|sp|service pack|hf|hot ?fix|update|upd|rc|beta|alpha) ?\d+[a-z]?(?:[-_.]\d+)?|\((?:build|patch|sp|service pack|hot ?fix|update) ?\d+\))(?![A-Za-z0-9_.-]*[A-Za-z0-9])/iy;
const after = /(?:$|[\s,;:()<>=≤≥≦≧&]|\.(?:\s|$)|~(?=[vV]?\d+\.\d)|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。〜])/uy;

/** A version at this place; after a mark it may touch it (v1.0), after a word such as Ver. it may begin with letters. */
export function versionAt(text: string, start: number, mark: 'v' | 'word' | null): VersionToken | null {
  if (/[A-Za-z0-9_./\\*#@-]/.test(text[start - 1] ?? ' ') && !mark) return null;
  const asSeries = match(series, text, start);
  if (asSeries && match(after, text, start + asSeries.length) !== null) return token(asSeries, start, true);
  const found = match(core, text, start) ?? (mark === 'word' ? match(lettered, text, start) : null);
  if (!found) return null;
  let whole = found;
  for (let more = match(tail, text, start + whole.length); more; more = match(tail, text, start + whole.length)) {
    whole += more;
  }
  return match(after, text, start + whole.length) === null ? null : token(whole, start, false);
}

/** Below 0 when the first is older; null where the versions have no order that we know. */
export function order(first: string, second: string): number | null {
  return first === second ? 0 : compareVersions('generic', first, second);
}

function token(text: string, start: number, isSeries: boolean): VersionToken {
  return {
    text,
    end: start + text.length,
    isSeries,
    isDotted: /\d[.(]/.test(text),
    isDoubtful: !isSeries && isDoubtful(text),
  };
}

const measure = /^\d+-?(?:bits?|st|nd|rd|th|x|[gm]hz|ports?|ch|inch|in|[gmk]b|g|v|w|a)$/i;
const dayAsVersion = /^(?:19|20)\d\d-\d\d(?:-\d\d)?$/;
const twoVersions = /^\d+(?:\.\d+)+[A-Za-z0-9]*-v?\d+\.\d/i;
const placeholder = /(?:^|[\d.])[xX]+(?=[\d.-]|$)/;
const short = /^(?:[vr]?\d+|\d+[a-z]\d{0,4}|\d+(?:[-_ ]?(?:rc|alpha|beta|p|sp|patch|build|update|hf|r)[ .]?\d+)+)$/i;

/** A size, a day, a model's number, or two versions that a hyphen joins: not to be taken as one version. */
function isDoubtful(text: string): boolean {
  if (measure.test(text) || dayAsVersion.test(text) || twoVersions.test(text) || placeholder.test(text)) return true;
  return /^\d/.test(text) && compareVersions('generic', text, text) === null;
}

/** Whether a number without a dot and without a mark such as Ver. is a version as people write them; a year may be a year. */
export function isPlainNumber(text: string): boolean {
  return short.test(text) && !/^(?:19|20)\d\d$/.test(text);
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
