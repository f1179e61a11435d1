import type { Figure } from '../../src/cli/run-benches.ts';

const times = 60;

/** 60 or more calls, four at once unless said otherwise; each way as often as the others. */
export async function p95(what: string, limit: number, ways: (() => Promise<unknown>)[], callers = 4): Promise<Figure> {
  const calls = Array.from({ length: Math.ceil(times / ways.length) }, () => ways).flat();
  const taken: number[] = [];
  const caller = async () => {
    for (let call = calls.shift(); call; call = calls.shift()) {
      const started = performance.now();
      await call();
      taken.push(performance.now() - started);
    }
  };
  for (const way of ways) await way();
  await Promise.all(Array.from({ length: callers }, caller));
  taken.sort((a, b) => a - b);
  return { what: `${what}, p95`, value: Math.round(taken[Math.floor(taken.length * 0.95)] ?? 0), unit: 'ms', limit };
}

/** The middle one of these, the higher of two. */
export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A page of a list that goes on by its cursor. */
export type List = (page: { after?: string | undefined; limit: number }) => Promise<{ next: string | null }>;

/** The pages 1, 2 and 50 of these lists, each asked for in all of its ways. */
export async function listPages(lists: Record<string, List[]>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, calls] of Object.entries(lists)) {
    for (const number of [1, 2, 50]) {
      const pages: (() => Promise<unknown>)[] = [];
      for (const call of calls) pages.push(await pageNumber(call, number));
      figures.push(await p95(`list of ${name}, page ${number}, ${calls.length} ways`, 300, pages));
    }
  }
  return figures;
}

/** The call for page `number`; the last one where a list is shorter. */
async function pageNumber(list: List, number: number): Promise<() => Promise<unknown>> {
  let after: string | undefined;
  for (let page = 1; page < number; page++) {
    const { next } = await list({ limit: 50, after });
    if (next === null) break;
    after = next;
  }
  return () => list({ limit: 50, after });
}
