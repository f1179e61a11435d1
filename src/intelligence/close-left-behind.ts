import type { Tools } from '#access';
import { cutOff } from './model.ts';
import { endImport, listRunning } from './store/imports.ts';
import { holdingRun } from './store/running.ts';
import { readUpload } from './take-records.ts';

// A run begins with its line and is held a moment later; an upload waits for its job first.
const commandAfter = { minutes: 1 };
const uploadAfter = { minutes: 15 };

/** Ends the lines of commands that were killed, and reads uploads that a stop of the server has left waiting. */
export async function closeLeftBehind(tools: Tools): Promise<void> {
  const { db, now } = tools;
  const at = now();
  for (const { id, startedAt, isUpload, counts } of await listRunning(db)) {
    if (Temporal.Instant.compare(startedAt, at.subtract(isUpload ? uploadAfter : commandAfter)) > 0) continue;
    if (isUpload) await readUpload(tools, id);
    else await holdingRun(db, id, () => endImport(db, id, { state: 'failed', at, problem: cutOff, counts }));
  }
}
