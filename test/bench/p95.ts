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
