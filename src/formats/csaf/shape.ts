import { z } from 'zod';

const Text = z.string().max(100_000);
const Short = z.string().max(5_000);
const Id = z.string().min(1).max(2_000);
const Instant = z.iso.datetime({ offset: true });
const Ids = z.array(Id).optional();
const subjects = { product_ids: Ids, group_ids: Ids };

const Helper = z.object({
  cpe: Short.optional(),
  purl: Short.optional(),
  /** Of 2.1. */
  purls: z.array(Short).optional(),
  model_numbers: z.array(Short).optional(),
  serial_numbers: z.array(Short).optional(),
  skus: z.array(Short).optional(),
  sbom_urls: z.array(Short).optional(),
  hashes: z
    .array(z.object({ filename: Short, file_hashes: z.array(z.object({ algorithm: Short, value: Short })) }))
    .optional(),
  x_generic_uris: z.array(z.object({ namespace: Short, uri: Short })).optional(),
});
export const FullProductName = z.object({
  name: Short,
  product_id: Id,
  product_identification_helper: Helper.optional(),
});
export type CsafFullProductName = z.output<typeof FullProductName>;

export type CsafBranch = {
  category: string;
  name: string;
  product?: CsafFullProductName | undefined;
  branches?: CsafBranch[] | undefined;
};
const Branch: z.ZodType<CsafBranch> = z.object({
  category: Short,
  name: Short,
  product: FullProductName.optional(),
  branches: z.lazy(() => z.array(Branch)).optional(),
});

const ProductTree = z.object({
  branches: z.array(Branch).optional(),
  full_product_names: z.array(FullProductName).optional(),
  product_groups: z.array(z.object({ group_id: Id, product_ids: z.array(Id), summary: Text.optional() })).optional(),
  relationships: z
    .array(
      z.object({
        category: Short,
        product_reference: Id,
        relates_to_product_reference: Id,
        full_product_name: FullProductName,
      }),
    )
    .optional(),
  /** Of 2.1: instead of relationships. */
  product_paths: z
    .array(
      z.object({
        beginning_product_reference: Id,
        full_product_name: FullProductName,
        subpaths: z.array(z.object({ category: Short, next_product_reference: Id })),
      }),
    )
    .optional(),
});

/** @source CSAF 2.0, 3.2.3.11 and 3.1.1: what a product stands under */
export const csafStatuses = [
  'first_affected',
  'first_fixed',
  'fixed',
  'known_affected',
  'known_not_affected',
  'last_affected',
  'recommended',
  'under_investigation',
] as const;
export const csafFlags = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

const Note = z.object({ category: Short, title: Short.optional(), text: Text, audience: Short.optional() });
const Reference = z.object({ category: Short.optional(), summary: Text, url: Short });

const Vulnerability = z.object({
  cve: Short.optional(),
  ids: z.array(z.object({ system_name: Short, text: Short })).optional(),
  title: Short.optional(),
  notes: z.array(Note).optional(),
  product_status: z.partialRecord(z.enum(csafStatuses), z.array(Id)).optional(),
  flags: z.array(z.object({ label: Short, date: Instant.optional(), ...subjects })).optional(),
  threats: z.array(z.object({ category: Short, details: Text, date: Instant.optional(), ...subjects })).optional(),
  remediations: z
    .array(z.object({ category: Short, details: Text, date: Instant.optional(), url: Short.optional(), ...subjects }))
    .optional(),
  references: z.array(Reference).optional(),
});
export type CsafVulnerability = z.output<typeof Vulnerability>;

const Revision = z.object({ date: Instant, number: Short, summary: Text });

export const Csaf = z.object({
  document: z.object({
    category: Short,
    csaf_version: z.enum(['2.0', '2.1']),
    lang: Short.optional(),
    title: Short,
    notes: z.array(Note).optional(),
    references: z.array(Reference).optional(),
    distribution: z.object({ tlp: z.object({ label: Short, url: Short.optional() }).optional() }).optional(),
    publisher: z.object({ category: Short, name: Short, namespace: Short, contact_details: Text.optional() }),
    tracking: z.object({
      id: Id,
      status: Short,
      version: Short,
      initial_release_date: Instant,
      current_release_date: Instant,
      revision_history: z.array(Revision),
      generator: z
        .object({ date: Instant.optional(), engine: z.object({ name: Short, version: Short.optional() }) })
        .optional(),
    }),
  }),
  product_tree: ProductTree.optional(),
  vulnerabilities: z.array(Vulnerability).optional(),
});

/** A document in the names of the standard: what VEX uses of it; scores, weaknesses and acknowledgements are left out. */
export type Csaf = z.output<typeof Csaf>;
export type CsafProductTree = z.output<typeof ProductTree>;
