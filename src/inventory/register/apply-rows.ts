import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { RegisterName } from '../model/registers.ts';
import { type KeptImport, lockImport, markImport } from '../store/imports.ts';
import { asBefore, changedSince } from './as-before.ts';
import { changeEntries } from './change-entries.ts';
import type { KeptRows } from './preview-rows.ts';
import type { EntryChange, Register } from './register.ts';
import { registerOf } from './registers.ts';
import type { Facts } from './sheet/plan.ts';
import { listChangesOf } from './store/changes.ts';
import { lockEntries } from './store/entries.ts';

type WriteTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;
type Asked = { register: RegisterName; id: string };
export type Done = { id: string; entries: number };

/**
 * Does what the preview said, all of it or nothing, and keeps it for undo.
 * @throws Refusal 'not-found' for a preview of somebody else; 'conflict' with `details.reason`: 'expired', 'not-applicable',
 *   'applied-already', or 'changed-since' with the names of what was changed after the preview; and as changeEntries
 */
export async function applyRows(tools: WriteTools, { register: name, id }: Asked): Promise<Done> {
  const register = registerOf(name);
  return tools.db.transaction().execute(async (transaction) => {
    const kept = await lockImport<KeptRows>(transaction, id, name);
    if (!kept || kept.personId !== (tools.viewer.person?.id ?? null)) throw noImport(id);
    const at = tools.now();
    const { plan } = kept;
    if (kept.state !== 'previewed') throw refused('applied-already', 'This import has been applied before.');
    if (Temporal.Instant.compare(at, kept.expiresAt) > 0)
      throw refused('expired', 'This preview is too old; read the file again.');
    if (!plan) throw refused('not-applicable', 'This file has errors, or changes nothing.');

    const changes = await asPlanned(transaction, register, plan.entries);
    const changed = await changeEntries(transaction, tools, register, { changeId: id, how: 'import', changes });
    await markImport(transaction, id, { state: 'applied', at });
    await tell(transaction, tools, 'register-import.apply', kept, changed.length);
    return { id, entries: changed.length };
  });
}

/**
 * Takes an import back: what it changed is as before, what it made is removed. The history keeps both.
 * @throws Refusal 'not-found', or 'conflict' with `details.reason`: 'undone-already', or 'changed-since' with the names of
 *   what was changed after the import; 'in-use' where something was built on what it made
 */
export async function undoRows(tools: WriteTools, { register: name, id }: Asked): Promise<Done> {
  const register = registerOf(name);
  return tools.db.transaction().execute(async (transaction) => {
    const kept = await lockImport<KeptRows>(transaction, id, name);
    if (!kept || kept.state === 'previewed') throw noImport(id);
    if (kept.state === 'undone') throw refused('undone-already', `${kept.undoneBy} has undone this import before.`);

    const changes = await asBefore(transaction, register, await listChangesOf(transaction, id));
    const changed = await changeEntries(transaction, tools, register, { changeId: newId(), how: 'undo', changes });
    await markImport(transaction, id, { state: 'undone', at: tools.now(), by: tools.viewer.name });
    await tell(transaction, tools, 'register-import.undo', kept, changed.length);
    return { id, entries: changed.length };
  });
}

const noImport = (id: string) => new Refusal('not-found', `There is no such import: ${id}.`, { what: 'import' });
const refused = (reason: string, message: string, details = {}) =>
  new Refusal('conflict', message, { reason, ...details });

/** The planned entries as they stand, locked, provided that each still has the revision that the preview saw. */
async function asPlanned(
  transaction: Transaction,
  register: Register<Facts>,
  planned: KeptRows['entries'],
): Promise<EntryChange<Facts>[]> {
  const seen = planned.filter(({ revision }) => revision !== null).map(({ id }) => id);
  const locked = seen.length > 0 ? await lockEntries(transaction, register.table, seen) : [];
  const byId = new Map(locked.map((entry) => [entry.id, entry]));
  const moved = planned.filter(({ id, revision }) => revision !== null && byId.get(id)?.revision !== revision);
  if (moved.length > 0)
    throw await changedSince(
      transaction,
      register,
      moved.map(({ after }) => after),
    );
  return planned.map(({ id, after }) => ({ id, standing: byId.get(id) ?? null, after }));
}

const tell = (
  transaction: Transaction,
  tools: WriteTools,
  action: 'register-import.apply' | 'register-import.undo',
  { id, register, fileName, sha256 }: KeptImport,
  entries: number,
) =>
  recordAudit(transaction, tools, {
    action,
    subjectKind: 'inventory-import',
    subjectId: id,
    subjectName: fileName,
    after: { register, entries, sha256: sha256.toString('hex') },
  });
