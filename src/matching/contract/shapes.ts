import { z } from 'zod';

export const ReleaseName = z.object({
  id: z.uuid(),
  slug: z.string(),
  version: z.string(),
  hardware: z.string().nullable(),
  model: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
});
export const ComponentName = z.object({
  id: z.int(),
  name: z.string(),
  version: z.string().nullable(),
});
