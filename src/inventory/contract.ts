import { z } from 'zod';
import { endpoint } from '#access/model';
import { componentEndpoints } from './contract/components.ts';
import { exportEndpoints } from './contract/exports.ts';
import { registerImportEndpoints } from './contract/register-imports.ts';
import { registerEndpoints } from './contract/registers.ts';
import { releaseComponentEndpoints } from './contract/release-components.ts';
import { releaseEndpoints } from './contract/releases.ts';
import { sbomEndpoints } from './contract/sboms.ts';
import {
  AtRevision,
  Id,
  ImportHead,
  LineRef,
  ModelRef,
  Owner,
  pageOf,
  paging,
  Revision,
  releaseCounts,
  tags,
  taken,
} from './contract/shapes.ts';
import { startEndpoints } from './contract/start.ts';
import { tagEndpoints } from './contract/tags.ts';
import { togetherEndpoints } from './contract/together.ts';
import { ProductFilter, ProductSort } from './filter.ts';
import {
  Answer,
  Day,
  ModelInput,
  ModelKind,
  NewModel,
  PartNumber,
  ProductName,
  Reason,
  SupportDateKind,
  UpdateHow,
} from './model.ts';
import { Preview } from './preview.ts';
import { buildGaps } from './rebuilding.ts';

const listing = { ...ProductFilter.shape, sort: ProductSort.default('name'), ...paging };

export type { StartOfProducts } from './contract/start.ts';
export { Owner };

export const ListedLine = z.object({
  id: z.uuid(),
  name: z.string(),
  revision: Revision,
  models: z.int(),
  /** Of these: apps and services. */
  others: z.int(),
  partNumbers: z.int(),
  nextSecurityEndOn: Day.nullable(),
  ended: z.int(),
  lacking: z.int(),
  owners: z.array(Owner),
  ...releaseCounts,
});
export type ListedLine = z.infer<typeof ListedLine>;

export const ListedModel = z.object({
  ...ModelRef.shape,
  revision: Revision,
  line: LineRef,
  kind: ModelKind,
  /** The first line of its note. */
  note: z.string(),
  markets: z.array(z.string()),
  partNumbers: z.int(),
  ...releaseCounts,
  owner: Owner.nullable(),
  securityEndsOn: Day.nullable(),
  successor: ModelRef.nullable(),
  /** Whether a failure can harm life or body. */
  safety: Answer,
  rebuiltOn: Day.nullable(),
  /** What would have to be known to build it again, beside a recent build. */
  buildGaps: z.array(z.enum(buildGaps)),
});
export type ListedModel = z.infer<typeof ListedModel>;

export const ListedPartNumber = z.object({
  id: z.uuid(),
  number: z.string(),
  note: z.string(),
  model: ModelRef,
  line: LineRef,
  securityEndsOn: Day.nullable(),
});
export type ListedPartNumber = z.infer<typeof ListedPartNumber>;

const Totals = z.object({
  lines: z.int(),
  device: z.int(),
  module: z.int(),
  app: z.int(),
  service: z.int(),
  partNumbers: z.int(),
  ended: z.int(),
  soon: z.int(),
  lacking: z.int(),
  releases: z.int(),
  /** Releases in the field that have neither a bill of materials nor a part entered by hand. */
  withoutSbom: z.int(),
  units: z.int(),
});
/** Everything that stands, and what the filter leaves of it; each thing counted once. */
export const ProductCounts = z.object({
  today: Day,
  all: Totals,
  filtered: Totals,
  /** Countries in which anything is sold. */
  markets: z.array(z.string()),
});
export type ProductCounts = z.infer<typeof ProductCounts>;

const SupportChange = z.object({
  from: Day.nullable(),
  to: Day.nullable(),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  how: z.enum(['create', 'update', 'support-date', 'part-numbers', 'remove', 'restore', 'import', 'undo']),
});
const SupportDate = z.object({ kind: SupportDateKind, endsOn: Day.nullable(), history: z.array(SupportChange) });

export const ModelPage = z.object({
  ...ModelRef.shape,
  revision: Revision,
  removed: z.boolean(),
  line: z.object({ id: z.uuid(), name: z.string(), revision: Revision }),
  kind: ModelKind,
  owner: Owner.nullable(),
  division: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  markets: z.array(z.string()),
  updateHow: UpdateHow,
  updateAutomatic: Answer,
  updateSigned: Answer,
  updateRollback: Answer,
  successor: ModelRef.nullable(),
  predecessors: z.array(ModelRef),
  note: z.string(),
  safety: Answer,
  tags: z.array(z.string()),
  buildSource: z.string(),
  buildToolchain: z.string(),
  /** The post that keeps the signing key. */
  buildKeyKeeper: Owner.nullable(),
  buildPeople: z.string(),
  rebuiltOn: Day.nullable(),
  partNumbers: z.array(z.object({ id: z.uuid(), number: z.string(), note: z.string() })),
  supportDates: z.array(SupportDate),
  changed: z.object({ at: z.string(), by: z.string() }).nullable(),
  mayChange: z.boolean(),
  today: Day,
});
export type ModelPage = z.infer<typeof ModelPage>;

const ImportRef = ImportHead.extend({ counts: Preview.shape.counts });
export type ImportRef = z.infer<typeof ImportRef>;
export const ImportPreview = z.object({ id: z.uuid(), expiresAt: z.string(), canApply: z.boolean(), preview: Preview });
export type ImportPreview = z.infer<typeof ImportPreview>;

const Found = z.object({
  kind: z.enum(['line', 'model', 'part-number', 'sold-as', 'release']),
  id: z.uuid(),
  title: z.string(),
  sub: z.string(),
  path: z.string(),
});

const Done = z.object({ id: z.uuid(), lines: z.int(), models: z.int() });

export const inventory = {
  listLines: endpoint('product:read')
    .route({ method: 'GET', path: '/products/lines', summary: 'Product lines with counts', tags })
    .input(z.object(listing))
    .output(pageOf(ListedLine)),
  createLine: endpoint('product:write')
    .route({ method: 'POST', path: '/products/lines', summary: 'Make a product line', tags })
    .input(z.object({ name: ProductName }))
    .output(z.object({ id: z.uuid(), name: z.string(), revision: Revision })),
  renameLine: endpoint('product:write')
    .route({ method: 'PATCH', path: '/products/lines/{id}', summary: 'Rename a product line', tags })
    .input(AtRevision.extend({ name: ProductName }))
    .output(z.object({ id: z.uuid(), name: z.string(), revision: Revision })),
  removeLine: endpoint('product:write')
    .route({ method: 'POST', path: '/products/lines/{id}/removal', summary: 'Remove an empty product line', tags })
    .input(AtRevision)
    .output(AtRevision),
  restoreLine: endpoint('product:write')
    .route({ method: 'POST', path: '/products/lines/{id}/restoration', summary: 'Bring back a product line', tags })
    .input(AtRevision)
    .output(AtRevision),
  listModels: endpoint('product:read')
    .route({ method: 'GET', path: '/products/models', summary: 'Models of all lines, or of some', tags })
    .input(z.object(listing))
    .output(pageOf(ListedModel)),
  createModel: endpoint('product:write')
    .route({ method: 'POST', path: '/products/models', summary: 'Make a model', tags })
    .input(NewModel)
    .output(z.object({ id: z.uuid(), slug: z.string(), revision: Revision })),
  getModel: endpoint('product:read')
    .route({ method: 'GET', path: '/products/models/{id}', summary: 'A model with the history of its end dates', tags })
    .input(z.object({ id: z.string().min(1).max(300) }))
    .output(ModelPage),
  updateModel: endpoint('product:write')
    .route({ method: 'PUT', path: '/products/models/{id}', summary: 'Change what is said about a model', tags })
    .input(AtRevision.extend(ModelInput.shape))
    .output(AtRevision.extend({ slug: z.string() })),
  removeModel: endpoint('product:write')
    .route({ method: 'POST', path: '/products/models/{id}/removal', summary: 'Remove a model', tags })
    .input(AtRevision)
    .output(AtRevision),
  restoreModel: endpoint('product:write')
    .route({ method: 'POST', path: '/products/models/{id}/restoration', summary: 'Bring back a removed model', tags })
    .input(AtRevision)
    .output(AtRevision),
  replacePartNumbers: endpoint('product:write')
    .route({
      method: 'PUT',
      path: '/products/models/{id}/part-numbers',
      summary: 'Replace the part numbers of a model',
      tags,
    })
    .input(AtRevision.extend({ partNumbers: z.array(PartNumber).max(1000) }))
    .output(AtRevision),
  setSupportDate: endpoint('product:write')
    .route({
      method: 'PUT',
      path: '/products/models/{id}/support-dates/{kind}',
      summary: 'Set one of the four end dates',
      tags,
    })
    .input(AtRevision.extend({ kind: SupportDateKind, endsOn: Day.nullable(), reason: Reason.default('') }))
    .output(AtRevision),
  listPartNumbers: endpoint('product:read')
    .route({ method: 'GET', path: '/products/part-numbers', summary: 'Part numbers with their models', tags })
    .input(z.object({ q: z.string().max(200).optional(), ...paging }))
    .output(pageOf(ListedPartNumber)),
  countProducts: endpoint('product:read')
    .route({ method: 'GET', path: '/products/counts', summary: 'How many products there are, each counted once', tags })
    .input(ProductFilter)
    .output(ProductCounts),
  exportProducts: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/export',
      summary: 'The products as a file that can be imported again',
      tags,
    })
    .input(z.object({ ...ProductFilter.shape, ...taken }))
    .output(z.instanceof(File)),
  exportSample: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/products/import-sample',
      summary: 'A small file that shows how to write products',
      tags,
    })
    .input(z.object(taken))
    .output(z.instanceof(File)),
  previewImport: endpoint('product:write')
    .route({ method: 'POST', path: '/products/imports', summary: 'Read a file and say what it would change', tags })
    .input(z.object({ file: z.file() }))
    .output(ImportPreview),
  getImport: endpoint('product:write')
    .route({
      method: 'GET',
      path: '/products/imports/{id}',
      summary: 'An import with what it would change or has changed',
      tags,
    })
    .input(Id)
    .output(ImportRef.extend({ preview: Preview, canApply: z.boolean() })),
  listImports: endpoint('product:write')
    .route({ method: 'GET', path: '/products/imports', summary: 'Imports that changed something, newest first', tags })
    .input(z.object(paging))
    .output(pageOf(ImportRef)),
  applyImport: endpoint('product:write')
    .route({ method: 'POST', path: '/products/imports/{id}/application', summary: 'Do what the preview said', tags })
    .input(Id)
    .output(Done),
  undoImport: endpoint('product:write')
    .route({ method: 'POST', path: '/products/imports/{id}/undo', summary: 'Take an import back', tags })
    .input(Id)
    .output(Done),
  search: endpoint('product:read')
    .route({
      method: 'GET',
      path: '/search/inventory',
      summary: 'Lines, models, part numbers, names at partners and releases by a part of them',
      tags,
    })
    .input(z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(8) }))
    .output(z.object({ items: z.array(Found) })),
  ...togetherEndpoints,
  ...tagEndpoints,
  ...componentEndpoints,
  ...releaseEndpoints,
  ...registerEndpoints,
  ...registerImportEndpoints,
  ...exportEndpoints,
  ...sbomEndpoints,
  ...releaseComponentEndpoints,
  ...startEndpoints,
};
