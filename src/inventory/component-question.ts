import { formatCpe23, literalOf, parseCpe } from '#formats/cpe';
import { formatPurl, parsePurl } from '#formats/purl';
import type { VersionRange } from '#versions/version-key';
import type { ComponentQuestion } from './contract/components.ts';
import { exactly, nameAndVersion, plainSigns, rangeIn } from './question-text.ts';

/**
 * Which component is asked for, by a name, a purl or a CPE, the latter two without version; and which of its versions.
 * A range of null is every version.
 */
export type Asked = { by: 'name' | 'purl' | 'cpe'; what: string; range: VersionRange | null };

/** What a question asks for, or null when it names no component. */
export function readQuestion(question: Partial<ComponentQuestion>): Asked | null {
  const asked = readComponent(question);
  return asked && { ...asked, range: boundsOf(question) ?? asked.range };
}

function readComponent({ q = '', name, purl, cpe }: Partial<ComponentQuestion>): Asked | null {
  if (purl?.trim()) return readPurl(purl.trim());
  if (cpe?.trim()) return readCpe(cpe.trim());
  return name?.trim() ? { by: 'name', what: name.trim(), range: null } : readText(q.trim());
}

function boundsOf({ version, from, to, ...included }: Partial<ComponentQuestion>): VersionRange | null {
  if (version?.trim()) return exactly(version.trim());
  if (!from?.trim() && !to?.trim()) return null;
  return {
    from: from?.trim() || null,
    fromIncluded: included.fromIncluded !== 'false',
    to: to?.trim() || null,
    toIncluded: included.toIncluded === 'true',
  };
}

/** A purl or CPE and a range behind it, or words. */
function readText(text: string): Asked | null {
  const [first = ''] = text.split(/\s/);
  const identity = /^pkg:/i.test(first) ? readPurl(first) : /^cpe:/i.test(first) ? readCpe(first) : undefined;
  if (identity === undefined) {
    const { name, range } = nameAndVersion(text);
    return name === '' ? null : { by: 'name', what: name, range };
  }
  return identity && { ...identity, range: rangeIn(plainSigns(text.slice(first.length))) ?? identity.range };
}

function readPurl(text: string): Asked | null {
  try {
    const { version, type, namespace, name } = parsePurl(text);
    const epoch = parsePurl(text).qualifiers.epoch;
    const said = version && epoch && !version.includes(':') ? `${epoch}:${version}` : version;
    return { by: 'purl', what: formatPurl({ type, namespace, name }), range: said === null ? null : exactly(said) };
  } catch {
    return null;
  }
}

/** The update belongs to the version: 8.3 and p1 are 8.3p1. */
function readCpe(text: string): Asked | null {
  try {
    const { part, vendor, product, version, update } = parseCpe(text);
    const said = literalOf(version);
    const what = formatCpe23({ ...parseCpe('cpe:2.3:*:*:*'), part, vendor, product }).replace(/(?::\*){8}$/, '');
    return { by: 'cpe', what, range: said === null ? null : exactly(`${said}${literalOf(update) ?? ''}`) };
  } catch {
    return null;
  }
}
