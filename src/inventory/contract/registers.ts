import { z } from 'zod';
import { endpoint } from '#access/model';
import {
  DependencyFilter,
  HardwareFilter,
  PartFilter,
  PartnerFilter,
  ShipmentFilter,
  SoldAsFilter,
} from '../model/register-filters.ts';
import {
  DependencyFacts,
  Direction,
  HardwareFacts,
  PartFacts,
  PartnerFacts,
  ShipmentFacts,
  SoldAsFacts,
} from '../model/registers.ts';
import { Day, ModelKind } from '../model.ts';
import { AtRevision, Id, LineRef, ModelRef, pageOf, paging, ReleaseRef, Revision, tags, taken } from './shapes.ts';

const listed = { id: z.uuid(), revision: Revision };
const OfModel = ModelRef.extend({ kind: ModelKind });

export const ListedHardware = z.object({
  ...listed,
  model: OfModel,
  name: z.string(),
  soc: z.string(),
  board: z.string(),
  note: z.string(),
  /** Standing releases for it. */
  releases: z.int(),
});
export type ListedHardware = z.infer<typeof ListedHardware>;

export const ListedPart = z.object({ ...listed, release: ReleaseRef, part: ReleaseRef, note: z.string() });
export type ListedPart = z.infer<typeof ListedPart>;

export const ListedDependency = z.object({ ...listed, model: OfModel, on: OfModel, note: z.string() });
export type ListedDependency = z.infer<typeof ListedDependency>;

export const ListedPartner = z.object({
  ...listed,
  name: z.string(),
  contactPost: z.string(),
  email: z.string(),
  phone: z.string(),
  note: z.string(),
  /** How many of ours stand under its name, and of its under ours. */
  oursUnderTheirs: z.int(),
  theirsUnderOurs: z.int(),
});
export type ListedPartner = z.infer<typeof ListedPartner>;

export const ListedSoldAs = z.object({
  ...listed,
  model: OfModel,
  line: LineRef,
  partner: z.object({
    id: z.uuid(),
    name: z.string(),
    contactPost: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  direction: Direction,
  name: z.string(),
  partNumbers: z.array(z.string()),
  markets: z.array(z.string()),
  sinceOn: Day.nullable(),
  untilOn: Day.nullable(),
  note: z.string(),
});
export type ListedSoldAs = z.infer<typeof ListedSoldAs>;

export const ListedShipment = z.object({
  ...listed,
  release: ReleaseRef,
  month: z.string(),
  region: z.string(),
  units: z.int(),
});
export type ListedShipment = z.infer<typeof ListedShipment>;

const ShipmentTotals = z.object({
  units: z.int(),
  releases: z.int(),
  byRegion: z.array(z.object({ region: z.string(), units: z.int() })),
  /** By month, oldest first. */
  byMonth: z.array(z.object({ month: z.string(), units: z.int() })),
});
export type ShipmentTotals = z.infer<typeof ShipmentTotals>;

/** What can be done with the entries of a register: the same for each of them. */
function entriesOf<
  Filter extends z.ZodRawShape,
  Item extends z.ZodType,
  Facts extends z.ZodType,
  Said extends z.ZodRawShape,
>(
  path: `/${string}`,
  what: string,
  shape: { filter: z.ZodObject<Filter>; item: Item; facts: Facts; said: z.ZodObject<Said> },
) {
  return {
    list: endpoint('product:read')
      .route({ method: 'GET', path, summary: `All of ${what}, or some`, tags })
      .input(z.object({ ...shape.filter.shape, ...paging }))
      .output(pageOf(shape.item)),
    export: endpoint('product:read')
      .route({ method: 'GET', path: `${path}/export`, summary: `A file of ${what} that can be imported again`, tags })
      .input(z.object({ ...shape.filter.shape, ...taken }))
      .output(z.instanceof(File)),
    create: endpoint('product:write')
      .route({ method: 'POST', path, summary: `Add one to ${what}`, tags })
      .input(shape.facts)
      .output(AtRevision),
    update: endpoint('product:write')
      .route({ method: 'PUT', path: `${path}/{id}`, summary: `Change one of ${what}`, tags })
      .input(z.object({ ...AtRevision.shape, ...shape.said.shape }))
      .output(AtRevision),
    remove: endpoint('product:write')
      .route({ method: 'POST', path: `${path}/{id}/removal`, summary: `Remove one of ${what}`, tags })
      .input(AtRevision)
      .output(AtRevision),
    restore: endpoint('product:write')
      .route({ method: 'POST', path: `${path}/{id}/restoration`, summary: `Bring back one of ${what}`, tags })
      .input(AtRevision)
      .output(AtRevision),
  };
}

const hardware = entriesOf('/hardware', 'hardware revisions', {
  filter: HardwareFilter,
  item: ListedHardware,
  facts: HardwareFacts,
  said: HardwareFacts.omit({ modelId: true }),
});
const parts = entriesOf('/release-parts', 'what releases contain', {
  filter: PartFilter,
  item: ListedPart,
  facts: PartFacts,
  said: PartFacts.pick({ note: true }),
});
const dependencies = entriesOf('/model-dependencies', 'what models need', {
  filter: DependencyFilter,
  item: ListedDependency,
  facts: DependencyFacts,
  said: DependencyFacts.pick({ note: true }),
});
const partners = entriesOf('/partners', 'partners', {
  filter: PartnerFilter,
  item: ListedPartner,
  facts: PartnerFacts,
  said: PartnerFacts,
});
const soldAs = entriesOf('/sold-as', 'names at partners', {
  filter: SoldAsFilter,
  item: ListedSoldAs,
  facts: SoldAsFacts,
  said: SoldAsFacts.omit({ modelId: true }),
});
const shipments = entriesOf('/shipments', 'shipments', {
  filter: ShipmentFilter,
  item: ListedShipment,
  facts: ShipmentFacts,
  said: ShipmentFacts.omit({ releaseId: true }),
});

export const registerEndpoints = {
  listHardware: hardware.list,
  exportHardware: hardware.export,
  createHardware: hardware.create,
  updateHardware: hardware.update,
  removeHardware: hardware.remove,
  restoreHardware: hardware.restore,
  listReleaseParts: parts.list,
  exportReleaseParts: parts.export,
  createReleasePart: parts.create,
  updateReleasePart: parts.update,
  removeReleasePart: parts.remove,
  restoreReleasePart: parts.restore,
  listDependencies: dependencies.list,
  exportDependencies: dependencies.export,
  createDependency: dependencies.create,
  updateDependency: dependencies.update,
  removeDependency: dependencies.remove,
  restoreDependency: dependencies.restore,
  listPartners: partners.list,
  exportPartners: partners.export,
  createPartner: partners.create,
  updatePartner: partners.update,
  removePartner: partners.remove,
  restorePartner: partners.restore,
  listSoldAs: soldAs.list,
  exportSoldAs: soldAs.export,
  createSoldAs: soldAs.create,
  updateSoldAs: soldAs.update,
  removeSoldAs: soldAs.remove,
  restoreSoldAs: soldAs.restore,
  listShipments: shipments.list,
  exportShipments: shipments.export,
  createShipment: shipments.create,
  updateShipment: shipments.update,
  removeShipment: shipments.remove,
  restoreShipment: shipments.restore,
  sumShipments: endpoint('product:read')
    .route({ method: 'GET', path: '/shipments/totals', summary: 'Units by region and month', tags })
    .input(ShipmentFilter)
    .output(ShipmentTotals),
  getPartner: endpoint('product:read')
    .route({ method: 'GET', path: '/partners/{id}', summary: 'A partner with all names under which is sold', tags })
    .input(Id)
    .output(ListedPartner.extend({ soldAs: z.array(ListedSoldAs), mayChange: z.boolean() })),
};
