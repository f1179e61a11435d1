import type { Bound, Range } from '#intelligence/pure';
import { type Scheme, type Span, spansOf, versionKey } from '#versions/version-key';
import { compareBytes } from './bytes.ts';
import type { OurVersion } from './our-version.ts';

/** Where a version lies as to a range, or why that cannot be said. */
export type Place =
  | { at: 'inside' | 'below' | 'above' | 'partly'; before: Uint8Array }
  | { at: 'empty' | 'other-scheme' | 'no-order' };

export const packaged: readonly Scheme[] = ['deb', 'rpm', 'apk', 'alpm', 'gentoo'];

/** Where our version, which must have a text, lies as to the range. */
export function placeOf(ours: OurVersion, range: Range): Place {
  const scheme = ours.scheme;
  if (isForeign(range, scheme)) return { at: 'other-scheme' };
  const spans = spansOfRange(range, scheme);
  const text = withoutTail(ours.text ?? '', range);
  const our = spans && !isOfOtherShape(text, range) ? ourSpans(text, scheme, ours.isPatchLevelOpen) : null;
  if (!spans || !our) return { at: 'no-order' };
  const last = spans.at(-1);
  if (spans.every((span) => compareBytes(span.from, span.before) >= 0) || !last) return { at: 'empty' };
  const places = our.map((span) => placeOfSpan(span, spans));
  const [first] = places;
  const at = first === undefined ? 'below' : places.every((place) => place === first) ? first : 'partly';
  return { at, before: last.before };
}

/** The range has another order than packages of a distribution, or the order of such packages alone. */
export function isForeign(range: Range, scheme: Scheme): boolean {
  return (
    range.scheme !== null && range.scheme !== scheme && [range.scheme, scheme].some((one) => packaged.includes(one))
  );
}

function placeOfSpan(our: Span, spans: Span[]): 'inside' | 'below' | 'above' | 'partly' {
  let isAbove = false;
  for (const { from, before } of spans) {
    if (compareBytes(before, our.from) <= 0) isAbove = true;
    else if (compareBytes(from, our.before) < 0) {
      const isWithin = compareBytes(from, our.from) <= 0 && compareBytes(our.before, before) <= 0;
      return isWithin ? 'inside' : 'partly';
    }
  }
  return isAbove ? 'above' : 'below';
}

const mostKeys = 20_000;
const spansByVersion = new Map<string, Span[] | null>();

/** The version itself, and where its patch level is open all that begin with it. */
function ourSpans(text: string, scheme: Scheme, isPatchLevelOpen: boolean): Span[] | null {
  const name = `${scheme} ${isPatchLevelOpen} ${text}`;
  const known = spansByVersion.get(name);
  if (known !== undefined) return known;
  const key = versionKey(scheme, text);
  const patches = isPatchLevelOpen && scheme === 'generic' ? patchLevelsOf(text) : null;
  const spans = key && [{ from: key, before: next(key) }, ...(patches ? [patches] : [])];
  if (spansByVersion.size >= mostKeys) spansByVersion.clear();
  spansByVersion.set(name, spans);
  return spans;
}

/** All of 9.3p0, 9.3p1 and so on. */
export function patchLevelsOf(text: string): Span | null {
  const [from, last] = [versionKey('generic', `${text}-p0`), versionKey('generic', `${text}-p${'9'.repeat(18)}`)];
  return from && last && { from, before: next(last) };
}

/** The key right after this one. */
function next(key: Uint8Array): Uint8Array {
  const after = new Uint8Array(key.length + 1);
  after.set(key);
  return after;
}

const spansByRange = new WeakMap<Range, Map<Scheme, Span[] | null>>();

function spansOfRange(range: Range, scheme: Scheme): Span[] | null {
  const known = spansByRange.get(range) ?? new Map<Scheme, Span[] | null>();
  spansByRange.set(range, known);
  const kept = known.get(scheme);
  if (kept !== undefined) return kept;
  const spans = makeSpans(range, scheme);
  known.set(scheme, spans);
  return spans;
}

function makeSpans({ from, to, anyUpdate }: Range, scheme: Scheme): Span[] | null {
  const branch = to && !packaged.includes(scheme) ? branchEnd(to.version) : null;
  const limits = {
    // Zero is before everything, its pre-releases too (OSV), unless the range ends there.
    from: from && !(isZero(from) && !(to && isZero(to))) ? from.version.replace(/\.[*x]$/, '') : null,
    fromIncluded: from?.included ?? false,
    to: branch ?? to?.version ?? null,
    toIncluded: branch === null && (to?.included ?? false),
  };
  const spans = spansOf(scheme, limits);
  if (spans && branch !== null) return spans.map((span) => ({ ...span, before: span.before.subarray(0, -1) }));
  const patches = anyUpdate && to && scheme === 'generic' ? patchLevelsOf(to.version) : null;
  return spans && patches ? [...spans, patches] : spans;
}

export const isZero = ({ version }: Bound) => /^[0.]+$/.test(version);

/** "6.6.*", as the kernel's records write the end of a branch, ends where all of 6.7 begins, its candidates too. */
export function branchEnd(version: string): string | null {
  const [, front, last] = /^((?:\d+\.)*)(\d+)\.[*x]$/.exec(version) ?? [];
  return last === undefined ? null : `${front}${Number(last) + 1}`;
}

/** The stamp of a build and a package's revision are no part of the version, unless the range has one too. */
const tails = [/[ _.-]*\bbuild\b.*$/i, /-r\d+$/];

function withoutTail(text: string, range: Range): string {
  const bounds = boundsOf(range);
  return tails.reduce((rest, tail) => (bounds.some((bound) => tail.test(bound)) ? rest : rest.replace(tail, '')), text);
}

/** A version with and without its tails: what `withoutTail` makes of it for one range or another. */
export function withAndWithoutTails(text: string): string[] {
  let texts = [text];
  for (const tail of tails) texts = texts.flatMap((one) => [one, one.replace(tail, '')]);
  return [...new Set(texts)];
}

export const hasTail = (range: Range): boolean =>
  boundsOf(range).some((bound) => tails.some((tail) => tail.test(bound)));

const boundsOf = ({ from, to }: Range) => [from?.version, to?.version].filter((bound) => bound !== undefined);

/** Days written as 20190709 and as 2000-10-10, and counted versions: a project that changed from one to another has no one order. */
function isOfOtherShape(text: string, range: Range): boolean {
  const bounds = boundsOf(range).filter((bound) => !/^[0.]+$/.test(bound));
  return bounds.some((bound) => shapeOf(bound) !== shapeOf(text));
}

export function shapeOf(version: string): 'day' | 'dashed-day' | 'counted' {
  if (/^[a-z]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/i.test(version)) return 'day';
  return /^(?:19|20)\d\d-\d\d-\d\d/.test(version) ? 'dashed-day' : 'counted';
}
