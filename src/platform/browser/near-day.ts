import { z } from 'zod';

/** A day without time from 1900 to 2999, e.g. "2026-11-23": further away the start of a day is an instant that no database has. */
export const NearDay = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2999-12-31', 'a day from 1900 to 2999');
