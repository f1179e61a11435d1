import { z } from 'zod';
import { listOf } from '#platform/browser/list-of';
import { modelKinds } from '../model.ts';
import { Region } from './regions.ts';
import { Direction, Month, releaseStates } from './registers.ts';

const q = z.string().max(200).optional();
const model = listOf(z.uuid()).optional();
const line = listOf(z.uuid()).optional();

/** What can be asked of releases, as words of an address: several values with commas between. */
export const ReleaseFilter = z.object({
  /** Part of a version, a model's name or the name of a firmware file, or the beginning of its SHA-256. */
  q,
  line,
  model,
  hardware: listOf(z.uuid()).optional(),
  /** A version as addresses have it, on whatever hardware: "3.2.0" is that of 3.2.0@lan too. */
  version: z.string().min(1).max(500).optional(),
  state: listOf(z.enum(releaseStates)).optional(),
  kind: listOf(z.enum(modelKinds)).optional(),
  /** Releases that have any of these technologies, themselves or by their model. */
  tag: listOf(z.string().min(1).max(60)).optional(),
  /** Releases that lack a bill of materials, or have components without usable identity. */
  missing: listOf(z.enum(['sbom', 'identity'])).optional(),
});
export type ReleaseFilter = z.infer<typeof ReleaseFilter>;

export const releaseSorts = ['date', 'name', 'units'] as const;
/** An order; with a leading minus the other way round. */
export const ReleaseSort = z.enum([...releaseSorts, ...releaseSorts.map((sort) => `-${sort}` as const)]);
export type ReleaseSort = z.infer<typeof ReleaseSort>;

export const HardwareFilter = z.object({ q, line, model });
export type HardwareFilter = z.infer<typeof HardwareFilter>;

/** `release`: what it contains; `part`: what contains it. */
export const PartFilter = z.object({ release: listOf(z.uuid()).optional(), part: listOf(z.uuid()).optional(), model });
export type PartFilter = z.infer<typeof PartFilter>;

/** `model`: what it needs; `on`: who needs it. */
export const DependencyFilter = z.object({ model, on: listOf(z.uuid()).optional() });
export type DependencyFilter = z.infer<typeof DependencyFilter>;

export const PartnerFilter = z.object({ q });
export type PartnerFilter = z.infer<typeof PartnerFilter>;

export const SoldAsFilter = z.object({
  q,
  line,
  model,
  partner: listOf(z.uuid()).optional(),
  direction: Direction.optional(),
});
export type SoldAsFilter = z.infer<typeof SoldAsFilter>;

/** `from` and `to` are months, both included. */
export const ShipmentFilter = z.object({
  line,
  model,
  release: listOf(z.uuid()).optional(),
  region: listOf(Region).optional(),
  from: Month.optional(),
  to: Month.optional(),
});
export type ShipmentFilter = z.infer<typeof ShipmentFilter>;
