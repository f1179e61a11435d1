import { z } from 'zod';
import { type Read, readShape } from '../read-shape.ts';

const Text = z.string();
const Event = z.object({
  introduced: Text.optional(),
  fixed: Text.optional(),
  last_affected: Text.optional(),
  limit: Text.optional(),
});
const OsvRange = z.object({
  type: z.enum(['SEMVER', 'ECOSYSTEM', 'GIT']),
  repo: Text.optional(),
  events: z.array(Event).min(1),
});
export type OsvRange = z.infer<typeof OsvRange>;
const nullable = <T extends z.ZodType>(list: T) =>
  z
    .array(list)
    .nullish()
    .transform((value) => value ?? []);
const OsvAffected = z.object({
  package: z.object({ ecosystem: Text, name: Text, purl: Text.optional() }).optional(),
  ranges: nullable(OsvRange),
  versions: nullable(Text),
});
export type OsvAffected = z.infer<typeof OsvAffected>;

/** @source OSV schema 1.6: what of it is used here */
const Osv = z.object({
  id: z.string().regex(/^[\w:.-]{3,200}$/),
  modified: Text,
  published: Text.optional(),
  withdrawn: Text.nullish(),
  aliases: nullable(Text),
  related: nullable(Text),
  upstream: nullable(Text),
  summary: Text.optional(),
  details: Text.optional(),
  severity: nullable(z.object({ type: Text, score: Text })),
  affected: nullable(OsvAffected),
  references: nullable(z.object({ type: Text, url: Text })),
  database_specific: z.looseObject({ cwe_ids: z.array(Text).optional() }).nullish(),
});
export type Osv = z.infer<typeof Osv>;

/**
 * One OSV record.
 * @returns the record, or every place of it that is wrong, as JSON pointers
 * @source Open Source Vulnerability format (OpenSSF)
 */
export const readOsv = (bytes: Uint8Array): Read<Osv> => readShape(bytes, Osv);
