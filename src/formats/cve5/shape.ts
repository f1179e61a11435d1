import { z } from 'zod';

const Text = z.string();
/** What names or versions anything; the schema allows 2,048 characters at most. */
const Short = z.string().max(2_048);
const Texts = z.array(z.object({ lang: Text, value: Text })).default([]);

const Change = z.object({ at: Short, status: Short });
/** One entry of `versions`: a single version, or a range that begins with it. */
export const Version = z.object({
  version: Short,
  status: Short.default('affected'),
  versionType: Short.optional(),
  lessThan: Short.optional(),
  lessThanOrEqual: Short.optional(),
  changes: z.array(Change).default([]),
});
export type Version = z.infer<typeof Version>;

export const Affected = z.object({
  vendor: Short.default(''),
  product: Short.default(''),
  collectionURL: Short.optional(),
  packageName: Short.optional(),
  packageURL: Short.optional(),
  cpes: z.array(Short).default([]),
  modules: z.array(Short).default([]),
  programFiles: z.array(Short).default([]),
  programRoutines: z.array(z.object({ name: Short })).default([]),
  platforms: z.array(Short).default([]),
  repo: Short.optional(),
  defaultStatus: Short.default('unknown'),
  versions: z.array(Version).default([]),
});
export type Affected = z.infer<typeof Affected>;

/** A criterion of an applicability statement, in CVE records and NVD alike. */
export const CpeMatch = z.object({
  vulnerable: z.boolean(),
  criteria: Short,
  versionStartIncluding: Short.optional(),
  versionStartExcluding: Short.optional(),
  versionEndIncluding: Short.optional(),
  versionEndExcluding: Short.optional(),
});
export type CpeMatch = z.infer<typeof CpeMatch>;

export const Node = z.object({
  operator: z.string().default('OR'),
  negate: z.boolean().default(false),
  cpeMatch: z.array(CpeMatch).default([]),
});
export type Node = z.infer<typeof Node>;
export const Configuration = z.object({
  operator: z.string().default('OR'),
  negate: z.boolean().default(false),
  nodes: z.array(Node).default([]),
});
export type Configuration = z.infer<typeof Configuration>;

const Cvss = z.object({ vectorString: Text, baseScore: z.number().optional() });
const Metric = z.object({
  cvssV2_0: Cvss.optional(),
  cvssV3_0: Cvss.optional(),
  cvssV3_1: Cvss.optional(),
  cvssV4_0: Cvss.optional(),
  other: z.object({ type: Text, content: z.unknown() }).optional(),
});
const ProblemType = z.object({
  descriptions: z.array(z.object({ cweId: Text.optional(), description: Text.optional() })).default([]),
});

export const Container = z.object({
  providerMetadata: z.object({ orgId: Text.optional(), shortName: Text.optional() }).default({}),
  title: Text.optional(),
  descriptions: Texts,
  affected: z.array(Affected).default([]),
  cpeApplicability: z.array(Configuration).default([]),
  metrics: z.array(Metric).default([]),
  problemTypes: z.array(ProblemType).default([]),
  references: z.array(z.object({ url: Text, tags: z.array(Text).default([]) })).default([]),
  solutions: Texts,
  impacts: z.array(z.object({ descriptions: Texts })).default([]),
  tags: z.array(Text).default([]),
  rejectedReasons: Texts,
  replacedBy: z.array(Short).default([]),
});
export type Container = z.infer<typeof Container>;

/** @source CVE Record Format 5.1, schema: what of it is used here; everything else of a record is left unread */
export const Cve5 = z.object({
  dataType: z.literal('CVE_RECORD'),
  cveMetadata: z.object({
    cveId: z.string().regex(/^CVE-\d{4}-\d{4,19}$/),
    state: z.enum(['PUBLISHED', 'REJECTED', 'RESERVED']),
    assignerShortName: Text.optional(),
    datePublished: Text.optional(),
    dateUpdated: Text.optional(),
    dateRejected: Text.optional(),
  }),
  containers: z.object({ cna: Container, adp: z.array(Container).default([]) }),
});
export type Cve5 = z.infer<typeof Cve5>;
