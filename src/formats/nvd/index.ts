import { z } from 'zod';
import { Configuration } from '../cve5/shape.ts';
import { type Read, readShape } from '../read-shape.ts';

const Text = z.string();
const Cvss = z.object({
  source: Text.default('nvd@nist.gov'),
  cvssData: z.object({ version: Text, vectorString: Text, baseScore: z.number().optional() }),
});
const Metrics = z.object({
  cvssMetricV2: z.array(Cvss).default([]),
  cvssMetricV30: z.array(Cvss).default([]),
  cvssMetricV31: z.array(Cvss).default([]),
  cvssMetricV40: z.array(Cvss).default([]),
});
const Texts = z.array(z.object({ lang: Text, value: Text })).default([]);

/** @source NVD API 2.0, CVE schema: what of it is used here */
export const NvdCve = z.object({
  id: z.string().regex(/^CVE-\d{4}-\d{4,19}$/),
  sourceIdentifier: Text.optional(),
  published: Text.optional(),
  lastModified: Text.optional(),
  vulnStatus: Text.optional(),
  cveTags: z.array(z.object({ tags: z.array(Text).default([]) })).default([]),
  descriptions: Texts,
  metrics: Metrics.default({ cvssMetricV2: [], cvssMetricV30: [], cvssMetricV31: [], cvssMetricV40: [] }),
  weaknesses: z.array(z.object({ description: Texts })).default([]),
  configurations: z.array(Configuration).default([]),
  references: z.array(z.object({ url: Text, tags: z.array(Text).default([]) })).default([]),
  cisaExploitAdd: Text.optional(),
  cisaActionDue: Text.optional(),
  cisaRequiredAction: Text.optional(),
});
export type NvdCve = z.infer<typeof NvdCve>;

const Item = z.object({ cve: NvdCve });
/** A file that repairs what NVD leaves out has only the configurations, and the id beside them. */
const Override = z.object({
  _annotation: z.object({
    cve_id: z.string(),
    published: Text.optional(),
    modified: Text.optional(),
    description: Text.optional(),
  }),
  cve: z.object({ configurations: z.array(Configuration).default([]) }),
});

/**
 * One element of `vulnerabilities`, or a file of one CVE in that form, or of configurations alone.
 * @source NVD API 2.0
 */
export function readNvdItem(bytes: Uint8Array): Read<NvdCve> {
  const item = readShape(bytes, z.union([Override, Item]));
  if ('problems' in item) {
    // A union tells of every form; what is wrong in the usual one is what helps.
    const usual = readShape(bytes, Item);
    return 'problems' in usual ? usual : { document: usual.document.cve };
  }
  const { document } = item;
  if (!('_annotation' in document)) return { document: document.cve };
  const { cve_id: id, published, modified, description } = document._annotation;
  const filled = NvdCve.safeParse({
    ...{ id, published, lastModified: modified, configurations: document.cve.configurations },
    descriptions: description ? [{ lang: 'en', value: description }] : [],
  });
  return filled.success ? { document: filled.data } : readShape(bytes, Item as never);
}
