import type { SbomResult } from '../../contract/sbom-shapes.ts';

const names: Record<string, string> = {
  cyclonedx: 'CycloneDX',
  spdx: 'SPDX',
  buildroot: 'Buildroot manifest',
  'esp-idf': 'ESP-IDF',
  'yocto-licence-manifest': 'Yocto license.manifest',
  'spdx-lite': 'SPDX Lite',
  'black-duck': 'Black Duck',
  fossid: 'FossID',
};

/**
 * What a document is: CycloneDX 1.5, SPDX 2.3.
 * @param list  what a plain list of parts is called
 */
export function formatWords(head: { format: string; formatVersion: string | null }, list = 'CSV / Excel'): string {
  const name = names[head.format] ?? (head.format === 'parts-list' ? list : head.format);
  const version = head.formatVersion?.replace(/^SPDX-/, '');
  return version ? `${name} ${version}` : name;
}

/** A part with its version, as people say it. */
export const partWords = (part: { name: string; version: string | null }, nameless: string): string =>
  [part.name || nameless, part.version].filter(Boolean).join(' ');

/** Errors first, both in the order of the document. */
export function problemsInOrder(result: SbomResult): SbomResult['problems'] {
  const rank = { error: 0, warning: 1 };
  return result.problems.toSorted((one, other) => rank[one.level] - rank[other.level]);
}
