import { type RawBuilder, sql } from 'kysely';
import { fold } from '#platform/browser/fold';
import {
  type DependencyFacts,
  type HardwareFacts,
  type PartFacts,
  type PartnerFacts,
  type ReleaseFacts,
  releaseSlugOf,
  type ShipmentFacts,
  type SoldAsFacts,
  type TagFacts,
} from '../../model/registers.ts';
import type { References } from './references.ts';

/** How the entries of a register are stored: every table has id, revision and removed_at besides. */
export type Table<Facts> = {
  name: string;
  /** The facts as JSON, from the table as `t`. */
  facts: RawBuilder<unknown>;
  /** The columns of an entry. */
  row: (facts: Facts, references: References) => Record<string, unknown>;
  /** The columns by which standing entries differ, as text. */
  key: readonly string[];
};

export const hardwareTable: Table<HardwareFacts> = {
  name: 'hardware_revision',
  facts: sql`jsonb_build_object('modelId', t.model_id, 'name', t.name, 'soc', t.soc, 'board', t.board, 'note', t.note)`,
  row: ({ modelId, name, soc, board, note }) => ({
    model_id: modelId,
    name,
    name_folded: fold(name),
    soc,
    board,
    note,
  }),
  key: ['model_id', 'name_folded'],
};

export const releaseTable: Table<ReleaseFacts> = {
  name: 'release',
  facts: sql`jsonb_build_object('modelId', t.model_id, 'hardwareId', t.hardware_id, 'version', t.version, 'state', t.state,
    'releasedOn', t.released_on, 'endedOn', t.ended_on, 'firmwareName', t.firmware_name,
    'firmwareSha256', encode(t.firmware_sha256, 'hex'), 'tags', to_jsonb(t.tags), 'note', t.note)`,
  row: (facts, { hardware }) => ({
    model_id: facts.modelId,
    hardware_id: facts.hardwareId,
    version: facts.version,
    slug: releaseSlugOf(facts.version, hardware.get(facts.hardwareId ?? '')?.name ?? null),
    state: facts.state,
    released_on: facts.releasedOn,
    ended_on: facts.endedOn,
    firmware_name: facts.firmwareName,
    firmware_sha256: facts.firmwareSha256 ? `\\x${facts.firmwareSha256}` : null,
    tags: facts.tags,
    note: facts.note,
  }),
  key: ['model_id', 'slug'],
};

export const partTable: Table<PartFacts> = {
  name: 'release_part',
  facts: sql`jsonb_build_object('releaseId', t.release_id, 'partId', t.part_id, 'note', t.note)`,
  row: ({ releaseId, partId, note }) => ({ release_id: releaseId, part_id: partId, note }),
  key: ['release_id', 'part_id'],
};

export const dependencyTable: Table<DependencyFacts> = {
  name: 'model_dependency',
  facts: sql`jsonb_build_object('modelId', t.model_id, 'onModelId', t.on_model_id, 'note', t.note)`,
  row: ({ modelId, onModelId, note }) => ({ model_id: modelId, on_model_id: onModelId, note }),
  key: ['model_id', 'on_model_id'],
};

export const partnerTable: Table<PartnerFacts> = {
  name: 'partner',
  facts: sql`jsonb_build_object('name', t.name, 'contactPost', t.contact_post, 'email', t.email, 'phone', t.phone, 'note', t.note)`,
  row: ({ name, contactPost, email, phone, note }) => ({
    name,
    name_folded: fold(name),
    contact_post: contactPost,
    email,
    phone,
    note,
  }),
  key: ['name_folded'],
};

export const soldAsTable: Table<SoldAsFacts> = {
  name: 'sold_as',
  facts: sql`jsonb_build_object('modelId', t.model_id, 'partnerId', t.partner_id, 'direction', t.direction, 'name', t.name,
    'partNumbers', to_jsonb(t.part_numbers), 'markets', to_jsonb(t.markets), 'sinceOn', t.since_on, 'untilOn', t.until_on,
    'note', t.note)`,
  row: (facts) => ({
    model_id: facts.modelId,
    partner_id: facts.partnerId,
    direction: facts.direction,
    name: facts.name,
    name_folded: fold(facts.name),
    part_numbers: facts.partNumbers,
    markets: facts.markets,
    since_on: facts.sinceOn,
    until_on: facts.untilOn,
    note: facts.note,
  }),
  key: ['model_id', 'partner_id', 'direction', 'name_folded'],
};

export const shipmentTable: Table<ShipmentFacts> = {
  name: 'shipment',
  facts: sql`jsonb_build_object('releaseId', t.release_id, 'month', to_char(t.month, 'YYYY-MM'), 'region', t.region, 'units', t.units)`,
  row: ({ releaseId, month, region, units }) => ({ release_id: releaseId, month: `${month}-01`, region, units }),
  key: ['release_id', 'month', 'region'],
};

export const tagTable: Table<TagFacts> = {
  name: 'technology_tag',
  facts: sql`jsonb_build_object('name', t.name, 'note', t.note)`,
  row: ({ name, note }) => ({ folded: fold(name), name, note }),
  key: ['folded'],
};
