import { z } from 'zod';
import { UnmappedParts } from '../sbom/parts-mapping.ts';

/** A release as other pages name it: `slug` is its address below the model's. */
export const ReleaseRef = z.object({
  id: z.uuid(),
  slug: z.string(),
  version: z.string(),
  hardware: z.string().nullable(),
  model: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
});
export type ReleaseRef = z.infer<typeof ReleaseRef>;

const NamedPart = z.object({ ref: z.string(), place: z.string(), name: z.string(), version: z.string().nullable() });

/** What a document says, and how well: the result of reading it. */
export const SbomResult = z.object({
  name: z.string(),
  isAccepted: z.boolean(),
  head: z
    .object({
      format: z.string(),
      formatVersion: z.string().nullable(),
      serialNumber: z.string().nullable(),
      createdAt: z.string().nullable(),
      authors: z.array(z.string()),
      tools: z.array(z.string()),
      subject: z.string().nullable(),
    })
    .nullable(),
  counts: z.object({
    parts: z.int(),
    distinct: z.int(),
    merged: z.int(),
    contains: z.int(),
    dependsOn: z.int(),
    statements: z.int(),
    byPurpose: z.record(z.string(), z.int()),
  }),
  withoutIdentity: z.object({ count: z.int(), examples: z.array(NamedPart) }),
  missingElements: z.array(
    z.object({
      element: z.enum(['supplier', 'name', 'version', 'unique-id', 'relation', 'author', 'timestamp']),
      count: z.int(),
      examples: z.array(NamedPart),
    }),
  ),
  quality: z
    .object({
      score: z.int(),
      parts: z.array(
        z.object({
          part: z.enum(['identity', 'version', 'relation', 'supplier', 'licence', 'origin', 'hash']),
          weight: z.int(),
          share: z.number(),
        }),
      ),
    })
    .nullable(),
  unmapped: UnmappedParts.nullable(),
  errors: z.int(),
  warnings: z.int(),
  problems: z.array(
    z.object({ level: z.enum(['error', 'warning']), place: z.string(), rule: z.string(), message: z.string() }),
  ),
});
export type SbomResult = z.infer<typeof SbomResult>;

export const importStates = ['waiting', 'needs-mapping', 'refused', 'stored', 'failed'] as const;
export const importOrigins = ['page', 'api', 'command', 'dependency-track', 'migration'] as const;

/** One upload and what became of it; asked again and again while it waits. */
export const SbomImport = z.object({
  id: z.uuid(),
  releaseId: z.uuid(),
  state: z.enum(importStates),
  /** What happens while it waits, and how many parts have been read in that. */
  phase: z.enum(['waiting', 'checking', 'storing']).nullable(),
  partsRead: z.int(),
  origin: z.enum(importOrigins),
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  by: z.string(),
  /** Where it was stored: the present bill of materials at that time. */
  sbomId: z.uuid().nullable(),
  /** The release had these very bytes already: nothing was stored. */
  isUnchanged: z.boolean(),
  result: SbomResult.nullable(),
  /** Why it failed, when that is our fault. */
  problem: z.string().nullable(),
});
export type SbomImport = z.infer<typeof SbomImport>;

/** The same in a list of all uploads. */
export const ListedSbomImport = SbomImport.omit({ releaseId: true, result: true, phase: true, partsRead: true }).extend(
  {
    release: ReleaseRef,
    parts: z.int().nullable(),
    quality: z.int().nullable(),
    /** The first error of a document that was refused. */
    error: z.object({ place: z.string(), rule: z.string(), message: z.string() }).nullable(),
  },
);
export type ListedSbomImport = z.infer<typeof ListedSbomImport>;

/** A bill of materials that was accepted for a release. */
export const KeptSbom = z.object({
  id: z.uuid(),
  format: z.string(),
  formatVersion: z.string().nullable(),
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  acceptedAt: z.string(),
  by: z.string(),
  supersededAt: z.string().nullable(),
  removedAt: z.string().nullable(),
  parts: z.int(),
  quality: z.int().nullable(),
});
export type KeptSbom = z.infer<typeof KeptSbom>;

export const evidenceKinds = ['kernel-config', 'built-objects', 'module-symvers'] as const;

/** What of the kernel is really built in a release. */
export const Evidence = z.object({
  id: z.uuid(),
  kind: z.enum(evidenceKinds),
  fileName: z.string(),
  sha256: z.string(),
  sizeBytes: z.int(),
  /** What was read of it, e.g. { kernelVersion: "6.1.38", built: 1200 }. */
  summary: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  addedAt: z.string(),
  by: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Everything about the bill of materials of a release that stands above its list of components. */
export const ReleaseSbom = z.object({
  release: ReleaseRef,
  mayChange: z.boolean(),
  /** Null: none was accepted yet, or all were removed. */
  present: KeptSbom.extend({ result: SbomResult }).nullable(),
  counts: z.object({
    /** Distinct, what modules bring included. */
    components: z.int(),
    unidentified: z.int(),
    byHand: z.int(),
    modules: z.int(),
  }),
  evidence: z.array(Evidence),
  /** Accepted before, newest first; at most 50. */
  earlier: z.array(KeptSbom),
  /** Uploads that were not stored, newest first; at most 50. */
  unstored: z.array(SbomImport),
});
export type ReleaseSbom = z.infer<typeof ReleaseSbom>;
