import { z } from 'zod';
import { type Read, readShape } from '../read-shape.ts';

const Text = z.string();
const Short = z.string().max(1_000);
const Name = z.string().min(1).max(200);
const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const;
const Event = z
  .object({
    introduced: Short.optional(),
    fixed: Short.optional(),
    last_affected: Short.optional(),
    limit: Short.optional(),
  })
  .refine((event) => eventKinds.some((kind) => event[kind] !== undefined), 'This event is none that is known');
const OsvRange = z.object({
  type: z.enum(['SEMVER', 'ECOSYSTEM', 'GIT']),
  repo: Short.optional(),
  events: z
    .array(Event)
    .refine(
      (events) => events.some(({ introduced }) => introduced !== undefined),
      'The events do not tell where it was introduced',
    ),
});
export type OsvRange = z.infer<typeof OsvRange>;
const nullable = <T extends z.ZodType>(list: T) =>
  z
    .array(list)
    .nullish()
    .transform((value) => value ?? []);
const Severity = z.object({ type: Text, score: Text });
const OsvAffected = z
  .object({
    package: z.object({ ecosystem: Short, name: Short, purl: Short.optional() }).optional(),
    severity: nullable(Severity),
    ranges: nullable(OsvRange),
    versions: nullable(Short),
  })
  .refine(
    ({ package: named, ranges }) => named !== undefined || ranges.some(({ repo }) => repo !== undefined),
    'This names neither a package nor a repository',
  );
export type OsvAffected = z.infer<typeof OsvAffected>;

/** @source OSV schema 1.7: what of it is used here */
const Osv = z.object({
  id: z.string().regex(/^[\w:.-]{3,200}$/),
  modified: Text,
  published: Text.optional(),
  withdrawn: z.iso.datetime({ offset: true }).nullish(),
  aliases: nullable(Name),
  related: nullable(Name),
  upstream: nullable(Name),
  summary: Text.optional(),
  details: Text.optional(),
  severity: nullable(Severity),
  affected: nullable(OsvAffected),
  references: nullable(z.object({ type: Text, url: Text })),
  database_specific: z.object({ cwe_ids: z.array(Text).optional() }).nullish(),
});
export type Osv = z.infer<typeof Osv>;

/**
 * One OSV record.
 * @returns the record, or every place of it that is wrong, as JSON pointers
 * @source Open Source Vulnerability format (OpenSSF)
 */
export const readOsv = (bytes: Uint8Array): Read<Osv> => readShape(bytes, Osv);
