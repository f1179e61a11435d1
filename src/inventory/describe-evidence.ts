import type { Evidence } from './contract/sbom-shapes.ts';
import type { EvidenceRow } from './store/evidence.ts';

/** Kernel evidence as callers see it. */
export function describeEvidence(row: EvidenceRow): Evidence {
  const { id, kind, fileName, sizeBytes, summary } = row;
  const said = { sha256: row.sha256.toString('hex'), addedAt: row.addedAt.toString(), by: row.personName };
  return { id, kind, fileName, sizeBytes, summary, ...said };
}
