import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SbomCheck } from './check.ts';
import type { KeptDocument } from './open-here.ts';
import type { SbomItem } from './parts.ts';

export type ReadingRequest = { kept: KeptDocument; what: 'check' | 'items' };
export type ReadingMessage = { parts: number } | { check: SbomCheck } | { items: SbomItem[] } | { end: true };

// Enough for the largest document of every format; a thread that needs more ends, and not the server.
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** What a thread of its own tells of a document; it goes on when the message is done with. @throws what goes wrong there */
export async function* readApart(request: ReadingRequest): AsyncGenerator<ReadingMessage> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: request, resourceLimits });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      if ('end' in message) return;
      yield message;
      worker.postMessage('next');
    }
    throw new Error('The thread that reads ended before its end');
  } finally {
    await worker.terminate();
  }
}
