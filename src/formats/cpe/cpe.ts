/** The attributes of a CPE name, in the order of their text. */
export const cpeAttributes = [
  'part',
  'vendor',
  'product',
  'version',
  'update',
  'edition',
  'language',
  'softwareEdition',
  'targetSoftware',
  'targetHardware',
  'other',
] as const;
export type CpeAttribute = (typeof cpeAttributes)[number];

/**
 * A well-formed name. '*' is any, '-' is not applicable; else the value in lower case,
 * with a backslash before each mark but "_", "." and "-", so that a bare * or ? is a wildcard.
 * `literalOf` gives the plain text.
 */
export type Cpe = Record<CpeAttribute, string>;

export type CpeRule = 'no-cpe' | 'bad-part' | 'too-many-parts' | 'bad-value' | 'bad-encoding';

/** The text is no CPE name. */
export class CpeFault extends Error {
  readonly rule: CpeRule;

  constructor(rule: CpeRule, message: string) {
    super(message);
    this.name = 'CpeFault';
    this.rule = rule;
  }
}

/** The value without its backslashes, or null for any and for not applicable. */
export const literalOf = (value: string): string | null =>
  value === '*' || value === '-' ? null : value.replaceAll(/\\(.)/gs, '$1');

/** A plain text as the value of an attribute. */
export function fromLiteral(literal: string): string {
  if (literal === '-') return '\\-';
  return literal.toLowerCase().replaceAll(/[^a-z0-9_.\-\u0080-\uffff]/g, '\\$&');
}

/** @throws CpeFault when the part or a value is not one of CPE 2.3 */
export function checkedCpe(values: readonly string[]): Cpe {
  const cpe = Object.fromEntries(cpeAttributes.map((name, index) => [name, canonical(values[index] ?? '*')])) as Cpe;
  if (!['a', 'o', 'h', '*', '-'].includes(cpe.part)) throw new CpeFault('bad-part', `"${cpe.part}" is no part`);
  return cpe;
}

// Tools leave marks bare that the standard escapes ("c++"), so bare marks are taken as themselves; wildcards stay.
function canonical(value: string): string {
  if (value === '' || value === '*') return '*';
  if (value === '-') return '-';
  if (/^[a-z0-9_.][a-z0-9_.-]*$/.test(value)) return value;
  if (/\\$/.test(value.replaceAll('\\\\', ''))) throw new CpeFault('bad-value', `"${value}" ends within an escape`);
  const lead = /^(?:\*|\?+)/.exec(value)?.[0] ?? '';
  const trail = /(?<!\\)(?:\\\\)*(\*|\?+)$/.exec(value.slice(lead.length))?.[1] ?? '';
  const middle = value.slice(lead.length, value.length - trail.length);
  const literal = middle.replaceAll(
    /\\(.)|([^\\])/gs,
    (_all, escaped?: string, bare?: string) => escaped ?? bare ?? '',
  );
  if (/[\s\p{Cc}]/u.test(literal)) throw new CpeFault('bad-value', `"${value}" holds white space`);
  return `${lead}${fromLiteral(literal)}${trail}`;
}
