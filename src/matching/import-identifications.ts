import { createHash } from 'node:crypto';
import { recordAudit, type Tools } from '#access';
import { newId } from '#platform/ids';
import type { ImportedIdentities, RowRefusal } from './contract/identities.ts';
import { keysOfPair } from './identity/candidates.ts';
import { type FileRow, readIdentityFile } from './read-identity-file.ts';
import { isSame, type ReadWords, readWords, standingOf } from './say-identity.ts';
import * as store from './store/identifications.ts';
import { text } from './text.ts';

const longestNote = 1_000;
const longestShown = 200;

/**
 * Says what a file says, in the name of who brings it. Each row is applied, said so already, or refused with the reason; what
 * was said of the same product before is replaced.
 * @throws Refusal as readIdentityFile
 */
export async function importIdentifications(tools: Tools, { file }: { file: File }): Promise<ImportedIdentities> {
  const { db, viewer, now, emit } = tools;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { read, refused } = sorted(readIdentityFile(bytes));
  return db.transaction().execute(async (transaction) => {
    await store.holdIdentifications(transaction);
    const said = Map.groupBy(
      await store.listSaid(transaction, [...new Set(read.map(({ subject }) => subject))]),
      ({ subject }) => subject,
    );
    const compared = read.map((one) => ({ one, before: standingOf(said.get(one.subject) ?? [], one) }));
    const changed = compared.filter(({ one, before }) => !before || !isSame(before, one));
    const result = { applied: changed.length, unchanged: read.length - changed.length, refused };
    if (changed.length === 0) return result;
    const act = { changeId: newId(), by: viewer, at: now() };
    const replaced = changed.flatMap(({ before }) => (before ? [before.id] : []));
    await store.revokeIdentifications(transaction, replaced, act);
    const rows = changed.map(({ one }) => ({ id: newId(), ...one, keys: keysOfPair(one) }));
    await store.insertIdentifications(transaction, rows, act);
    await recordAudit(transaction, tools, {
      action: 'identification.import',
      ...{ subjectKind: 'identification', subjectId: act.changeId, subjectName: file.name.slice(0, longestShown) },
      after: {
        ...{ applied: result.applied, unchanged: result.unchanged, refused: refused.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    await emit(transaction, 'identities.changed', { changeId: act.changeId });
    return result;
  });
}

/** The rows that can be said, canonical, and why the others cannot. */
function sorted(rows: readonly FileRow[]): { read: ReadWords[]; refused: ImportedIdentities['refused'] } {
  const read = new Map<string, ReadWords>();
  const refused: ImportedIdentities['refused'] = [];
  for (const row of rows) {
    const words = understood(row);
    const name = typeof words === 'string' ? '' : `${words.subject} ${words.vendor}:${words.product}`;
    const reason = typeof words === 'string' ? words : read.has(name) ? 'twice' : null;
    if (reason !== null) refused.push({ row: row.row, reason, text: row.subject.slice(0, longestShown) });
    else if (typeof words !== 'string') read.set(name, words);
  }
  return { read: [...read.values()], refused };
}

function understood({ row: _, ...row }: FileRow): ReadWords | RowRefusal {
  const answer = (['is', 'is-not'] as const).find((one) =>
    [one, text.ja.identityAnswers[one], text.en.identityAnswers[one]].includes(row.answer.trim()),
  );
  if (answer === undefined) return 'answer';
  if (row.note.length > longestNote) return 'note';
  const words = readWords({ ...row, answer });
  return 'obstacle' in words ? words.obstacle : words;
}
