/** What became of several deeds: how many were done, and why the first of the others was not. */
export type Outcome = { done: number; refused: unknown };

/**
 * Does the same for several, each in a transaction of its own: what is refused for one keeps the others from nothing.
 * @throws what was refused when none was done
 */
export async function oneByOne<T>(all: readonly T[], deed: (one: T) => Promise<unknown>): Promise<Outcome> {
  const outcome: Outcome = { done: 0, refused: undefined };
  for (const one of all)
    try {
      await deed(one);
      outcome.done += 1;
    } catch (thrown) {
      outcome.refused ??= thrown;
    }
  if (outcome.done === 0 && outcome.refused !== undefined) throw outcome.refused;
  return outcome;
}
