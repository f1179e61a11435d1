import { z } from 'zod';

const Text = z.string().max(100_000);
const Short = z.string().max(2_000);
const Instant = z.iso.datetime({ offset: true });

const Identifiers = z.object({ purl: Short.optional(), cpe23: Short.optional(), cpe22: Short.optional() });
const Hashes = z.record(Short, Short);
const named = { '@id': Short.optional(), identifiers: Identifiers.optional(), hashes: Hashes.optional() };

// Before 0.2.0 a product, a part and a vulnerability were a text each.
const orText = <Shape extends z.ZodType>(key: '@id' | 'name', shape: Shape) =>
  z.preprocess((value) => (typeof value === 'string' ? { [key]: value } : value), shape);
const Subcomponent = orText('@id', z.object(named));
const Product = orText('@id', z.object({ ...named, subcomponents: z.array(Subcomponent).optional() }));
const Vulnerability = orText(
  'name',
  z.object({
    ...{ '@id': Short.optional(), name: Short.min(1), description: Text.optional() },
    aliases: z.array(Short).optional(),
  }),
);

export const openVexStatuses = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
export const openVexJustifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

const Statement = z.object({
  '@id': Short.optional(),
  version: z.int().min(1).optional(),
  vulnerability: Vulnerability,
  timestamp: Instant.optional(),
  last_updated: Instant.optional(),
  products: z.array(Product).optional(),
  /** Of 0.0.x: parts of all products. */
  subcomponents: z.array(Subcomponent).optional(),
  status: z.enum(openVexStatuses),
  supplier: Short.optional(),
  status_notes: Text.optional(),
  justification: z.enum(openVexJustifications).optional(),
  impact_statement: Text.optional(),
  action_statement: Text.optional(),
  action_statement_timestamp: Instant.optional(),
});

export const OpenVex = z.object({
  '@context': Short.regex(/^https:\/\/openvex\.dev\/ns(?:\/v0\.[012]\.\d+)?$/),
  '@id': Short,
  author: Short,
  role: Short.optional(),
  timestamp: Instant,
  last_updated: Instant.optional(),
  // Before 0.2.0 a text.
  version: z.union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
  tooling: Short.optional(),
  statements: z.array(Statement),
});

/** A document in the names of the standard; texts of older versions stand in the form of 0.2.0. */
export type OpenVex = z.output<typeof OpenVex>;
export type OpenVexStatement = OpenVex['statements'][number];
export type OpenVexProduct = NonNullable<OpenVexStatement['products']>[number];
