import { sql } from 'kysely';
import type { Db, Transaction } from '#platform/database';
import type { Erased, SealedRow } from '../audit/leaf.ts';
import type { Seal } from '../audit/seal.ts';
import type { Viewer } from '../viewer.ts';
import { visibleTo } from './visible-to.ts';

/** The last number that was taken for a row, also by a transaction that still runs; null before the first. */
export async function lastNumber(db: Db): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`
    select last_value as number from pg_sequences where schemaname = 'public' and sequencename = 'audit_number'`.execute(
    db,
  );
  return rows[0]?.number ?? null;
}

/** A transaction id greater than those of all transactions that have one by now. */
export async function takeTransactionId(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`select pg_current_xact_id()::text::bigint as id`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Every transaction with a smaller id has ended. */
export async function oldestRunning(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as id`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Whether this server may seal now; the lock ends with the transaction. */
export async function tryToSeal(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(7264) as mine`.execute(transaction);
  return rows[0]?.mine ?? false;
}

const sealColumns = [
  'number',
  'upto',
  'ids',
  'leaves',
  'root',
  'previous',
  'sealed_at as sealedAt',
  'public_key as publicKey',
  'signature',
] as const;

export async function findLastSeal(db: Db): Promise<Seal | undefined> {
  const seal = await db
    .selectFrom('audit_seal')
    .select(sealColumns)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return seal as Seal | undefined;
}

/** The seal after that number, wherever it is: a gap is for the caller to see. */
export async function findSealAfter(db: Db, number: number): Promise<Seal | undefined> {
  const seal = await db
    .selectFrom('audit_seal')
    .select(sealColumns)
    .where('number', '>', number)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return seal as Seal | undefined;
}

export async function insertSeal(transaction: Transaction, seal: Seal): Promise<void> {
  await transaction
    .insertInto('audit_seal')
    .values({
      number: seal.number,
      upto: seal.upto,
      ids: seal.ids,
      leaves: seal.leaves,
      root: seal.root,
      previous: seal.previous,
      sealed_at: seal.sealedAt,
      public_key: seal.publicKey,
      signature: seal.signature,
    })
    .execute();
}

/** Rows between two numbers, as they are sealed, in their order; also those behind walls, when the viewer is the system. */
export async function listRows(
  db: Db,
  viewer: Viewer,
  { above, upto, limit }: { above: number; upto: number; limit: number },
): Promise<SealedRow[]> {
  const rows = await db
    .selectFrom('audit')
    .select([
      'id',
      'ref',
      'at',
      'actor_kind as actorKind',
      'actor_id as actorId',
      'actor_name as actorName',
      'action',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'subject_name as subjectName',
      sql<string | null>`before::text`.as('before'),
      sql<string | null>`after::text`.as('after'),
      sql<string>`origin::text`.as('origin'),
      'wall_id as wallId',
      'salt',
      'erased',
    ])
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('id', '>', above)
    .where('id', '<=', upto)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, erased: row.erased as Erased | null }));
}

/** How many rows there are above that number, and since when the oldest of them waits. */
export async function countRowsAbove(
  db: Db,
  viewer: Viewer,
  number: number,
): Promise<{ rows: number; since: Temporal.Instant | null }> {
  const row = await db
    .selectFrom('audit')
    .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.min('at').as('since')])
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('id', '>', number)
    .executeTakeFirstOrThrow();
  return { rows: Number(row.rows), since: row.since };
}

/** The number up to which everything is sealed; 0 before the first seal. */
export async function lastSealedNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('audit_seal')
    .select(({ fn }) => fn.max('upto').as('upto'))
    .executeTakeFirst();
  return Number(row?.upto ?? 0);
}

/** When the newest line that the viewer may see was sealed, and since when the oldest such line waits for its seal. */
export async function findSealState(
  db: Db,
  viewer: Viewer,
): Promise<{ sealedAt: Temporal.Instant | null; waitingSince: Temporal.Instant | null }> {
  const sealedUpto = await lastSealedNumber(db);
  const newest = await db
    .selectFrom('audit')
    .select('id')
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('id', '<=', sealedUpto)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seal = newest
    ? await db
        .selectFrom('audit_seal')
        .select('sealed_at as sealedAt')
        .where('upto', '>=', newest.id)
        .orderBy('upto')
        .limit(1)
        .executeTakeFirst()
    : undefined;
  const waiting = await db
    .selectFrom('audit')
    .select('at')
    .where(visibleTo(viewer, 'audit.wall_id'))
    .where('id', '>', sealedUpto)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return { sealedAt: seal?.sealedAt ?? null, waitingSince: waiting?.at ?? null };
}

/** The keys that signed seals, in hex. */
export async function listSealKeys(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('audit_seal').select('public_key as publicKey').distinct().execute();
  return rows.map(({ publicKey }) => publicKey.toString('hex'));
}
