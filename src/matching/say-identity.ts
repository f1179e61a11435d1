import { recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Identification } from './contract/identities.ts';
import { keysOfPair } from './identity/candidates.ts';
import { pairText, readPair } from './identity/product-pair.ts';
import { readSubject } from './identity/subject-of.ts';
import * as store from './store/identifications.ts';

/** What a person says, as written; `note` may be empty. */
export type IdentityWords = {
  subject: string;
  vendor: string;
  product: string;
  answer: 'is' | 'is-not';
  note: string;
};

/**
 * Says once that components of a name are a product, or are not, wherever they stand. What was said of the same product
 * before is replaced. Everything with such a component is matched anew.
 * @throws Refusal 'invalid' with the part that is none, 'conflict' with who said the same already
 */
export async function sayIdentity(tools: Tools, words: IdentityWords): Promise<Identification> {
  const { db, viewer, now, emit } = tools;
  const read = readWords(words);
  if ('obstacle' in read)
    throw new Refusal('invalid', `This cannot be read: ${read.obstacle}.`, { reason: read.obstacle });
  return db.transaction().execute(async (transaction) => {
    await store.holdIdentifications(transaction);
    const before = standingOf(await store.listSaid(transaction, [read.subject]), read);
    if (before && isSame(before, read))
      throw new Refusal('conflict', 'This is said already.', { reason: 'said-already', by: before.personName });
    const act = { changeId: newId(), by: viewer, at: now() };
    const row = { id: newId(), ...read, keys: keysOfPair(read) };
    if (before) await store.revokeIdentifications(transaction, [before.id], act);
    await store.insertIdentifications(transaction, [row], act);
    await record(transaction, tools, {
      what: read.answer === 'is' ? 'confirm' : 'rule-out',
      ...{ said: row, before: before ?? null, after: row },
    });
    await emit(transaction, 'identities.changed', { changeId: act.changeId });
    return describeSaid({ ...row, personName: viewer.name, saidAt: act.at });
  });
}

/** Takes back what was said: components of the name are what their documents say. @throws Refusal 'not-found' */
export async function revokeIdentity(tools: Tools, { id }: { id: string }): Promise<Identification> {
  const { db, now, emit } = tools;
  return db.transaction().execute(async (transaction) => {
    await store.holdIdentifications(transaction);
    const said = await store.findIdentification(transaction, id);
    if (!said) throw new Refusal('not-found', `Nothing like this is said: ${id}.`, { what: 'identification' });
    const act = { changeId: newId(), at: now() };
    await store.revokeIdentifications(transaction, [id], act);
    await record(transaction, tools, { what: 'revoke', said, before: said, after: null });
    await emit(transaction, 'identities.changed', { changeId: act.changeId });
    return describeSaid(said);
  });
}

export type ReadWords = Omit<IdentityWords, 'subject'> & { subject: string };

/** Canonical, or which part cannot be read. */
export function readWords(words: IdentityWords): ReadWords | { obstacle: 'subject' | 'product' } {
  const subject = readSubject(words.subject);
  const pair = readPair(words);
  if (subject === null) return { obstacle: 'subject' };
  if (pair === null) return { obstacle: 'product' };
  return { subject, ...pair, answer: words.answer, note: words.note.trim() };
}

/** What is said of the same name and product. */
export const standingOf = (said: readonly store.Said[], one: ReadWords): store.Said | undefined =>
  said.find(
    ({ subject, vendor, product }) => subject === one.subject && vendor === one.vendor && product === one.product,
  );

/** Whether it says the same, whoever said it. */
export const isSame = (said: store.Said, one: ReadWords): boolean =>
  said.answer === one.answer && said.note === one.note;

export const describeSaid = ({ saidAt, personName, ...said }: store.Said): Identification => ({
  ...{ id: said.id, subject: said.subject, vendor: said.vendor, product: said.product, answer: said.answer },
  ...{ note: said.note, by: personName, at: saidAt.toString() },
});

type Recorded = {
  what: 'confirm' | 'rule-out' | 'revoke';
  said: { id: string; subject: string };
  before: store.NewSaid | store.Said | null;
  after: store.NewSaid | null;
};

async function record(transaction: Transaction, tools: Tools, { what, said, before, after }: Recorded): Promise<void> {
  const facts = (one: store.NewSaid | store.Said) => ({ product: pairText(one), answer: one.answer, note: one.note });
  await recordAudit(transaction, tools, {
    action: `identification.${what}`,
    ...{ subjectKind: 'identification', subjectId: said.id, subjectName: said.subject },
    ...{ before: before && facts(before), after: after && facts(after) },
  });
}
