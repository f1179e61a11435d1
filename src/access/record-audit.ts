import { randomBytes } from 'node:crypto';
import type { Transaction } from '#platform/database';
import { newId } from '#platform/ids';
import * as store from './store/audit.ts';
import type { Tools } from './tools.ts';

/** What happened, in the words of the step: action "model.create", subject "model". */
export type Deed = {
  action: `${string}.${string}`;
  subjectKind: string;
  subjectId: string;
  subjectName?: string;
  before?: unknown;
  after?: unknown;
  wallId?: string | null;
};

/**
 * Writes one line of the audit trail in the caller's transaction: no deed without its line, no line without its deed.
 * Keep secrets and the contents of messages out of before and after.
 */
export async function recordAudit(
  transaction: Transaction,
  { viewer, now, origin }: Pick<Tools, 'viewer' | 'now' | 'origin'>,
  deed: Deed,
): Promise<void> {
  await recordAudits(transaction, { viewer, now, origin }, [deed]);
}

/** Writes many lines at once, in one statement. */
export async function recordAudits(
  transaction: Transaction,
  { viewer, now, origin }: Pick<Tools, 'viewer' | 'now' | 'origin'>,
  deeds: Deed[],
): Promise<void> {
  if (deeds.length === 0) return;
  const at = now();
  await store.insertAudit(
    transaction,
    deeds.map((deed) => ({
      ref: newId(),
      at,
      actor_kind: viewer.kind,
      actor_id: viewer.person?.id ?? null,
      actor_name: viewer.name,
      action: deed.action,
      subject_kind: deed.subjectKind,
      subject_id: deed.subjectId,
      subject_name: deed.subjectName ?? '',
      before: jsonOrNull(deed.before),
      after: jsonOrNull(deed.after),
      origin: JSON.stringify(origin),
      wall_id: deed.wallId ?? null,
      salt: randomBytes(16),
    })),
  );
}

const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));
