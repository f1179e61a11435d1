import type { Bound, Range } from '../statement.ts';
import type { Reading } from './read-versions.ts';
import { closed } from './shapes.ts';

const form = /^Fixed in (?:(\p{L}[\p{L}\d ._]*?) )?\d[\w.]* \(Affected (\d[\w.]*)-(\d[\w.]*)\)$/u;

/**
 * "Fixed in OpenSSL 1.1.1l (Affected 1.1.1-1.1.1k)": what is affected stands in the brackets; the version before them is that
 * of the correction, which is not among them.
 * @returns null where a text has another form
 */
export function readFixedIn(text: string): Reading | null {
  const [, product, from, to] = form.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined) return null;
  const stretch = closed(at(from), at(to));
  if (typeof stretch === 'string') return { unread: stretch, rest: text };
  const range: Range = { status: 'affected', ...stretch, scheme: null, anyUpdate: false, basis: 'phrase', text };
  return { parts: [{ product: product ?? null, vulnerabilities: [], ranges: [range] }] };
}

const at = (version: string): Bound => ({ version, included: true });
