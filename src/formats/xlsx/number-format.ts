/** How a number is to be understood by its number format; `digits` is a pattern such as 00000 that gives an id its zeros. */
export type NumberMeaning = { kind: 'number' | 'day' | 'instant' | 'clock' } | { kind: 'digits'; pattern: string };

const NUMBER: NumberMeaning = { kind: 'number' };

// The built-in formats have no code in the file. 27–36 and 50–58 are those of Japanese Excel: 平成, 年月日, 時分.
// Source: ISO 29500-1, 18.8.30 numFmt.
const BUILT_IN: [first: number, last: number, kind: 'day' | 'instant' | 'clock'][] = [
  [14, 17, 'day'],
  [18, 21, 'clock'],
  [22, 22, 'instant'],
  [27, 31, 'day'],
  [32, 33, 'clock'],
  [34, 36, 'day'],
  [45, 45, 'clock'],
  [47, 47, 'clock'],
  [50, 58, 'day'],
];

/** Meaning of a number whose cell has this format; `code` is absent for the built-in formats. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfCode(code);
  const range = BUILT_IN.find(([first, last]) => first <= id && id <= last);
  return range ? { kind: range[2] } : NUMBER;
}

function meaningOfCode(code: string): NumberMeaning {
  const tokens = [...firstSection(code)];
  const pattern = tokens.map(({ literal, sign }) => (literal ? `\\${sign}` : sign)).join('');
  // At least two zeros and zeros at the end: 0"台" is a unit, 0000 and 000-0000 are ids.
  if (/^(?:\\.|[0-])*0$/s.test(pattern) && pattern.replace(/\\./gs, '').split('0').length > 2) {
    return { kind: 'digits', pattern };
  }
  const signs = tokens.map(({ literal, sign }) => (literal ? '' : sign)).join('');
  const asks = signs.replace(/general|g\/標準/gi, '').replace(/e[+-]/gi, '');
  if (asks.includes('\0')) return NUMBER;
  const hasClock = /[hs]|am\/pm|a\/p/i.test(asks);
  const hasDay = /[ydeg]|aaa/i.test(asks.replace(/am\/pm|a\/p/gi, '')) || (!hasClock && /m/i.test(asks));
  if (!hasClock && /[0#?]/.test(asks)) return NUMBER;
  if (hasDay) return { kind: hasClock ? 'instant' : 'day' };
  return hasClock ? { kind: 'clock' } : NUMBER;
}

/** The signs of the first section; [h], an elapsed time, comes out as NUL, other brackets (colour, language) not at all. */
function* firstSection(code: string): Generator<{ sign: string; literal: boolean }> {
  for (const [part] of code.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|./gs)) {
    if (part === ';') return;
    if (part.startsWith('"')) for (const sign of part.replaceAll('"', '')) yield { sign, literal: true };
    else if (part.startsWith('\\') && part.length > 1) yield { sign: part.slice(1), literal: true };
    else if (/^\[(h+|m+|s+)\]$/i.test(part)) yield { sign: '\0', literal: false };
    else if (!/^[_*[]/.test(part)) yield { sign: part, literal: false };
  }
}

/** What Excel shows for a number with such a pattern: 123 in 00000 is 00123, 1234567 in 000-0000 is 123-4567. */
export function showDigits(value: number, pattern: string): string | null {
  if (!Number.isSafeInteger(value) || value < 0) return null;
  const digits = [...String(value)];
  const parts: string[] = pattern.match(/\\.|./gs) ?? [];
  const firstZero = parts.indexOf('0');
  const shown = parts.reduceRight((rest, part, index) => {
    if (part !== '0') return (part.length > 1 ? part.slice(1) : part) + rest;
    const here = index === firstZero ? digits.splice(0).join('') || '0' : (digits.pop() ?? '0');
    return here + rest;
  }, '');
  return shown;
}
