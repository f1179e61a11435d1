import { z } from 'zod';
import { Answer, Day, Reason, Tags } from '../model.ts';

/** How many models one change may touch. */
export const mostTogether = 2000;

/** What many models get at once; what is left out stays with each as it is. */
export const TogetherChange = z.object({
  divisionId: z.uuid().nullable().optional(),
  ownerPostId: z.uuid().nullable().optional(),
  safety: Answer.optional(),
  addTags: Tags.optional(),
  removeTags: Tags.optional(),
  securityEndsOn: Day.nullable().optional(),
  /** Needed where a day moves earlier or is taken back. */
  reason: Reason.default(''),
});
export type TogetherChange = z.infer<typeof TogetherChange>;

/** What a change of many would do, before it is done. */
export const TogetherPreview = z.object({
  changed: z.int(),
  /** Already as they would be. */
  same: z.int(),
  /** Of a division in which the caller may not change anything. */
  foreign: z.object({ count: z.int(), names: z.array(z.string()) }),
  /** The end of support moves earlier or is taken back, so that a reason is needed. */
  earlier: z.object({ count: z.int(), names: z.array(z.string()) }),
});
export type TogetherPreview = z.infer<typeof TogetherPreview>;
