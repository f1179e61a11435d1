import { z } from 'zod';
import { endpoint } from '#access/model';
import { listOf } from '#platform/browser/list-of';
import { ReleaseState } from '../model/registers.ts';
import { LineRef, pageOf, paging, ReleaseRef, tags, taken } from './shapes.ts';

const Yes = z.enum(['true', 'false']);

/** Which component, in which versions: as text, or by name, purl or CPE with bounds. */
export const ComponentQuestion = z.object({
  /** As people write it: "OpenSSL >=1.1.1 <1.1.1l", "部品:openssl 版:<1.1.1n", a purl, a CPE. */
  q: z.string().max(2000).optional(),
  name: z.string().max(500).optional(),
  /** Without a version, or with the one that is asked for. */
  purl: z.string().max(2000).optional(),
  cpe: z.string().max(1000).optional(),
  /** Exactly this version; a distribution's revisions of it are meant too. */
  version: z.string().max(300).optional(),
  from: z.string().max(300).optional(),
  fromIncluded: Yes.default('true'),
  to: z.string().max(300).optional(),
  toIncluded: Yes.default('false'),
});
export type ComponentQuestion = z.infer<typeof ComponentQuestion>;

/** Which of the releases that contain it. */
export const WhereFilter = z.object({
  line: listOf(z.uuid()).optional(),
  model: listOf(z.uuid()).optional(),
  state: listOf(ReleaseState).optional(),
  /** Shipped, shipment stopped or supported; more than one state at once. */
  field: z.enum(['only']).optional(),
  /** Versions within the range; or those that cannot be compared with it. */
  versions: z.enum(['within', 'without-order']).default('within'),
});
export type WhereFilter = z.infer<typeof WhereFilter>;

export const whereSorts = ['product', 'units', 'released'] as const;
/** By line, model and release; by shipped units; by the day of release. A leading minus turns it round. */
export const WhereSort = z.enum([...whereSorts, ...whereSorts.map((sort) => `-${sort}` as const)]);
export type WhereSort = z.infer<typeof WhereSort>;

const FoundComponent = z.object({
  id: z.int(),
  name: z.string(),
  version: z.string().nullable(),
  purl: z.string().nullable(),
});

/** A release that contains what is asked for, with the components that answer: at most five of so many. */
export const WhereFound = z.object({
  release: ReleaseRef,
  line: LineRef,
  units: z.int(),
  components: z.array(FoundComponent),
  componentCount: z.int(),
});
export type WhereFound = z.infer<typeof WhereFound>;

const Counted = z.object({ lines: z.int(), models: z.int(), releases: z.int(), units: z.int() });

/** What was understood of a question. */
export const UnderstoodQuestion = z.object({
  by: z.enum(['name', 'purl', 'cpe']),
  /** The name, or the purl or CPE without its version. */
  what: z.string(),
  range: z
    .object({
      from: z.string().nullable(),
      fromIncluded: z.boolean(),
      to: z.string().nullable(),
      toIncluded: z.boolean(),
    })
    .nullable(),
});

export const WhereCounts = z.object({
  asked: UnderstoodQuestion,
  /** How most write the name, in whatever version; null when nothing of that name is known. */
  name: z.string().nullable(),
  /** Distinct components that answer, in a release or not. */
  components: z.int(),
  /** What the filter leaves. */
  filtered: Counted,
  all: Counted,
  field: Counted,
  /** Components of this name whose version cannot be compared with the range, and the releases that contain them. */
  withoutOrder: z.object({ components: z.int(), releases: z.int() }),
});
export type WhereCounts = z.infer<typeof WhereCounts>;

/** A name that components have; releases are counted up to 100. */
export const ComponentName = z.object({ name: z.string(), versions: z.int(), releases: z.int() });
export type ComponentName = z.infer<typeof ComponentName>;
export const mostCountedReleases = 100;

export const componentEndpoints = {
  whereIs: endpoint('product:read')
    .route({ method: 'GET', path: '/components/where', summary: 'Releases that contain a component', tags })
    .input(
      z.object({ ...ComponentQuestion.shape, ...WhereFilter.shape, sort: WhereSort.default('product'), ...paging }),
    )
    .output(pageOf(WhereFound)),
  countWhere: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/components/where/counts',
      summary: 'In how many products, releases and shipped units a component is',
      tags,
    })
    .input(ComponentQuestion.extend(WhereFilter.shape))
    .output(WhereCounts),
  exportWhere: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/components/where/export',
      summary: 'Releases that contain a component, as a file',
      tags,
    })
    .input(z.object({ ...ComponentQuestion.shape, ...WhereFilter.shape, sort: WhereSort.default('product'), ...taken }))
    .output(z.instanceof(File)),
  listComponentNames: endpoint('product:read')
    .route({ method: 'GET', path: '/components', summary: 'Names of components, by a part of the name', tags })
    .input(z.object({ q: z.string().max(200).optional(), ...paging }))
    .output(pageOf(ComponentName)),
  listCommonComponents: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/components/common',
      summary: 'Names of components that are in many of our releases',
      tags,
    })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }))
    .output(z.object({ items: z.array(ComponentName) })),
};
