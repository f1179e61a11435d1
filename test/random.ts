/** A stream of numbers that follows from its seed: the same choices again for the same seed. */
export type Random = {
  /** 0 ≤ n < below */
  int: (below: number) => number;
  pick: <T>(items: readonly T[]) => T;
};

/** @source Mulberry32 by Tommy Ettinger, public domain: 32 bits of state, passes gjrand */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from');
      return items[int(items.length)] as (typeof items)[number];
    },
  };
}

/** The seed of this run: MAMORI_SEED, so that a run can be repeated, or a fixed one. */
export const seedOfRun = (otherwise: number): number => Number(process.env.MAMORI_SEED ?? otherwise);
