import { type Cpe, formatCpe23, parseCpe } from '#formats/cpe';
import { formatPurl, type Purl, parsePurl } from '#formats/purl';
import type { SbomPart } from './parts.ts';

/** What a part is known by: its purl and CPE names as far as they can be read and looked up. */
export type Identity = { purl: Purl | null; cpes: Cpe[]; unreadable: string[] };

// In bytes: names stand in indexes, whose rows hold some 2,700. Percent signs make nine letters of one.
const longestName = 2_000;
const shortText = longestName / 9;

const bareOf = (purl: Purl) => formatPurl({ ...purl, version: null, qualifiers: {}, subpath: null });

export function identityOf(part: Pick<SbomPart, 'purl' | 'cpes'>): Identity {
  const unreadable: string[] = [];
  const tried = <T>(text: string, parse: (text: string) => T, nameOf: (read: T) => string): T | null => {
    try {
      const read = parse(text);
      if (text.length <= shortText || new TextEncoder().encode(nameOf(read)).length <= longestName) return read;
    } catch {
      // It is no such name; which one is told.
    }
    unreadable.push(text);
    return null;
  };
  const purl = part.purl === null ? null : tried(part.purl, parsePurl, bareOf);
  const cpes = part.cpes.flatMap((cpe) => tried(cpe, parseCpe, formatCpe23) ?? []);
  return { purl, cpes, unreadable };
}

/**
 * A vulnerability can be looked up: there is a purl or a CPE with a definite vendor and product, and a version.
 * A name alone is not enough, for a guessed vendor makes false answers.
 */
export function isUsable(part: Pick<SbomPart, 'version'>, { purl, cpes }: Identity): boolean {
  const isNamed = purl !== null || cpes.some(({ vendor, product }) => isDefinite(vendor) && isDefinite(product));
  const hasVersion = part.version !== null || purl?.version != null || cpes.some(({ version }) => isDefinite(version));
  return isNamed && hasVersion;
}

const isDefinite = (value: string) => value !== '*' && value !== '-';

/** Parts with the same key are one component, named more than once. */
export function keyOf(part: SbomPart, { purl, cpes }: Identity): string {
  const names = [purl ? formatPurl(purl) : part.purl, ...cpes.map(formatCpe23).toSorted()];
  return [part.name, part.version, part.supplier, ...names].map((text) => text ?? '').join('\n');
}
