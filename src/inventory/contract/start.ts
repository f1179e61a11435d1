import { z } from 'zod';
import { endpoint } from '#access/model';
import { ModelRef, ReleaseRef, tags } from './shapes.ts';

/** How far the register has come on its way to something that can be matched. */
export const StartOfProducts = z.object({
  models: z.int(),
  releases: z.int(),
  /** Of these: with a bill of materials, or with parts entered by hand. */
  withParts: z.int(),
  /** By name. */
  firstModel: ModelRef.nullable(),
  /** The release that was made last of those without parts. */
  withoutParts: ReleaseRef.nullable(),
  /** The release that was made last of those with parts. */
  filled: z.object({ release: ReleaseRef, components: z.int(), unidentified: z.int() }).nullable(),
});
export type StartOfProducts = z.infer<typeof StartOfProducts>;

export const sampleParts = ['cyclonedx', 'xlsx', 'csv'] as const;
/** In which form the sample of a bill of materials is taken along. */
export const SampleParts = z.enum(sampleParts);
export type SampleParts = z.infer<typeof SampleParts>;

export const startEndpoints = {
  describeStart: endpoint('product:read')
    .route({ method: 'GET', path: '/products/start', summary: 'How far the register of products has come', tags })
    .output(StartOfProducts),
  exportPartsSample: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/sbom-samples/{form}',
      summary: 'A small bill of materials, or parts list, that can be imported as it is',
      tags,
    })
    .input(z.object({ form: SampleParts, language: z.enum(['ja', 'en']).default('ja') }))
    .output(z.instanceof(File)),
};
