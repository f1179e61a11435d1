import type { SbomCheck } from './sbom/check.ts';
import { factsOf } from './sbom/fingerprint.ts';
import { openDocument } from './sbom/open-document.ts';
import type { KeptDocument } from './sbom/open-here.ts';
import { isShipped, type SbomHead } from './sbom/parts.ts';

/** A component that ships, by what it is known by, and where the document says so. */
export type ShippedPart = {
  ref: string;
  place: string;
  name: string;
  version: string | null;
  purl: string | null;
  cpes: string[];
  supplier: string | null;
  distribution: string | null;
};

/**
 * What a bill of materials ships, without a database: the same components that an import would keep.
 * @returns the judgement, and nothing shipped when it is refused
 */
export async function readShipped(
  kept: KeptDocument,
): Promise<{ check: SbomCheck; head: SbomHead | null; parts: ShippedPart[] }> {
  const document = await openDocument(kept);
  if ('refused' in document) return { check: document.refused, head: null, parts: [] };
  const check = await document.check(async () => {});
  if (!check.isAccepted) return { check, head: null, parts: [] };
  let head: SbomHead | null = null;
  const parts: ShippedPart[] = [];
  for await (const item of document.read()) {
    if (item.is === 'head') head = item.head;
    if (item.is !== 'part' || !isShipped(item.part)) continue;
    const { name, version, purl, cpes, supplier, distribution, isIdentified } = factsOf(item.part);
    if (item.part.kind === 'file' && !isIdentified) continue;
    parts.push({ ref: item.part.ref, place: item.part.place, name, version, purl, cpes, supplier, distribution });
  }
  const subject = (head as SbomHead | null)?.subject ?? null;
  return { check, head, parts: parts.filter(({ ref }) => ref !== subject) };
}
