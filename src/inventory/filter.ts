import { z } from 'zod';
import { listOf } from '#platform/browser/list-of';
import { releaseStates } from './model/registers.ts';
import { answers, modelKinds } from './model.ts';

/** What a model owes before a vulnerability can be answered. */
export const lackable = ['owner', 'support', 'sbom'] as const;

/** What can be asked of products, as words of an address: several values with commas between. */
export const ProductFilter = z.object({
  /** Part of a name or part number; half and full width, case and kana do not matter. */
  q: z.string().max(200).optional(),
  line: listOf(z.uuid()).optional(),
  /** These models alone. */
  model: listOf(z.uuid()).optional(),
  kind: listOf(z.enum(modelKinds)).optional(),
  market: listOf(z.string().regex(/^[A-Z]{2}$/)).optional(),
  division: listOf(z.uuid()).optional(),
  owner: listOf(z.uuid()).optional(),
  /** Models that lack any of these. A service or a part built into others is not placed on a market and needs no end of support; sbom: of a release in the field. */
  missing: listOf(z.enum(lackable)).optional(),
  /** Models with a release that stands there. */
  state: listOf(z.enum(releaseStates)).optional(),
  /** Models that a partner sells under its name, or whose models we sell. */
  partner: listOf(z.uuid()).optional(),
  /** Models that carry any of these technologies. */
  tag: listOf(z.string().min(1).max(60)).optional(),
  /** Whether a failure can harm life or body. */
  safety: listOf(z.enum(answers)).optional(),
  /** Models whose signing key these posts keep. */
  keeper: listOf(z.uuid()).optional(),
  /** Whether the model could be built again: all that is needed is named, and the last build is at most twelve months old. */
  build: listOf(z.enum(['can', 'cannot'])).optional(),
  /** Security support has ended, or ends within so many months from today. */
  support: z
    .string()
    .regex(/^(ended|within-([1-9]|[1-9]\d))$/)
    .optional(),
});
export type ProductFilter = z.infer<typeof ProductFilter>;

export const productSorts = ['name', 'security-end', 'part-numbers'] as const;
/** An order; with a leading minus the other way round. */
export const ProductSort = z.enum([...productSorts, ...productSorts.map((sort) => `-${sort}` as const)]);
export type ProductSort = z.infer<typeof ProductSort>;

/** Whether models are asked for at all: a line without any then has no place in the list. */
export function isFiltered(filter: ProductFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value.length > 0);
}
