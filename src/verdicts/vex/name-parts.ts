import { CpeFault, literalOf, parseCpe } from '#formats/cpe';
import { formatPurl, PurlFault, parsePurl } from '#formats/purl';
import type { VexPart } from './model.ts';

/** What a purl, else a CPE, else a bare id calls a product or part. */
export function namedBy({
  id,
  purl,
  cpe,
}: {
  id: string;
  purl?: string | undefined;
  cpe?: string | undefined;
}): VexPart {
  const link = purl ?? (id.startsWith('pkg:') ? id : null);
  return { ...{ name: id, version: null }, ...(nameInPurl(link) ?? nameInCpe(cpe)), purl: link, cpe: cpe ?? null };
}

function nameInPurl(purl: string | null): Pick<VexPart, 'name' | 'version'> | null {
  if (purl === null) return null;
  try {
    const { name, version } = parsePurl(purl);
    return { name, version };
  } catch (fault) {
    if (!(fault instanceof PurlFault)) throw fault;
    return null;
  }
}

function nameInCpe(cpe: string | undefined): Pick<VexPart, 'name' | 'version'> | null {
  if (cpe === undefined) return null;
  try {
    const { product, version } = parseCpe(cpe);
    return { name: literalOf(product) ?? cpe, version: literalOf(version) };
  } catch (fault) {
    if (!(fault instanceof CpeFault)) throw fault;
    return null;
  }
}

/** A purl of the part, or one that is made of its name. */
export const purlOf = ({ purl, name, version }: VexPart): string =>
  purl ?? formatPurl({ type: 'generic', namespace: null, name, version, qualifiers: {}, subpath: null });
