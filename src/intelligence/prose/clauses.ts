import { type Misread, readPhrase, type Stretch } from './shapes.ts';
import type { Token } from './tokens.ts';

/** A phrase with the product and the ids that it is about; `separated` says how it is set off from the one before. */
export type Clause = {
  product: string | null;
  vulnerabilities: string[];
  stretch: Stretch;
  isListed: boolean;
  start: number;
  end: number;
};
export type Unread = { unread: Misread | 'words-left'; rest: string };

/** The phrases of a text, or what in it is not understood: one piece that is not understood spoils the whole. */
export function clausesOf(text: string, found: Token[]): Clause[] | Unread {
  const tokens = withSeries(withIds(found));
  const clauses: Clause[] = [];
  let leading: string[] = [];
  for (const group of split(tokens, ';')) {
    leading = [];
    for (const [index, item] of itemsOf(group).entries()) {
      const [head] = item;
      if (head?.kind === 'K') leading = idsIn(head.text);
      const clause = clauseOf(text, head?.kind === 'K' ? item.slice(1) : item, leading);
      if ('unread' in clause) return clause;
      const isListed = index > 0 && head?.kind !== 'K';
      clauses.push({
        ...clause,
        isListed,
        product: clause.product ?? (isListed ? (clauses.at(-1)?.product ?? null) : null),
      });
    }
  }
  return clauses;
}

const form = /^(?<product>W[WGR]*)?:?N?(?<phrase>[^:JN]*?)(?<ids>J?)$/;

function clauseOf(text: string, tokens: Token[], leading: string[]): Omit<Clause, 'isListed'> | Unread {
  const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
  const left = (unread: Unread['unread']): Unread => ({ unread, rest: text.slice(start, end) });
  const groups = form.exec(tokens.map(({ kind }) => kind).join(''))?.groups;
  const of = groups ? allOf(text, tokens) : null;
  if (of) return { product: of, vulnerabilities: leading, stretch: { from: null, to: null }, start, end };
  if (!groups || (groups.ids && leading.length > 0)) return left(why(tokens));

  const named = tokens.slice(0, groups.product?.length ?? 0);
  const phrase = tokens.slice(
    tokens.length - (groups.phrase ?? '').length - (groups.ids ?? '').length,
    tokens.length - (groups.ids ?? '').length,
  );
  const stretch = readPhrase(phrase.filter(({ kind }) => kind !== 'M' && kind !== 'G'));
  if (stretch === null) return left(why(tokens));
  if (typeof stretch === 'string') return left(stretch);
  if (phrase.some((token) => isUnsure(token, named.length > 0))) return left('ambiguous');
  const product = named.length > 0 ? text.slice(named[0]?.start, named.at(-1)?.end) : null;
  return { product, vulnerabilities: groups.ids ? idsIn(tokens.at(-1)?.text ?? '') : leading, stretch, start, end };
}

/** "All versions of" a product that is named after it. */
function allOf(text: string, tokens: Token[]): string | null {
  const isAll = /^AOW[WGR]*$/.test(tokens.map(({ kind }) => kind).join(''));
  return isAll ? text.slice(tokens[2]?.start, tokens.at(-1)?.end) : null;
}

function why(tokens: Token[]): 'ambiguous' | 'words-left' {
  return tokens.some(({ kind }) => kind === '?') && !tokens.some(({ kind }) => kind === '!')
    ? 'ambiguous'
    : 'words-left';
}

/** A number without a dot may be a model's, once a product is named. */
function isUnsure(token: Token, hasProduct: boolean): boolean {
  if ((token.kind !== 'V' && token.kind !== 'S') || token.isSure) return false;
  return hasProduct || !token.isPlain;
}

function split(tokens: Token[], kind: Token['kind']): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === kind) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

/** What commas and words such as "and" set apart; a list may begin with one (", and 1.2"), but not end with one. */
function itemsOf(group: Token[]): Token[][] {
  const items = split(group, ',');
  return group.at(-1)?.kind === ',' ? [...items, group.slice(-1)] : items;
}

function idsIn(text: string): string[] {
  return text.split(' ');
}

/** Ids in brackets after a phrase become one token, and so do ids with a colon before one. */
function withIds(tokens: Token[]): Token[] {
  const kinds = tokens.map(({ kind }) => kind).join('');
  const joined: Token[] = [];
  let at = 0;
  for (const { 0: found, index } of kinds.matchAll(/\(I(?:,*I)*\)|I(?:,*I)*:/g)) {
    const piece = tokens.slice(index, index + found.length);
    const text = piece
      .filter(({ kind }) => kind === 'I')
      .map((id) => id.text)
      .join(' ');
    const whole = { ...(piece[0] as Token), end: piece.at(-1)?.end ?? 0, text };
    joined.push(...tokens.slice(at, index), { ...whole, kind: found.startsWith('(') ? 'J' : 'K' });
    at = index + found.length;
  }
  return [...joined, ...tokens.slice(at)];
}

/** A number and the word series are a series: 7.3 series, 5.x 系. */
function withSeries(tokens: Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (token.kind === 'R' && (before?.kind === 'S' || isNumeric(before))) return [];
    return isNumeric(token) && next?.kind === 'R' ? [{ ...token, kind: 'S' as const }] : [token];
  });
}

function isNumeric(token: Token | undefined): boolean {
  return token?.kind === 'V' && /^\d+(?:\.\d+)*$/.test(token.text);
}
