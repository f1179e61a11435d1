import { checkItems, type SbomCheck } from './check.ts';
import { type KeptDocument, openHere } from './open-here.ts';
import type { SbomItem } from './parts.ts';
import { readApart } from './read-apart.ts';

/** A document that can be judged and read, each as often as one likes. */
export type OpenDocument = {
  /** @param onPart  told now and then how many parts have been read */
  check: (onPart: OnPart) => Promise<SbomCheck>;
  read: () => AsyncIterable<SbomItem>;
};
export type OnPart = (parts: number) => Promise<void>;

// A larger one would keep everybody waiting, and leave the memory of the server large for ever.
const readHereBytes = 4 * 1024 * 1024;

/** Opens a kept file; a large one is read in a thread of its own, within memory of its own. The refusal, when it cannot be read. */
export async function openDocument(kept: KeptDocument): Promise<OpenDocument | { refused: SbomCheck }> {
  const here = await openHere(kept);
  if ('refused' in here) return here;
  if (here.sizeBytes > readHereBytes)
    return { check: (onPart) => checkApart(kept, onPart), read: () => itemsApart(kept) };
  const { read } = here;
  return { check: (onPart) => checkItems(kept.fileName, counted(read(), onPart)), read };
}

async function checkApart(kept: KeptDocument, onPart: OnPart): Promise<SbomCheck> {
  for await (const message of readApart({ kept, what: 'check' })) {
    if ('check' in message) return message.check;
    if ('parts' in message) await onPart(message.parts);
  }
  throw new Error('The thread that reads ended before its end');
}

async function* itemsApart(kept: KeptDocument): AsyncGenerator<SbomItem> {
  for await (const message of readApart({ kept, what: 'items' })) if ('items' in message) yield* message.items;
}

/** The same items, telling how many parts have passed. */
export async function* counted(items: AsyncIterable<SbomItem>, onPart: OnPart): AsyncGenerator<SbomItem> {
  let parts = 0;
  for await (const item of items) {
    if (item.is === 'part') await onPart(++parts);
    yield item;
  }
}
