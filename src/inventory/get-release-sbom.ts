import { openAsBlob } from 'node:fs';
import { mayIn, type Tools } from '#access';
import { Refusal } from '#platform/errors';
import { pathOfFile } from '#platform/files';
import type { ReleaseSbom } from './contract/sbom-shapes.ts';
import { describeEvidence } from './describe-evidence.ts';
import { describeImport, describeSbom } from './describe-import.ts';
import { getRelease } from './place-release.ts';
import { listEvidence } from './store/evidence.ts';
import { countParts } from './store/release-components.ts';
import { listUnstored } from './store/sbom-imports.ts';
import { findSbom, listSboms } from './store/sboms.ts';

const mostOfHistory = 50;

/** The present bill of materials of a release with its result, and what came before and beside it. @throws Refusal 'not-found' */
export async function getReleaseSbom(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  { id }: { id: string },
): Promise<ReleaseSbom> {
  const { key, divisionId, ...release } = await getRelease(db, id);
  const sboms = await listSboms(db, id, { which: 'all', limit: mostOfHistory + 1 });
  const present = sboms.find(({ supersededAt }) => supersededAt === null);
  return {
    release,
    mayChange: mayIn(viewer, 'product:write', divisionId),
    present: present ? { ...describeSbom(present), result: present.result } : null,
    counts: await countParts(db, key),
    evidence: (await listEvidence(db, id)).map(describeEvidence),
    earlier: sboms
      .filter((row) => row !== present)
      .slice(0, mostOfHistory)
      .map(describeSbom),
    unstored: (await listUnstored(db, id, mostOfHistory)).map(describeImport),
  };
}

/** The bytes of a bill of materials as they came, also of one that does not count any more. @throws Refusal 'not-found' */
export async function getSbomFile({ db, house }: Pick<Tools, 'db' | 'house'>, { id }: { id: string }): Promise<File> {
  const sbom = await findSbom(db, id);
  if (!sbom) throw new Refusal('not-found', `There is no bill of materials ${id}.`, { what: 'sbom' });
  const bytes = await openAsBlob(pathOfFile(house.stateFolder, sbom.sha256.toString('hex')));
  return new File([bytes], sbom.fileName, { type: 'application/octet-stream' });
}
