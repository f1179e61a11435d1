import type { Tools } from '#access';
import type { Language } from '#platform/browser/texts';
import { newId } from '#platform/ids';
import { tableFile } from '#platform/table-file';
import type { SampleParts } from './contract/start.ts';
import { barePart } from './sbom/bare-part.ts';
import type { ReleaseFacts } from './sbom/exported-release.ts';
import { inChunks } from './sbom/in-chunks.ts';
import { outlineOf } from './sbom/outline.ts';
import type { SbomItem } from './sbom/parts.ts';
import { toCycloneDx } from './sbom/to-cyclonedx.ts';
import { partColumns, toPartRows } from './sbom/to-parts-sheet.ts';

const release: ReleaseFacts = {
  ...{ maker: null, line: 'SAMPLE', model: 'SAMPLE-100', kind: 'firmware', version: '1.0.0' },
  ...{ hardware: null, firmwareSha256: null, releasedOn: null },
};

/** What many devices consist of: name, version, supplier, licence. One of them is in the sample of records. */
const sampled = [
  ['openssl', '1.1.1k', 'OpenSSL', 'OpenSSL'],
  ['busybox', '1.36.1', 'BusyBox', 'GPL-2.0-only'],
  ['zlib', '1.3.1', 'zlib', 'Zlib'],
] as const;

/** A small bill of materials that can be imported as it is; the sample of records names one of its parts. */
export async function exportPartsSample(
  { now }: Pick<Tools, 'now'>,
  { form, language }: { form: SampleParts; language: Language },
): Promise<File> {
  const outline = await outlineOf(sampled.map(itemOf));
  const name = `${release.model}_${release.version}`;
  if (form !== 'cyclonedx') return tableFile(name, form, partColumns(outline, language), toPartRows(outline));
  const createdAt = now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  const document = { release, outline, documentId: newId(), createdAt };
  const chunks = await Array.fromAsync(inChunks(toCycloneDx(document, { specVersion: '1.6', as: 'json' })));
  return new File(chunks, `${name}.cdx.json`, { type: 'application/vnd.cyclonedx+json; version=1.6' });
}

function itemOf([name, version, supplier, licence]: (typeof sampled)[number]): SbomItem {
  const part = barePart(`${name}@${version}`, name, '');
  const purl = `pkg:generic/${name}@${version}`;
  return { is: 'part', part: { ...part, version, purl, supplier, licences: [licence], kind: 'library' } };
}
