import type { Tools } from '#access';
import { describeMaker } from '#organization';
import type { Language } from '#platform/browser/texts';
import { newId } from '#platform/ids';
import { tableFile } from '#platform/table-file';
import type { SbomForm } from './contract/exports.ts';
import { getRelease } from './place-release.ts';
import { readReleaseItems } from './release-items.ts';
import type { ReleaseFacts } from './sbom/exported-release.ts';
import { inChunks } from './sbom/in-chunks.ts';
import { outlineOf } from './sbom/outline.ts';
import { type CycloneDxForm, toCycloneDx } from './sbom/to-cyclonedx.ts';
import { partColumns, toPartRows } from './sbom/to-parts-sheet.ts';
import { toSpdx } from './sbom/to-spdx.ts';

type TextForm = Exclude<SbomForm, 'csv' | 'csv-cp932' | 'xlsx'>;

const texts: Record<TextForm, { ending: string; type: string; cycloneDx: CycloneDxForm | null }> = {
  'cyclonedx-1.6-json': cycloneDx('1.6', 'json'),
  'cyclonedx-1.6-xml': cycloneDx('1.6', 'xml'),
  'cyclonedx-1.7-json': cycloneDx('1.7', 'json'),
  'cyclonedx-1.7-xml': cycloneDx('1.7', 'xml'),
  'spdx-2.3-json': { ending: 'spdx.json', type: 'application/spdx+json', cycloneDx: null },
};

/** @source CycloneDX, media types registered with IANA; the version is a parameter of them */
function cycloneDx(specVersion: CycloneDxForm['specVersion'], as: CycloneDxForm['as']) {
  const type = `application/vnd.cyclonedx+${as}; version=${specVersion}`;
  return { ending: `cdx.${as}`, type, cycloneDx: { specVersion, as } };
}

/**
 * What a release consists of as a bill of materials, e.g. "MR-1167_1.4.7.cdx.json": its present document with the parts
 * entered by hand and the modules inside, components named as they have been corrected.
 * @throws Refusal 'not-found'; 'conflict' with the cells that CP932 cannot express
 */
export async function exportSbom(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { id, format, language }: { id: string; format: SbomForm; language: Language },
): Promise<File> {
  const { key } = await getRelease(db, id);
  const { maker } = await describeMaker({ db });
  const { release, items } = await readReleaseItems(
    db,
    key,
    maker && (language === 'ja' ? maker.nameJa : maker.nameEn),
  );
  const name = nameOf(release);
  const outline = await outlineOf(items);
  if (format === 'csv' || format === 'csv-cp932' || format === 'xlsx') {
    return tableFile(name, format, partColumns(outline, language), toPartRows(outline));
  }
  const { ending, type, cycloneDx: form } = texts[format];
  const createdAt = now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString();
  const document = { release, outline, documentId: newId(), createdAt };
  const chunks = await Array.fromAsync(inChunks(form ? toCycloneDx(document, form) : toSpdx(document)));
  return new File(chunks, `${name}.${ending}`, { type });
}

/** Model, version and hardware in letters that every file system takes. */
function nameOf({ model, version, hardware }: ReleaseFacts): string {
  const words = [model, version, hardware].filter((word) => word !== null);
  return words.map((word) => word.replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, '-')).join('_');
}
