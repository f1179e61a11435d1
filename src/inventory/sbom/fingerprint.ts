import { createHash } from 'node:crypto';
import { formatCpe23 } from '#formats/cpe';
import { formatPurl, type Purl } from '#formats/purl';
import { identityOf, isUsable } from './identity.ts';
import type { SbomPart } from './parts.ts';

/** What makes a component the one that it is; two parts with the same are one component, in whatever document. */
export type ComponentFacts = {
  name: string;
  version: string | null;
  /** Canonical, without what says where a copy came from. */
  purl: string | null;
  purlType: string | null;
  /** 2.3, sorted, none twice. */
  cpes: string[];
  supplier: string | null;
  /** For which distribution it was built, e.g. "debian-12". */
  distribution: string | null;
  /** Counts before the version where packages are ordered by both (RPM). */
  epoch: string | null;
  isIdentified: boolean;
};

type Named = Pick<SbomPart, 'name' | 'version' | 'purl' | 'cpes' | 'supplier'>;

// They name a file, a place to fetch it or the run of a tool: the same package has many of each.
const qualifiersOfCopies = ['arch', 'checksum', 'download_url', 'file_name', 'package-id'];

/**
 * The facts by which a part is known.
 * Of the purl's qualifiers "distro" becomes the distribution; those that tell copies apart are left out; all others stay,
 * since to take two things for one gives wrong answers, and to keep one thing twice costs a row.
 */
export function factsOf(part: Named): ComponentFacts {
  const identity = identityOf(part);
  const { purl } = identity;
  const cpes = [...new Set(identity.cpes.map(formatCpe23))].sort();
  const versionOfCpe = identity.cpes
    .map(({ version }) => version)
    .find((version) => version !== '*' && version !== '-');
  return {
    name: part.name.trim(),
    version: part.version ?? purl?.version ?? versionOfCpe ?? null,
    purl: purl && formatPurl(withoutCopies(purl)),
    purlType: purl?.type ?? null,
    cpes,
    supplier: part.supplier,
    distribution: purl?.qualifiers.distro ?? null,
    epoch: purl?.qualifiers.epoch ?? null,
    isIdentified: isUsable(part, identity),
  };
}

function withoutCopies(purl: Purl): Purl {
  const qualifiers = Object.entries(purl.qualifiers).filter(
    ([key]) => key !== 'distro' && !qualifiersOfCopies.includes(key),
  );
  return { ...purl, qualifiers: Object.fromEntries(qualifiers) };
}

/** 16 bytes of SHA-256 over purl, CPE names, name, version, supplier and distribution; equal for equal components. */
export function fingerprintOf({ purl, cpes, name, version, supplier, distribution }: ComponentFacts): Buffer {
  const text = JSON.stringify([purl, cpes, name, version, supplier, distribution]);
  return createHash('sha256').update(text).digest().subarray(0, 16);
}
