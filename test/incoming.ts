import type { Statement } from '#intelligence/pure';
import type { Incoming } from '../src/intelligence/import-records.ts';

/** A statement as an import comes to it: its bytes are its own JSON. */
export const aRecordOf = (statement: Statement): Incoming => ({
  ...{ kind: 'record', file: 'records.json', place: `/${statement.externalId}`, source: statement.source },
  bytes: new TextEncoder().encode(JSON.stringify(statement)),
  read: () => ({ statement }),
});

/** These one after the other; before the place `failAfter` the stream breaks. */
export async function* streamOf(
  items: readonly Incoming[],
  failAfter = Number.POSITIVE_INFINITY,
): AsyncGenerator<Incoming> {
  for (const [place, item] of items.entries()) {
    if (place === failAfter) throw new Error('cut off');
    yield item;
  }
}
