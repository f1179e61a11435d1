import { fold } from './fold.ts';
import { isPlainNumber, versionAt } from './version-token.ts';
import { type Kind, mayNameProduct, type Wording, wordings } from './words.ts';

export type Token = {
  kind: Kind;
  text: string;
  start: number;
  end: number;
  included: boolean;
  /** A version that can be told from a model's number: it has a dot, or a word such as Ver. before it. */
  isSure: boolean;
  /** A number that people take for a version where no product is named. */
  isPlain: boolean;
};

const space = / +/y;
const lineEnd = /(?:\n\s*(?:[-*・•●○] +)?|;|。|\.(?=\s|$))\s*/y;
const identifier = /(?:CVE-\d{4}-\d{4,10}|JVN(?:VU|TA)?#\d{8}|JVNDB-\d{4}-\d{6})(?![A-Za-z0-9-])/iy;
const dashBetween = /(?<= )[-~](?= )/y;
const tilde = /(?<=\.\d+)~(?=[vV]?\d+\.\d)/y;
/** "1,06" may be a decimal comma, "1.0,1.1" is a list. */
const comma = /,(?!\d)|(?<=\.[0-9A-Za-z]{1,20}),(?=\d{1,20}\.)/y;
const latin =
  /[A-Za-z0-9][^\s,;:()<>=≤≥≦≧、。〜\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*(?:\([A-Za-z0-9/-]{1,8}\)[^\s,;:()<>=≤≥≦≧、。〜\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]*)*/uy;
const japanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/** The tokens of a text, from left to right; every character but white space is part of one. */
export function tokensOf(original: string): { text: string; tokens: Token[] } {
  const text = fold(original).trim();
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = match(space, text, at);
    if (blank) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(text, at, tokens.at(-1));
    const before = tokens.at(-1);
    if (before && grows(before, token)) tokens[tokens.length - 1] = joined(before, token, text);
    else tokens.push(token);
    at = token.end;
  }
  return { text, tokens: tokens.map(judged) };
}

function tokenAt(text: string, at: number, before: Token | undefined): Token {
  const make = (kind: Kind, found: string, more: Partial<Token> = {}): Token => {
    return {
      kind,
      text: found,
      start: at,
      end: at + found.length,
      included: false,
      isSure: false,
      isPlain: false,
      ...more,
    };
  };
  const id = match(identifier, text, at);
  if (id) return make('I', id.toUpperCase());
  const wording = longestWording(text, at);
  if (wording) return make(wording.kind, wording.found, { included: wording.included });
  const version = versionAt(text, at, markOf(before));
  if (version) {
    if (version.isDoubtful) return make('?', version.text);
    const isSure = version.isDotted || before?.kind === 'G' || markOf(before) === 'word';
    const isPlain = isPlainNumber(version.text) || markOf(before) === 'v';
    // V15-L14S: this V is no mark, it belongs to the version.
    const isLettered = markOf(before) === 'v' && /^\d+-?[A-Z]+\d/.test(version.text);
    const found = make(version.isSeries ? 'S' : 'V', version.text, { isSure, isPlain });
    return isLettered ? { ...found, text: `V${version.text}` } : found;
  }
  const end = match(lineEnd, text, at);
  if (end) return make(/^;\s*$/.test(end) && /\d;\d/.test(text.slice(at - 1, at + 2)) ? '!' : ';', end);
  const dash = match(dashBetween, text, at) ?? match(tilde, text, at);
  if (dash) return make('T', dash, { included: true });
  const separator = match(comma, text, at);
  if (separator) return make(',', separator);
  const sign = text[at] as string;
  if (sign === ':' || sign === '(' || sign === ')') return make(sign, sign);
  const word = match(latin, text, at);
  if (word) return make('W', word);
  return make(japanese.test(sign) ? 'W' : '!', String.fromCodePoint(text.codePointAt(at) as number));
}

function markOf(before: Token | undefined): 'v' | 'word' | null {
  if (before?.kind !== 'M') return null;
  if (/^v\.?$/i.test(before.text)) return 'v';
  return /^re/i.test(before.text) ? null : 'word';
}

/** Words without a space between them are one: Japanese is read sign by sign, so that a known wording ends a name. */
function grows(before: Token, token: Token): boolean {
  return before.kind === 'W' && token.kind === 'W' && before.end === token.start;
}

function joined(before: Token, token: Token, text: string): Token {
  return { ...before, end: token.end, text: text.slice(before.start, token.end) };
}

function judged(token: Token): Token {
  return token.kind === 'W' && !mayNameProduct(token.text) ? { ...token, kind: '!' } : token;
}

function longestWording(text: string, at: number): (Wording & { found: string }) | null {
  let best: (Wording & { found: string }) | null = null;
  for (const wording of wordings) {
    const found = match(wording.pattern, text, at);
    if (found && found.length > (best?.found.length ?? 0)) best = { ...wording, found };
  }
  return best;
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
