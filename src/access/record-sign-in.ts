import { Refusal } from '#platform/errors';
import { recordAudit } from './record-audit.ts';
import type { Person } from './store/person.ts';
import type { SessionMethod } from './store/session.ts';
import type { Tools } from './tools.ts';

export type SignInProblem = 'wrong-credentials' | 'wrong-code' | 'passkey-refused' | 'single-sign-on-refused';

/**
 * Writes down an attempt that failed, and makes the refusal for it: the same words whether the account exists or not.
 * What was typed is not kept; people type passwords into the wrong field.
 * @param person  null when nobody is known by what was shown
 */
export async function refuseSignIn(
  { db, viewer, now, origin }: Pick<Tools, 'db' | 'viewer' | 'now' | 'origin'>,
  {
    method,
    reason,
    why,
    person,
    blockedUntil,
  }: {
    method: SessionMethod | 'totp';
    reason: SignInProblem;
    /** more about it, for the trail alone */
    why?: string;
    person: Pick<Person, 'id' | 'name'> | null;
    /** set when this failure blocks the account for a while */
    blockedUntil?: Temporal.Instant | null;
  },
): Promise<Refusal> {
  await db.transaction().execute((transaction) =>
    recordAudit(
      transaction,
      { viewer, now, origin },
      {
        action: blockedUntil ? 'sign-in.block' : 'sign-in.refuse',
        subjectKind: 'person',
        subjectId: person?.id ?? 'unknown',
        subjectName: person?.name ?? '',
        after: {
          method,
          reason,
          ...(why ? { why } : {}),
          ...(blockedUntil ? { blockedUntil: `${blockedUntil}` } : {}),
        },
      },
    ),
  );
  return new Refusal('not-allowed', 'That did not match.', { reason });
}
