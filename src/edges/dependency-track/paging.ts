import { z } from 'zod';

/** Pages are counted from 1; the clients know two pairs of names for the same, and one that counts rows. */
const Asked = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  limit: z.coerce.number().int().min(1).catch(100),
});

const mostRows = 500;

/** Which rows a call asks for: 100 from the beginning when it says nothing, never more than 500. */
export function pageAskedBy(query: URLSearchParams): { offset: number; limit: number } {
  const first = (...names: string[]) => names.map((name) => query.get(name)).find((value) => value !== null);
  const asked = Asked.parse({ page: first('pageNumber', 'page'), limit: first('pageSize', 'limit', 'size') });
  const limit = Math.min(asked.limit, mostRows);
  const offset = z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .safeParse(query.get('offset') ?? undefined);
  return { offset: offset.success ? offset.data : (asked.page - 1) * limit, limit };
}
