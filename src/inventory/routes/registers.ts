import type { Tools } from '#access';
import { exportInLine } from '#platform/export-line';
import type { Handlers } from '#platform/http/api';
import type { registerEndpoints } from '../contract/registers.ts';
import * as lists from '../list-registers.ts';
import { dependencies } from '../register/dependencies.ts';
import * as files from '../register/export-lists.ts';
import { hardware } from '../register/hardware.ts';
import { partners } from '../register/partners.ts';
import { parts } from '../register/parts.ts';
import type { Register } from '../register/register.ts';
import { shipments } from '../register/shipments.ts';
import { soldAs } from '../register/sold-as.ts';
import { type AtRevision, createEntry, removeEntry, restoreEntry, updateEntry } from '../register/write-entry.ts';
import { sumShipments } from '../store/list-below-releases.ts';

/** The four ways to write an entry of a register. */
const writing = <Facts extends object>(register: Register<Facts>) => ({
  create: (tools: Tools, facts: Facts) => createEntry(tools, register, facts),
  update: (tools: Tools, { id, revision, ...said }: AtRevision & Partial<Facts>) =>
    updateEntry(tools, register, { id, revision }, said as unknown as Partial<Facts>),
  remove: (tools: Tools, at: AtRevision) => removeEntry(tools, register, at),
  restore: (tools: Tools, at: AtRevision) => restoreEntry(tools, register, at),
});
const ofHardware = writing(hardware);
const ofParts = writing(parts);
const ofDependencies = writing(dependencies);
const ofPartners = writing(partners);
const ofSoldAs = writing(soldAs);
const ofShipments = writing(shipments);

export const registerRoutes: Handlers<typeof registerEndpoints, Tools> = {
  listHardware: lists.listHardware,
  exportHardware: (tools, input) => exportInLine(() => files.exportHardware(tools, input)),
  createHardware: ofHardware.create,
  updateHardware: ofHardware.update,
  removeHardware: ofHardware.remove,
  restoreHardware: ofHardware.restore,
  listReleaseParts: lists.listReleaseParts,
  exportReleaseParts: (tools, input) => exportInLine(() => files.exportReleaseParts(tools, input)),
  createReleasePart: ofParts.create,
  updateReleasePart: ofParts.update,
  removeReleasePart: ofParts.remove,
  restoreReleasePart: ofParts.restore,
  listDependencies: lists.listDependencies,
  exportDependencies: (tools, input) => exportInLine(() => files.exportDependencies(tools, input)),
  createDependency: ofDependencies.create,
  updateDependency: ofDependencies.update,
  removeDependency: ofDependencies.remove,
  restoreDependency: ofDependencies.restore,
  listPartners: lists.listPartners,
  exportPartners: (tools, input) => exportInLine(() => files.exportPartners(tools, input)),
  createPartner: ofPartners.create,
  updatePartner: ofPartners.update,
  removePartner: ofPartners.remove,
  restorePartner: ofPartners.restore,
  listSoldAs: lists.listSoldAs,
  exportSoldAs: (tools, input) => exportInLine(() => files.exportSoldAs(tools, input)),
  createSoldAs: ofSoldAs.create,
  updateSoldAs: ofSoldAs.update,
  removeSoldAs: ofSoldAs.remove,
  restoreSoldAs: ofSoldAs.restore,
  listShipments: lists.listShipments,
  exportShipments: (tools, input) => exportInLine(() => files.exportShipments(tools, input)),
  createShipment: ofShipments.create,
  updateShipment: ofShipments.update,
  removeShipment: ofShipments.remove,
  restoreShipment: ofShipments.restore,
  sumShipments: ({ db }, filter) => sumShipments(db, filter),
  getPartner: (tools, input) => lists.getPartner(tools, input),
};
