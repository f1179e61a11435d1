import { fold } from '#platform/browser/fold';
import type { Transaction } from '#platform/database';
import { addTags, holdTags } from './store/tags.ts';
import { asWellKnown, writtenAs } from './well-known-tags.ts';

/**
 * The tags of one or many things as the list of tags writes them, each list sorted and without doubles: "wpa2" becomes
 * "WPA2" when that stands. What the list does not know joins it, as it is well known or as it was written.
 * Two statements at most, however many things there are; call it in the transaction that writes them.
 * @param said  for each thing, what a person or a file wrote
 * @returns for each thing, in the same order, what is to be stored
 */
export async function canonicalTags(
  transaction: Transaction,
  said: readonly (readonly string[])[],
): Promise<string[][]> {
  const asWritten = new Map(said.flat().map((name) => [fold(name), name.trim()]));
  if (asWritten.size === 0) return said.map(() => []);
  const standing = await holdTags(transaction, [...asWritten.keys()]);
  const nameByFolded = new Map(standing.map(({ folded, name }) => [folded, name]));
  const unheard = [...asWritten].filter(([folded]) => !nameByFolded.has(folded));
  if (unheard.length > 0) {
    const added = await addTags(
      transaction,
      unheard.map(([, name]) => ({ name: asWellKnown(name), note: '' })),
    );
    for (const { folded, name } of added) nameByFolded.set(folded, name);
  }
  return said.map((names) => writtenAs(names, nameByFolded));
}
