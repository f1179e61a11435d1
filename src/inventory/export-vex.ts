import type { Tools } from '#access';
import { describeMaker } from '#organization';
import { newId } from '#platform/ids';
import { getRelease } from './place-release.ts';
import { readReleaseItems } from './release-items.ts';
import { inChunks } from './sbom/in-chunks.ts';
import { outlineOf } from './sbom/outline.ts';
import type { SbomItem } from './sbom/parts.ts';
import { toCycloneDx } from './sbom/to-cyclonedx.ts';

/**
 * What has been stated about vulnerabilities of a release and its modules as CycloneDX VEX, with the parts that it is about.
 * @throws Refusal 'not-found'
 */
export async function exportVex({ db, now }: Pick<Tools, 'db' | 'now'>, { id }: { id: string }): Promise<File> {
  const { key } = await getRelease(db, id);
  const { maker } = await describeMaker({ db });
  const { release, items } = await readReleaseItems(db, key, maker?.nameEn ?? null);
  const document = {
    ...{ release, outline: await outlineOf(withoutBystanders(items)), documentId: newId() },
    createdAt: now().round({ smallestUnit: 'second', roundingMode: 'floor' }).toString(),
  };
  const chunks = await Array.fromAsync(inChunks(toCycloneDx(document, { specVersion: '1.6', as: 'json' })));
  return new File(chunks, `${id}-vex.cdx.json`, { type: 'application/vnd.cyclonedx+json; version=1.6' });
}

function withoutBystanders(items: readonly SbomItem[]): SbomItem[] {
  const meant = new Set(items.flatMap((item) => (item.is === 'statement' ? item.statement.refs : [])));
  return items.filter(
    (item) => item.is === 'head' || item.is === 'statement' || (item.is === 'part' && meant.has(item.part.ref)),
  );
}
