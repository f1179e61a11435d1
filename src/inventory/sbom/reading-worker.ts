// The thread that reads one large document; see read-apart.ts.
import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { checkItems } from './check.ts';
import { openHere } from './open-here.ts';
import type { SbomItem } from './parts.ts';
import type { ReadingMessage, ReadingRequest } from './read-apart.ts';

const { kept, what } = workerData as ReadingRequest;
const port = parentPort as MessagePort;
const partsOfMessage = 250;
const itemsOfMessage = 2_000;

const document = await openHere(kept);
if ('refused' in document) await send({ check: document.refused });
else if (what === 'check') await send({ check: await checkItems(kept.fileName, told(document.read())) });
else await sendItems(document.read());
port.postMessage({ end: true } satisfies ReadingMessage);

async function sendItems(items: AsyncIterable<SbomItem>): Promise<void> {
  let waiting: SbomItem[] = [];
  let parts = 0;
  for await (const item of items) {
    waiting.push(item);
    if (item.is === 'part') parts++;
    // A part weighs as much as many edges.
    if (parts < partsOfMessage && waiting.length < itemsOfMessage) continue;
    await send({ items: waiting });
    waiting = [];
    parts = 0;
  }
  await send({ items: waiting });
}

async function* told(items: AsyncIterable<SbomItem>): AsyncGenerator<SbomItem> {
  let parts = 0;
  for await (const item of items) {
    if (item.is === 'part' && ++parts % 1_000 === 0) await send({ parts });
    yield item;
  }
}

/** One message at a time: whoever reads faster than it is stored would hold the document twice. */
async function send(message: ReadingMessage): Promise<void> {
  const done = once(port, 'message');
  port.postMessage(message);
  await done;
}
