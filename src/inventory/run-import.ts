import type { Tools } from '#access';
import { collectContents } from './collect-contents.ts';
import { judgeUpload } from './judge-upload.ts';
import { counted } from './sbom/open-document.ts';
import * as store from './store/sbom-imports.ts';
import { findPresentSbom } from './store/sboms.ts';
import { storeSbom } from './store-sbom.ts';

/**
 * Reads an upload that waits: once to judge it, and when it is good once more to keep what stands in it.
 * Nothing of the release changes before the end, so a run that was cut off is run again from the start, and of two
 * runs at once the second to end changes nothing. What goes wrong on our side ends the upload as 'failed'.
 */
export async function runImport(tools: Tools, importId: string): Promise<void> {
  const waiting = await store.findSbomImport(tools.db, importId);
  if (waiting?.state !== 'waiting') return;
  try {
    await read(tools, waiting);
  } catch (problem) {
    const { message, stack } = problem as Error;
    tools.house.log.error({ importId, problem: stack ?? message }, 'import of a bill of materials failed');
    await store.endSbomImport(tools.db, importId, tools.now(), { state: 'failed', problem: message.slice(0, 1_000) });
  }
}

async function read(tools: Tools, waiting: store.SbomImportRow): Promise<void> {
  const { db, now } = tools;
  const present = await findPresentSbom(db, waiting.releaseId);
  const same = present?.sha256.equals(waiting.sha256) && waiting.mapping === null ? present : null;
  // One that came between the two counts once it is read: then the same is stored again, as the newest.
  if (same && !(await store.isAnotherWaiting(db, waiting, same.id))) {
    const { id: sbomId, result } = same;
    await store.endSbomImport(db, waiting.id, now(), { state: 'stored', sbomId, result, mapping: null });
    return store.noteNothingToMatch(db, waiting.id, now());
  }
  const judged = await judgeUpload(tools, waiting, progressOf(tools, waiting.id, 'checking'));
  if (!judged.document) {
    const state = judged.check.unmapped ? 'needs-mapping' : 'refused';
    return store.endSbomImport(db, waiting.id, now(), { state, result: judged.check });
  }
  const onPart = progressOf(tools, waiting.id, 'storing');
  const contents = await collectContents(db, counted(judged.document.read(), onPart));
  await storeSbom(tools, waiting.id, { check: judged.check, mapping: judged.mapping, contents });
}

/** Writes down how many parts have been read, at most once a second. */
function progressOf({ db }: Tools, importId: string, phase: 'checking' | 'storing') {
  let told = performance.now();
  return async (parts: number) => {
    if (performance.now() - told < 1_000) return;
    told = performance.now();
    await store.noteProgress(db, importId, phase, parts);
  };
}
