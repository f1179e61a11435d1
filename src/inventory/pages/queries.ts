import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { inventory } from '#inventory/contract';
import { organization } from '#organization/contract';
import { clientOf } from '#platform/browser/client';

export const products = clientOf(inventory);
const company = clientOf(organization);

/** What is asked of products, in the words of the address; what is not asked is absent. */
export type Asked = Partial<
  Record<
    | 'q'
    | 'line'
    | 'kind'
    | 'state'
    | 'partner'
    | 'market'
    | 'division'
    | 'owner'
    | 'missing'
    | 'support'
    | 'tag'
    | 'safety'
    | 'build'
    | 'keeper',
    string
  >
>;
export type SortWord = 'name' | '-name' | 'security-end' | '-security-end' | 'part-numbers' | '-part-numbers';

/** Everything of the inventory; invalidated together after each change. */
export const everything = ['inventory'] as const;
const perBranch = 200;

export const countsQuery = (asked: Asked) =>
  queryOptions({
    queryKey: [...everything, 'counts', asked],
    queryFn: () => products.countProducts(asked),
    placeholderData: keepPreviousData,
  });

export const linesQuery = (asked: Asked, sort: SortWord) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'lines', asked, sort],
    queryFn: ({ pageParam }) =>
      products.listLines({ ...asked, sort, limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

type Page<Item> = { items: Item[]; next: string | null };

/** The first pages of a list together, and whether there is more. */
async function firstPages<Item>(pages: number, read: (after: { after?: string }) => Promise<Page<Item>>) {
  const items: Item[] = [];
  let next: string | null = '';
  for (let page = 0; page < pages && next !== null; page++) {
    const answer: Page<Item> = await read(next ? { after: next } : {});
    items.push(...answer.items);
    next = answer.next;
  }
  return { items, hasMore: next !== null };
}

/** The first models of a line, `pages` times 200 of them. */
export const branchQuery = (asked: Asked, sort: SortWord, line: string, pages: number) =>
  queryOptions({
    queryKey: [...everything, 'models', asked, sort, line, pages],
    queryFn: () =>
      firstPages(pages, (after) => products.listModels({ ...asked, line, sort, limit: perBranch, ...after })),
    placeholderData: keepPreviousData,
  });

/** The newest releases of a model, in these states where they are asked for, `pages` times 50 of them. */
export const releasesQuery = (model: string, state: string | undefined, pages: number) =>
  queryOptions({
    queryKey: [...everything, 'releases-of', model, state, pages],
    queryFn: () =>
      firstPages(pages, (after) =>
        products.listReleases({ model, ...(state ? { state } : {}), sort: '-date', limit: 50, ...after }),
      ),
    placeholderData: keepPreviousData,
  });

export const numbersQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...everything, 'part-numbers', q],
    queryFn: ({ pageParam }) =>
      products.listPartNumbers({ ...(q ? { q } : {}), limit: 100, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const modelQuery = (id: string) =>
  queryOptions({ queryKey: [...everything, 'model', id], queryFn: () => products.getModel({ id }) });

export const importsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...everything, 'imports'],
    queryFn: ({ pageParam }) => products.listImports({ limit: 20, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const divisionsQuery = queryOptions({ queryKey: ['divisions'], queryFn: () => company.listDivisions() });

/** All posts with their divisions, for choosing an owner. */
export const postsQuery = queryOptions({
  queryKey: ['posts', 'all'],
  queryFn: () => company.listPosts({ limit: 500 }),
});

/** All models by name, for choosing a successor. */
export const successorsQuery = queryOptions({
  queryKey: [...everything, 'successors'],
  queryFn: () => products.listModels({ sort: 'name', limit: 500 }),
});
