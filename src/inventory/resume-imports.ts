import type { Tools } from '#access';
import { runImport } from './run-import.ts';
import { listLeftBehind } from './store/sbom-imports.ts';

// Longer than the largest document takes.
const leftBehindAfter = { minutes: 15 };

/** Reads uploads that a stop of the server has left waiting, oldest first. */
export async function resumeImports(tools: Tools): Promise<void> {
  for (const id of await listLeftBehind(tools.db, tools.now().subtract(leftBehindAfter), 20))
    await runImport(tools, id);
}
