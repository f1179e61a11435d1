import { z } from 'zod';
import { endpoint } from '#access/model';
import { listOf } from '#platform/browser/list-of';
import { pageOf, paging, ReleaseRef, tags, taken } from './shapes.ts';

export const sbomForms = [
  'cyclonedx-1.6-json',
  'cyclonedx-1.6-xml',
  'cyclonedx-1.7-json',
  'cyclonedx-1.7-xml',
  'spdx-2.3-json',
  'csv',
  'csv-cp932',
  'xlsx',
] as const;
/** In which form a bill of materials is taken along. */
export const SbomForm = z.enum(sbomForms);
export type SbomForm = z.infer<typeof SbomForm>;

export const componentChanges = ['added', 'removed', 'version', 'identity', 'licence'] as const;
/** `identity`: the same by name, but its purl, CPE names or supplier differ. */
export const ComponentChange = z.enum(componentChanges);
export type ComponentChange = z.infer<typeof ComponentChange>;

/** One component on one side of a comparison. */
export const ComparedComponent = z.object({
  id: z.int(),
  name: z.string(),
  version: z.string().nullable(),
  purl: z.string().nullable(),
  cpes: z.array(z.string()),
  supplier: z.string().nullable(),
  /** Sorted. */
  licences: z.array(z.string()),
});
export type ComparedComponent = z.infer<typeof ComparedComponent>;

/** What became of a component: added has no `before`, removed no `after`; several things can have changed at once. */
export const ChangedComponent = z.object({
  name: z.string(),
  changes: z.array(ComponentChange),
  before: ComparedComponent.nullable(),
  after: ComparedComponent.nullable(),
  /** Of the version, where both have an order. */
  direction: z.enum(['newer', 'older']).nullable(),
});
export type ChangedComponent = z.infer<typeof ChangedComponent>;

const AddedAndRemoved = z.object({ added: z.array(z.string()), removed: z.array(z.string()) });

/** What differs between two releases as a whole. */
export const ComparisonSummary = z.object({
  before: ReleaseRef,
  after: ReleaseRef,
  /** Components that the search leaves, whatever kind of change is asked for. */
  totals: z.object({
    added: z.int(),
    removed: z.int(),
    version: z.int(),
    identity: z.int(),
    licence: z.int(),
    unchanged: z.int(),
  }),
  /** Of all components together. */
  licences: AddedAndRemoved,
  /** Technologies of the releases with those of their models. */
  tags: AddedAndRemoved,
});
export type ComparisonSummary = z.infer<typeof ComparisonSummary>;

/** What can be asked of a comparison. */
export const ComparisonFilter = z.object({
  /** The release before. */
  with: z.uuid(),
  change: listOf(ComponentChange).optional(),
  /** A part of a name, purl or licence. */
  q: z.string().max(200).optional(),
});
export type ComparisonFilter = z.infer<typeof ComparisonFilter>;

export const exportEndpoints = {
  exportSbom: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/sbom/export',
      summary:
        'What a release consists of as a bill of materials: own parts, hand-entered ones, and its modules inside',
      tags,
    })
    .input(
      z.object({
        id: z.uuid(),
        format: SbomForm.default('cyclonedx-1.6-json'),
        language: z.enum(['ja', 'en']).default('ja'),
      }),
    )
    .output(z.instanceof(File)),
  compareReleases: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/comparison',
      summary: 'What differs in a release from another one: components, licences, technologies',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...ComparisonFilter.shape, ...paging }))
    .output(pageOf(ChangedComponent).extend(ComparisonSummary.shape)),
  exportComparison: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/releases/{id}/comparison/export',
      summary: 'Components that differ between two releases, as a file',
      tags,
    })
    .input(z.object({ id: z.uuid(), ...ComparisonFilter.shape, ...taken }))
    .output(z.instanceof(File)),
};
