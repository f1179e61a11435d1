import { z } from 'zod';

// Only what is taken; what a server leaves out is null, and what it says besides is not read.
const Text = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);
const Ref = z.object({ uuid: z.uuid(), name: z.string().nullish(), version: z.string().nullish() });

/** A project as GET /api/v1/project/{uuid} tells it. */
export const TheirProject = z.object({
  uuid: z.uuid(),
  name: z.string().trim().min(1),
  version: Text,
  group: Text,
  description: Text,
  tags: z
    .array(z.object({ name: z.string() }))
    .nullish()
    .transform((tags) => (tags ?? []).map(({ name }) => name.trim()).filter((name) => name !== '')),
  parent: Ref.nullish().transform((parent) => parent?.uuid ?? null),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active !== false),
  /** Milliseconds since 1970, or an ISO instant: as the version of the server has it. */
  lastBomImport: z
    .union([z.number(), z.string()])
    .nullish()
    .transform((at) => (at === null || at === undefined ? null : String(at))),
});
export type TheirProject = z.infer<typeof TheirProject>;

/** One of the list, of which more is asked by its id. */
export const ListedProject = z.object({ uuid: z.uuid() });

/** A vulnerability that was found in a component, with whether somebody has looked at it. */
export const TheirFinding = z.object({
  component: z.object({
    uuid: z.uuid(),
    name: z.string(),
    group: Text,
    version: Text,
    purl: Text,
    cpe: Text,
  }),
  vulnerability: z.object({ uuid: z.uuid(), vulnId: z.string().min(1) }),
  analysis: z.object({ state: Text, isSuppressed: z.boolean().nullish() }).nullish(),
});
export type TheirFinding = z.infer<typeof TheirFinding>;

/** What somebody has decided about a finding. */
export const TheirAnalysis = z.object({
  analysisState: Text,
  analysisJustification: Text,
  analysisResponse: Text,
  analysisDetails: Text,
  isSuppressed: z
    .boolean()
    .nullish()
    .transform((is) => is === true),
  analysisComments: z
    .array(z.object({ timestamp: z.union([z.number(), z.string()]).nullish(), comment: Text, commenter: Text }))
    .nullish()
    .transform((comments) => comments ?? []),
});
export type TheirAnalysis = z.infer<typeof TheirAnalysis>;
