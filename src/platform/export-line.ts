import { Refusal } from './errors.ts';

/** Runs work when its turn comes, in the order of asking. @throws Refusal 'too-many' when the turn does not come in time */
export type Line = <T>(work: () => Promise<T>) => Promise<T>;

/** A line for work that needs much memory: so many at once, and whoever waits longer than `waitMs` is sent away. */
export function openLine({ atOnce, waitMs }: { atOnce: number; waitMs: number }): Line {
  let running = 0;
  const waiting: (() => void)[] = [];

  function turn(): Promise<void> {
    if (running < atOnce) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1);
        const retryAfterS = Math.ceil(waitMs / 1000);
        reject(new Refusal('too-many', 'Other exports are running; try again in a while.', { retryAfterS }));
      }, waitMs);
      waiting.push(begin);
    });
  }

  // Whoever ends hands the place over, so that nobody who comes now slips in before those who wait.
  function end(): void {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      end();
    }
  };
}

/** The line in which every export of this server stands that holds all its rows at once. */
export const exportInLine = openLine({ atOnce: 2, waitMs: 15_000 });
