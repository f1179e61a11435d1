import { Refusal } from '#platform/errors';
import { newId, newToken } from '#platform/ids';
import { hashToken } from './identify.ts';
import type { Permission } from './model.ts';
import { recordAudit } from './record-audit.ts';
import { requireProof, requireSession } from './require-session.ts';
import { lifetimes } from './rules.ts';
import * as store from './store/api-key.ts';
import type { Tools } from './tools.ts';
import { may } from './viewer.ts';

/** The signed-in person's keys, expired ones too. */
export async function listKeys({ db, viewer }: Pick<Tools, 'db' | 'viewer'>) {
  const { personId } = requireSession(viewer);
  const keys = await store.listKeys(db, personId);
  return keys.map(({ createdAt, expiresAt, usedAt, ...key }) => ({
    ...key,
    createdAt: `${createdAt}`,
    expiresAt: `${expiresAt}`,
    usedAt: usedAt && `${usedAt}`,
  }));
}

/**
 * Makes a key for a program; it can do less than its person, never more, and nothing about signing in.
 * @returns key: shown this once, only its hash is kept
 * @throws Refusal 'invalid' for a scope that the person does not have or a life longer than a year
 */
export async function makeKey(
  tools: Tools,
  { name, scopes, days }: { name: string; scopes: Permission[]; days: number },
): Promise<{ id: string; key: string }> {
  const { db, viewer, now, origin } = tools;
  const { personId } = await requireProof(tools);
  const beyond = scopes.filter((scope) => !may(viewer, scope));
  if (beyond.length > 0) throw new Refusal('invalid', 'A key cannot do more than you.', { field: 'scopes', beyond });
  if (days > lifetimes.keyDays)
    throw new Refusal('invalid', `A key lives at most ${lifetimes.keyDays} days.`, { field: 'days' });

  const id = newId();
  const key = `mmr_${newToken()}`;
  const at = now();
  const expiresAt = at.add({ hours: 24 * days });
  const hint = key.slice(0, 8);
  await db.transaction().execute(async (transaction) => {
    await store.insertKey(transaction, { id, hash: hashToken(key), hint, name, personId, scopes, at, expiresAt });
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'api-key.make',
        subjectKind: 'api-key',
        subjectId: id,
        subjectName: name,
        after: { hint, scopes, expiresAt: `${expiresAt}` },
      },
    );
  });
  return { id, key };
}

/**
 * Revokes a key at once. It needs no proof: taking away is always safe.
 * @throws Refusal 'not-found'
 */
export async function revokeKey({ db, viewer, now, origin }: Tools, id: string): Promise<void> {
  const { personId } = requireSession(viewer);
  await db.transaction().execute(async (transaction) => {
    const key = await store.revokeKey(transaction, personId, id, now());
    if (!key) throw new Refusal('not-found', `No key ${id}`);
    await recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: 'api-key.revoke',
        subjectKind: 'api-key',
        subjectId: id,
        subjectName: key.name,
        before: { hint: key.hint },
      },
    );
  });
}
