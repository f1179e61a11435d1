import { z } from 'zod';
import { TableFormat } from '#platform/browser/table-format';
import { ReleaseState } from '../model/registers.ts';
import { Day, ModelKind } from '../model.ts';

export const tags = ['inventory'];
export const Id = z.object({ id: z.uuid() });
export const Revision = z.int().min(1);
export const AtRevision = Id.extend({ revision: Revision });
export const paging = { after: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) };
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
/** In which form and language a table is taken along. */
export const taken = { format: TableFormat.default('csv'), language: z.enum(['ja', 'en']).default('ja') };

/** The post that answers for a model, and who does its work today. */
export const Owner = z.object({
  id: z.uuid(),
  name: z.string(),
  division: z.string(),
  holder: z.string().nullable(),
  deputy: z.string().nullable(),
  /** Who acts today; null when nobody can. */
  acting: z.string().nullable(),
  because: z.enum(['present', 'holder-absent', 'holder-left', 'no-holder']),
});
export type Owner = z.infer<typeof Owner>;

export const LineRef = z.object({ id: z.uuid(), name: z.string() });
export const ModelRef = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export type ModelRef = z.infer<typeof ModelRef>;
export const HardwareRef = z.object({ id: z.uuid(), name: z.string() });

/** A release by name; its page is /products/{model.slug}/{slug}. */
export const ReleaseRef = z.object({
  id: z.uuid(),
  slug: z.string(),
  version: z.string(),
  hardware: HardwareRef.nullable(),
  model: ModelRef.extend({ kind: ModelKind }),
  state: ReleaseState,
  releasedOn: Day.nullable(),
});
export type ReleaseRef = z.infer<typeof ReleaseRef>;

/** Counts of a release: distinct components with those of its modules, units, its present bill of materials. */
export const ReleaseTally = z.object({
  components: z.int(),
  unidentified: z.int(),
  units: z.int(),
  sbomAt: z.string().nullable(),
  /** 0 to 100; null without a bill of materials. */
  quality: z.int().nullable(),
});
export type ReleaseTally = z.infer<typeof ReleaseTally>;

/** Counts of the releases of a model, or of all models of a line. */
export const releaseCounts = {
  releases: z.int(),
  /** Of these: shipped, shipment stopped or supported. */
  inField: z.int(),
  /** Of those in the field: neither a bill of materials nor a part entered by hand. */
  withoutSbom: z.int(),
  /** Components without usable identity in those in the field; of a line, the sum over its models. */
  unidentified: z.int(),
  units: z.int(),
};

/** A file that was read to change something, and what became of it. */
export const ImportHead = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  by: z.string(),
  state: z.enum(['previewed', 'applied', 'undone']),
  previewedAt: z.string(),
  expiresAt: z.string(),
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
});
