import { generateSecret, generateURI } from 'otplib';
import { encode } from 'uqr';
import type { Transaction } from '#platform/database';
import { decrypt, encrypt } from '#platform/encrypt';
import { Refusal } from '#platform/errors';
import { normalRecoveryCode, stepOf, totpPurpose } from './check-code.ts';
import { hashToken } from './identify.ts';
import { recordAudit } from './record-audit.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { requireProof } from './require-session.ts';
import { findPassword } from './store/password.ts';
import * as store from './store/totp.ts';
import type { Tools } from './tools.ts';

const codes = 10;

export type NewTotp = {
  /** base32, for typing */
  secret: string;
  uri: string;
  /** A square of `size` modules; `path` draws the dark ones, one unit each. */
  qr: { size: number; path: string };
};

/**
 * A new secret for the person's authenticator app; it counts once a code of it was shown to confirmTotp.
 * @throws Refusal 'conflict' with obstacle 'already-set-up', or 'no-password': only a password has a second step
 */
export async function startTotp(tools: Tools): Promise<NewTotp> {
  const { db, now, house } = tools;
  const { personId, person } = await requireProof(tools);
  if (!(await findPassword(db, personId)))
    throw new Refusal('conflict', 'Without a password there is no second step.', { obstacle: 'no-password' });
  const secret = generateSecret();
  const box = encrypt(house.secret, totpPurpose(personId), secret);
  const saved = await db
    .transaction()
    .execute((transaction) => store.saveUnconfirmedTotp(transaction, personId, box, now()));
  if (!saved)
    throw new Refusal('conflict', 'There is an app already; remove it first.', { obstacle: 'already-set-up' });
  const uri = generateURI({ issuer: 'Mamori', label: person.email, secret });
  return { secret, uri, qr: drawQr(uri) };
}

/**
 * The app is set up when it shows the right code.
 * @returns ten recovery codes, shown this once
 * @throws Refusal 'invalid' with reason 'wrong-code', 'not-found' when nothing was started
 */
export async function confirmTotp(tools: Tools, { code }: { code: string }): Promise<{ recoveryCodes: string[] }> {
  const { db, now, house } = tools;
  const { personId } = await requireProof(tools);
  return db.transaction().execute(async (transaction) => {
    const totp = await store.lockTotp(transaction, personId);
    if (!totp || totp.confirmedAt) throw new Refusal('not-found', 'Nothing waits to be confirmed.');
    const digits = code.normalize('NFKC').replace(/\s/g, '');
    const secret = decrypt(house.secret, totpPurpose(personId), totp.secret);
    const step = /^\d{6}$/.test(digits) ? stepOf(secret, digits, now(), 0) : null;
    if (step === null) throw new Refusal('invalid', 'That is not the code.', { reason: 'wrong-code' });
    await store.markStep(transaction, personId, step);
    await store.confirmTotp(transaction, personId, now());
    const recoveryCodes = await replaceCodes(transaction, personId);
    await auditPerson(transaction, tools, 'totp.add');
    return { recoveryCodes };
  });
}

/** @throws Refusal 'not-found' when there is no app */
export async function removeTotp(tools: Tools): Promise<void> {
  const { personId } = await requireProof(tools);
  await tools.db.transaction().execute(async (transaction) => {
    if (!(await store.deleteTotp(transaction, personId))) throw new Refusal('not-found', 'There is no app.');
    await auditPerson(transaction, tools, 'totp.remove');
  });
}

/**
 * Ten new recovery codes instead of the old ones.
 * @throws Refusal 'conflict' with obstacle 'no-app'
 */
export async function renewRecoveryCodes(tools: Tools): Promise<{ recoveryCodes: string[] }> {
  const { personId } = await requireProof(tools);
  return tools.db.transaction().execute(async (transaction) => {
    if (!(await store.lockTotp(transaction, personId))?.confirmedAt)
      throw new Refusal('conflict', 'Recovery codes stand in for an app.', { obstacle: 'no-app' });
    const recoveryCodes = await replaceCodes(transaction, personId);
    await auditPerson(transaction, tools, 'recovery-codes.renew');
    return { recoveryCodes };
  });
}

async function replaceCodes(transaction: Transaction, personId: string): Promise<string[]> {
  const made = Array.from({ length: codes }, newRecoveryCode);
  const hashes = made.map((code) => hashToken(normalRecoveryCode(code)));
  await store.replaceRecoveryCodes(transaction, personId, hashes);
  return made;
}

async function auditPerson(
  transaction: Transaction,
  { viewer, now, origin }: Tools,
  action: `${string}.${string}`,
): Promise<void> {
  const { id: subjectId = '', name: subjectName = '' } = viewer.person ?? {};
  await recordAudit(transaction, { viewer, now, origin }, { action, subjectKind: 'person', subjectId, subjectName });
}

function drawQr(text: string): NewTotp['qr'] {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
