import type { Bound } from '../statement.ts';
import type { Token } from './tokens.ts';
import { order } from './version-token.ts';

/** The bounds that one phrase gives, and which way it is open. */
export type Stretch = { from: Bound | null; to: Bound | null };
export type Misread = 'contradiction' | 'ambiguous';

type Shape = [kinds: RegExp, reads: (named: Token[], phrase: Token[]) => Stretch | Misread];

/**
 * Every shape of a phrase, written in the letters of its tokens' kinds (words.ts) without marks; `named` are its versions and
 * series, from left to right. What has none of these shapes is not read.
 */
const shapes: Shape[] = [
  [/^V$/, ([version]) => ({ from: at(version), to: at(version) })],
  [/^(?:A?O?S|SA)$/, ([series]) => within(series)],
  [/^A$/, () => ({ from: null, to: null })],
  [/^A?<V$/, ([to], phrase) => ({ from: null, to: bound(to, sign(phrase, '<')) })],
  [/^A?Ve$/, ([to], phrase) => ({ from: null, to: bound(to, sign(phrase, 'e')) })],
  [/^A?>V$/, ([from], phrase) => ({ from: bound(from, sign(phrase, '>')), to: null })],
  [/^A?Vl$/, ([from], phrase) => ({ from: bound(from, sign(phrase, 'l')), to: null })],
  [/^A?F?VTVU?$/, ([from, to]) => closed(at(from), at(to))],
  [/^A?F?VTVe$/, ([from, to], phrase) => closed(at(from), bound(to, sign(phrase, 'e')))],
  [/^A?(?:FV|F?VT)<V$/, ([from, to], phrase) => closed(at(from), bound(to, sign(phrase, '<')))],
  [/^A?VlVe$/, ([from, to], phrase) => closed(bound(from, sign(phrase, 'l')), bound(to, sign(phrase, 'e')))],
  [/^A?>V<V$/, ([from, to], phrase) => closed(bound(from, sign(phrase, '>')), bound(to, sign(phrase, '<')))],
  [/^V<X?<V$/, ([from, to], phrase) => closed(bound(from, sign(phrase, '<')), bound(to, sign(phrase.slice(2), '<')))],
  [/^S<V$/, ([series, to], phrase) => limited(series, null, bound(to, sign(phrase, '<')))],
  [/^SVe$/, ([series, to], phrase) => limited(series, null, bound(to, sign(phrase, 'e')))],
  [/^Ve\(S\)$/, ([to, series], phrase) => limited(series, null, bound(to, sign(phrase, 'e')))],
  [/^VTV\(S\)$/, ([from, to, series]) => limited(series, at(from), at(to))],
  [
    /^Se$/,
    ([series], phrase) =>
      sign(phrase, 'e') ? { from: null, to: nextOf(series) } : { from: null, to: startOf(series) },
  ],
  [/^Sl$/, ([series], phrase) => (sign(phrase, 'l') ? { from: startOf(series, 'included'), to: null } : 'ambiguous')],
];

/** What a phrase says, null when it has no known shape. */
export function readPhrase(phrase: Token[]): Stretch | Misread | null {
  const kinds = phrase.map(({ kind }) => kind).join('');
  const shape = shapes.find(([pattern]) => pattern.test(kinds));
  return shape
    ? shape[1](
        phrase.filter(({ kind }) => kind === 'V' || kind === 'S'),
        phrase,
      )
    : null;
}

/** A stretch between two bounds, if it is one. */
export function closed(from: Bound, to: Bound): Stretch | Misread {
  const ordered = order(from.version, to.version);
  if (ordered === null) return 'ambiguous';
  const isEmpty = ordered > 0 || (ordered === 0 && !(from.included && to.included));
  return isEmpty ? 'contradiction' : { from, to };
}

// A series 5 are the versions whose first number is 5: at least 5, below 6.
function within(series: Token | undefined): Stretch {
  return { from: startOf(series, 'included'), to: nextOf(series) };
}

/** "1.x before 1.5": from the start of the series; a bound outside of the series is a slip of the pen. */
function limited(series: Token | undefined, from: Bound | null, to: Bound): Stretch | Misread {
  const [first, next] = [startOf(series, 'included'), nextOf(series)];
  const isWithin = (version: string) => {
    const [low, high] = [order(first.version, version), order(version, next.version)];
    return low !== null && high !== null && low <= 0 && high < 0;
  };
  if (!isWithin(to.version) || (from && !isWithin(from.version))) return 'contradiction';
  return closed(from ?? first, to);
}

function startOf(series: Token | undefined, included?: 'included'): Bound {
  return { version: numbers(series).join('.'), included: included === 'included' };
}

function nextOf(series: Token | undefined): Bound {
  const parts = numbers(series);
  const last = parts.pop() ?? '0';
  return { version: [...parts, `${BigInt(last) + 1n}`].join('.'), included: false };
}

function numbers(series: Token | undefined): string[] {
  return (series?.text ?? '').replace(/(?:\.[xX*])+$/, '').split('.');
}

function at(version: Token | undefined): Bound {
  return bound(version, true);
}

function bound(version: Token | undefined, included: boolean): Bound {
  return { version: version?.text ?? '', included };
}

function sign(phrase: Token[], kind: Token['kind']): boolean {
  return phrase.find((token) => token.kind === kind)?.included ?? false;
}
