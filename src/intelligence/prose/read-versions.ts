import type { Range } from '../statement.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { combine } from './combine.ts';
import { readFixedIn } from './read-fixed-in.ts';
import { readNotation } from './read-notation.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * What a text says of versions, in English or Japanese. It is understood completely or not at all;
 * `rest` is what stood in the way.
 */
export type Reading =
  | { parts: Part[] }
  | { unread: 'no-version' | 'words-left' | 'contradiction' | 'ambiguous'; rest: string };

/** One product of a text, null when it only speaks of versions; `vulnerabilities` are the ids that its ranges are tied to, none: all. */
export type Part = { product: string | null; vulnerabilities: string[]; ranges: Range[] };

const longest = 2000;

/**
 * Reads phrases about versions: "Ver. 1.32 and earlier", "2.13.0 から 2.15.0 より前のバージョン".
 * Inclusive: 以前, 以下, 以上, 以降, から…まで, to, through, and earlier, or later. Exclusive: 未満, より前, prior to, before, earlier than.
 * "up to", "until" and まで alone are used both ways: ambiguous. A series 5.x is at least 5 and below 6.
 * What is written in the standard's notation (vers:deb/>=1.0|<1.2) is read by it; "Fixed in 1.2 (Affected 1.0-1.1)" by its brackets.
 * @returns parts that say which versions of which product are meant, or why the text was not understood
 */
export function readVersions(text: string): Reading {
  if (text.length > longest) return { unread: 'words-left', rest: text };
  if (/^\s*vers:/.test(text)) return readNotation(text);
  const fixed = readFixedIn(text);
  if (fixed) return fixed;
  const folded = tokensOf(text);
  if (!folded.tokens.some(isAboutVersions)) {
    return { unread: /\d/.test(folded.text) ? 'words-left' : 'no-version', rest: text };
  }

  const clauses = clausesOf(folded.text, folded.tokens);
  if ('unread' in clauses) return clauses;
  const isTied = clauses.map(({ vulnerabilities }) => vulnerabilities.length > 0);
  const isNamed = clauses.map(({ product }) => product !== null);
  // What is said of no id or no product beside what is: of all of them, or of one that was left out?
  if (isMixed(isTied) || isMixed(isNamed)) return { unread: 'ambiguous', rest: text };

  const combined = combine(clauses);
  if (typeof combined === 'string') return { unread: combined, rest: text };
  return { parts: partsOf(combined, folded.text) };
}

function isAboutVersions({ kind }: Token): boolean {
  return kind === 'V' || kind === 'S' || kind === 'A' || kind === '?';
}

function isMixed(answers: boolean[]): boolean {
  return answers.includes(true) && answers.includes(false);
}

function partsOf(clauses: Clause[], text: string): Part[] {
  const parts = new Map<string, Part>();
  for (const clause of clauses) {
    const { product, vulnerabilities } = clause;
    const key = JSON.stringify([product, vulnerabilities]);
    const part = parts.get(key) ?? { product, vulnerabilities, ranges: [] };
    part.ranges.push(rangeOf(clause, text));
    parts.set(key, part);
  }
  return [...parts.values()];
}

function rangeOf({ stretch, start, end }: Clause, text: string): Range {
  const words = text.slice(start, end);
  return { status: 'affected', ...stretch, scheme: null, anyUpdate: false, basis: 'phrase', text: words };
}
