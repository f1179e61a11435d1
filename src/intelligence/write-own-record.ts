import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { raiseWall, recordAudit, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newNumber } from '#platform/ids';
import { type KeptCounts, keepStatements, sumUp } from './keep-statements.ts';
import type { OwnFacts } from './model.ts';
import { productOf, statementOfOwn } from './own-statement.ts';
import { reader } from './reader.ts';
import type { Statement } from './statement.ts';
import * as store from './store/own-records.ts';
import * as records from './store/records.ts';
import * as vulnerabilities from './store/vulnerabilities.ts';

type Written = { name: string; revision: number };
type Kept = { facts: OwnFacts; state: 'published' | 'withdrawn' };

/**
 * Writes a record of our own. With readers it stands behind a wall: only they and the author see it, and what it matches.
 * It then makes a vulnerability of its own, whatever other names it gives, so that nothing public tells of it.
 * @throws Refusal 'invalid' when a product or the vector cannot be read
 */
export async function createOwnRecord(
  tools: Tools,
  { facts, readerIds }: { facts: OwnFacts; readerIds: string[] | null },
): Promise<Written> {
  refuseUnreadable(facts);
  const externalId = newNumber('OWN', 6);
  return tools.db.transaction().execute(async (transaction) => {
    const wallId =
      readerIds === null ? null : await raiseWall(transaction, tools, { reason: externalId, memberIds: readerIds });
    const written = await keep(transaction, tools, {
      externalId,
      wallId,
      kept: { facts, state: 'published' },
      before: null,
    });
    await audit(transaction, tools, { action: 'own-record.create', written, wallId });
    return written;
  });
}

/** Changes it. @throws Refusal 'not-found', 'invalid', or 'conflict' when somebody was quicker */
export async function updateOwnRecord(
  tools: Tools,
  { name, revision, facts }: { name: string; revision: number; facts: OwnFacts },
): Promise<Written> {
  refuseUnreadable(facts);
  return change(tools, { name, revision, action: 'own-record.update', to: (kept) => ({ ...kept, facts }) });
}

/** Withdraws it, or lets it stand again: its matches go and come back. @throws Refusal 'not-found', 'conflict' */
export async function withdrawOwnRecord(
  tools: Tools,
  { name, revision, withdrawn }: { name: string; revision: number; withdrawn: boolean },
): Promise<Written> {
  const action = withdrawn ? 'own-record.withdraw' : 'own-record.restore';
  const state = withdrawn ? ('withdrawn' as const) : ('published' as const);
  return change(tools, { name, revision, action, to: (kept) => ({ ...kept, state }) });
}

/** What was written, to be changed. @throws Refusal 'not-found' */
export async function getOwnRecord({ db, viewer }: Pick<Tools, 'db' | 'viewer'>, { name }: { name: string }) {
  const found = await store.findOwnRecord(db, viewer, name);
  if (!found) throw missing(name);
  return {
    ...{ name: found.externalId, revision: found.revision, walled: found.wallId !== null },
    facts: unpack(found.packed).facts,
  };
}

type Change = {
  name: string;
  revision: number;
  action: `own-record.${string}`;
  to: (kept: Kept) => Kept;
};

async function change(tools: Tools, { name, revision, action, to }: Change): Promise<Written> {
  return tools.db.transaction().execute(async (transaction) => {
    const before = await store.findOwnRecord(transaction, tools.viewer, name);
    if (!before) throw missing(name);
    if (before.revision !== revision)
      throw new Refusal('conflict', 'Somebody has changed this record meanwhile.', { reason: 'changed-since' });
    const { externalId, wallId } = before;
    const written = await keep(transaction, tools, { externalId, wallId, kept: to(unpack(before.packed)), before });
    await audit(transaction, tools, { action, written, wallId });
    return written;
  });
}

type Keeping = { externalId: string; wallId: string | null; kept: Kept; before: store.OwnRecord | null };

async function keep(
  transaction: Transaction,
  tools: Tools,
  { externalId, wallId, kept, before }: Keeping,
): Promise<Written> {
  const at = tools.now();
  const original = new TextEncoder().encode(JSON.stringify(kept));
  const sha256 = createHash('sha256').update(externalId).update(original).digest();
  const statement = statementOfOwn(externalId, kept.facts, kept.state, at);
  if (wallId === null)
    (await keepStatements(transaction, tools, [{ statement, original, sha256 }])) satisfies KeptCounts;
  else await keepWalled(transaction, tools, { statement, original, sha256, wallId, before });
  const written = (await records.findRecords(transaction, tools.viewer, [statement]))[0];
  if (!written) throw new Error(`${externalId} was written and cannot be seen`);
  return { name: externalId, revision: written.revision };
}

type Walled = {
  statement: Statement;
  original: Uint8Array;
  sha256: Buffer;
  wallId: string;
  before: store.OwnRecord | null;
};

/** Behind a wall a record is a group by itself, and its other names are not looked up by anybody. */
async function keepWalled(
  transaction: Transaction,
  tools: Tools,
  { statement, original, sha256, wallId, before }: Walled,
) {
  const { viewer, now, emit } = tools;
  const at = now();
  const alone = { ...statement, names: [statement.externalId], related: statement.names.slice(1) };
  const id = before?.recordId ?? ((await records.takeRecordIds(transaction, 1))[0] as number);
  const vulnerabilityId =
    before?.vulnerabilityId ?? ((await vulnerabilities.takeVulnerabilityIds(transaction, 1))[0] as number);
  if (!before) await vulnerabilities.insertVulnerabilities(transaction, [{ id: vulnerabilityId, wallId }], at);
  await records.keepOriginals(transaction, [{ sha256, packed: zstdCompressSync(original), wallId }]);
  const revision = (before?.revision ?? 0) + 1;
  await records.writeRecords(transaction, viewer, {
    at,
    records: [{ id, vulnerabilityId, revision, reader, sha256, statement: alone, wallId }],
  });
  await sumUp(transaction, viewer, [{ vulnerabilityId, names: alone.names }], at);
  await emit(transaction, 'vulnerabilities.changed', { vulnerabilityIds: [vulnerabilityId], wallId });
}

const unpack = (packed: Buffer) => JSON.parse(zstdDecompressSync(packed).toString()) as Kept;
const missing = (name: string) => new Refusal('not-found', `There is no own record ${name}.`, { what: 'own-record' });

function refuseUnreadable(facts: OwnFacts): void {
  for (const { product } of facts.products) {
    try {
      productOf(product);
    } catch (fault) {
      throw new Refusal('invalid', `${product}: ${fault instanceof Error ? fault.message : ''}`, {
        field: 'products',
        product,
      });
    }
  }
  const [score] = statementOfOwn('', { ...facts, products: [] }, 'published', Temporal.Now.instant()).scores;
  if (facts.vector !== '' && !score)
    throw new Refusal('invalid', `${facts.vector} is no CVSS vector.`, { field: 'vector' });
}

async function audit(
  transaction: Transaction,
  tools: Tools,
  { action, written, wallId }: { action: `own-record.${string}`; written: Written; wallId: string | null },
): Promise<void> {
  const { name, revision } = written;
  await recordAudit(transaction, tools, {
    ...{ action, subjectKind: 'vulnerability', subjectId: name, subjectName: name, after: { revision }, wallId },
  });
}
