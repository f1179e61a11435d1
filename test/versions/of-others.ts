import { byMembers, byText, byValue, type Compare, isNumber } from './comparing.ts';

// The orders that belong to no package manager, compared without keys.

const early = ['dev devel snapshot nightly', 'alpha', 'beta', 'pre preview prerelease test milestone', 'rc cr'];
const patches = 'pl patch patchlevel sp update hotfix post';
const neutral = 'final ga release rel stable lts yocto poky imx ti xilinx stm32mp dfsg ds fips';
const isOneOf = (words: string, word: string) => words.split(' ').includes(word);

/** Tokens of firmware and C software, zeros before a word or the end left out. */
function tokensOf(version: string): string[] {
  const text = version.toLowerCase().split('+')[0] ?? '';
  const runs = text.match(/\d+|[a-z]+/g) ?? [];
  let at = 0;
  const tokens: string[] = [];
  for (const [place, run] of runs.entries()) {
    at = text.indexOf(run, at);
    const [isAfterDigit, isBeforeDigit] = [/\d/.test(text[at - 1] ?? ''), /\d/.test(text[at + run.length] ?? '')];
    at += run.length;
    let token = run;
    if (isAfterDigit && isBeforeDigit && run === 'a') token = 'alpha';
    if (isAfterDigit && isBeforeDigit && run === 'b') token = 'beta';
    if (place > 0 && isBeforeDigit && (run === 'p' || run === 'u')) token = 'patch';
    if (isOneOf(neutral, token)) break;
    if (!isNumber(token)) while (/^0+$/.test(tokens.at(-1) ?? '')) tokens.pop();
    tokens.push(token);
  }
  while (/^0+$/.test(tokens.at(-1) ?? '')) tokens.pop();
  return tokens;
}

/** Words before a release, its end, a letter, a patch, other words, a number. */
function rank(token: string | undefined): number {
  if (token === undefined) return early.length;
  if (isNumber(token)) return early.length + 4;
  const stage = early.findIndex((words) => isOneOf(words, token));
  if (stage >= 0) return stage;
  if (isOneOf(patches, token)) return early.length + 2;
  return /^(?:[a-z]|z[a-z])$/.test(token) ? early.length + 1 : early.length + 3;
}

export const asFirmware: Compare = (a, b) =>
  byMembers(tokensOf(a), tokensOf(b), (x, y) => {
    if (rank(x) !== rank(y) || x === undefined || y === undefined) return rank(x) - rank(y);
    if (isNumber(x)) return byValue(x, y);
    return rank(x) === early.length + 1 || rank(x) === early.length + 3 ? byText(x, y) : 0;
  });

/** @source VERS, Special VERS types: intdot */
export const asIntdot: Compare = (a, b) => {
  const numbers = (version: string) => (/^[\d.]*\d/.exec(version.replace(/\.\..*$/s, ''))?.[0] ?? '').split('.');
  return byMembers(numbers(a), numbers(b), (x = '', y = '') => byValue(x, y));
};

/** Moments as the calendar of the machine counts them, digits below the millisecond apart. @source RFC 3339, 5.6 */
export const asDatetime: Compare = (a, b) => {
  const [one, other] = [a, b].map((version) => {
    const [, minute = '', second = '', fraction = '', offset = ''] =
      /^(.{16}):(\d\d)(?:\.(\d+))?(.+)$/.exec(version.toUpperCase()) ?? [];
    const moment = Temporal.Instant.from(`${minute}:00${offset}`);
    return { moment, second, fraction: fraction.replace(/0+$/, '') };
  }) as [Moment, Moment];
  return (
    Temporal.Instant.compare(one.moment, other.moment) ||
    byText(one.second, other.second) ||
    byText(one.fraction, other.fraction)
  );
};
type Moment = { moment: Temporal.Instant; second: string; fraction: string };

/** @source VERS, Special VERS types: lexicographic */
export const asText: Compare = (a, b) => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
