const mostEdits = 2;

/**
 * The known name that somebody may have meant by another one: "modelId" is "model", "langauge" is "language".
 * @returns null when none is near
 */
export function nearestName(said: string, known: readonly string[]): string | null {
  const [nearest] = known
    .map((name) => ({ name, edits: editsBetween(coreOf(said), coreOf(name)) }))
    .filter(({ name, edits }) => edits <= mostEdits && edits < coreOf(name).length / 2)
    .sort((one, other) => one.edits - other.edits);
  return nearest?.name ?? null;
}

/** Without what writers of APIs do each in their own way: case, signs between words, "Id", plural. */
const coreOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=..)(ids?|s)$/, '');

/** How many letters have to be put in, taken out or changed to make one word of the other. */
function editsBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (let at = 1; at < before.length; at++) {
      const changed = (before[at - 1] as number) + (other[at - 1] === letter ? 0 : 1);
      now.push(Math.min(changed, (before[at] as number) + 1, (now[at - 1] as number) + 1));
    }
    before = now;
  }
  return before[other.length] as number;
}
