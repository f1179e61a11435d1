import type { KeptSbom, SbomImport } from './contract/sbom-shapes.ts';
import type { SbomImportRow } from './store/sbom-imports.ts';
import type { KeptSbomRow } from './store/sboms.ts';

/** An upload as callers see it. */
export function describeImport(row: SbomImportRow): SbomImport {
  return {
    id: row.id,
    releaseId: row.releaseId,
    state: row.state,
    phase: row.state === 'waiting' ? (row.phase ?? 'waiting') : null,
    partsRead: row.partsRead,
    origin: row.origin,
    fileName: row.fileName,
    sha256: row.sha256.toString('hex'),
    sizeBytes: row.sizeBytes,
    receivedAt: row.receivedAt.toString(),
    finishedAt: row.finishedAt?.toString() ?? null,
    by: row.personName,
    sbomId: row.sbomId,
    isUnchanged: row.sbomId !== null && row.sbomId !== row.id,
    result: row.result,
    problem: row.problem,
  };
}

/** A bill of materials that was accepted, as callers see it. */
export function describeSbom(row: KeptSbomRow): KeptSbom {
  return {
    id: row.id,
    format: row.format,
    formatVersion: row.formatVersion,
    fileName: row.fileName,
    sha256: row.sha256.toString('hex'),
    sizeBytes: row.sizeBytes,
    acceptedAt: row.acceptedAt.toString(),
    by: row.personName,
    supersededAt: row.supersededAt?.toString() ?? null,
    removedAt: row.removedAt?.toString() ?? null,
    parts: row.result.counts.parts,
    quality: row.result.quality?.score ?? null,
  };
}
