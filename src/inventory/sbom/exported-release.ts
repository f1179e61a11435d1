import type { Outline } from './outline.ts';
import type { SbomPart } from './parts.ts';

/** What is known of the release that a bill of materials is written for. */
export type ReleaseFacts = {
  /** Supplies the product and makes the document; null: nobody has said who that is. */
  maker: string | null;
  line: string;
  model: string;
  kind: SbomPart['kind'];
  version: string;
  /** null: any. */
  hardware: string | null;
  /** Lower-case hex. */
  firmwareSha256: string | null;
  /** As 2026-11-23. */
  releasedOn: string | null;
};

/** One document to be written; the same gives the same bytes. */
export type ExportedRelease = {
  release: ReleaseFacts;
  /** What it consists of. */
  outline: Outline;
  /** A UUID, new for each document. */
  documentId: string;
  /** ISO 8601 UTC, whole seconds. */
  createdAt: string;
};

/** The tool that documents name as their maker. */
export const toolName = 'Mamori';

/**
 * The release as the part that its document describes: what the register knows of it,
 * with the identities and licences that its bill of materials gives.
 */
export function subjectOf({ release, outline }: ExportedRelease): SbomPart {
  const { subject: described, subjectRef } = outline;
  const { firmwareSha256 } = release;
  return {
    ref: subjectRef,
    name: release.model,
    version: release.version,
    purl: described?.purl ?? null,
    cpes: described?.cpes ?? [],
    supplier: release.maker,
    licences: described?.licences ?? [],
    hashes: { ...described?.hashes, ...(firmwareSha256 === null ? {} : { SHA256: firmwareSha256 }) },
    kind: release.kind,
    purpose: 'shipped',
    place: '',
  };
}
