import { z } from 'zod';
import { TableFormat } from '#platform/browser/table-format';

export const tags = ['intelligence'];
export const paging = { after: z.string().optional(), limit: z.coerce.number().int().min(1).max(500).default(50) };
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
/** In which form and language a table is taken along. */
export const taken = { format: TableFormat.default('csv'), language: z.enum(['ja', 'en']).default('ja') };
export const Revision = z.int().min(1);
