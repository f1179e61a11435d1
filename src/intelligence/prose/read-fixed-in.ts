import { compareVersions } from '#versions/version-key';
import type { Bound, Range } from '../statement.ts';
import type { Reading } from './read-versions.ts';
import { closed } from './shapes.ts';

const form = /^Fixed in (?:(\p{L}[\p{L}\d ._]*?) )?(\d[\w.]*) \(Affected (\d[\w.]*)-(\d[\w.]*)\)$/u;

/**
 * "Fixed in OpenSSL 1.1.1l (Affected 1.1.1-1.1.1k)": what is affected stands in the brackets; the version before them is that
 * of the correction, and the end of the range where it follows within the same line of letters.
 * @returns null where a text has another form
 */
export function readFixedIn(text: string): Reading | null {
  const [, product, fixed, from, to] = form.exec(text.trim()) ?? [];
  if (fixed === undefined || from === undefined || to === undefined) return null;
  const stretch = closed(at(from), at(to));
  if (typeof stretch === 'string') return { unread: stretch, rest: text };
  if ((compareVersions('generic', to, fixed) ?? 0) >= 0) return { unread: 'contradiction', rest: text };
  const end = withoutLetters(to) === withoutLetters(fixed) ? { version: fixed, included: false } : stretch.to;
  const range: Range = {
    status: 'affected',
    ...stretch,
    to: end,
    scheme: null,
    anyUpdate: false,
    basis: 'phrase',
    text,
  };
  return { parts: [{ product: product ?? null, vulnerabilities: [], ranges: [range] }] };
}

const withoutLetters = (version: string) => version.replace(/[a-z]+$/i, '');
const at = (version: string): Bound => ({ version, included: true });
