import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { letIntoWall, liftWall, listWallMembers, raiseWall, takeOutOfWall } from './raise-wall.ts';
import { recordAudit } from './record-audit.ts';
import { visibleTo } from './store/visible-to.ts';
import type { Tools } from './tools.ts';
import { outsider } from './viewer.ts';

const house = await freshDatabase();
beforeEach(house.reset);

/** A wall around one line of the audit trail, with two people inside and one outside. */
async function aWall() {
  const [raiser, member, stranger] = [await house.aPerson(), await house.aPerson(), await house.aPerson()];
  const wallId = await raiser.tools.db.transaction().execute(async (transaction) => {
    const id = await raiseWall(transaction, raiser.tools, { reason: '公表前', memberIds: [member.person.id] });
    await recordAudit(transaction, raiser.tools, {
      action: 'case.open',
      subjectKind: 'case',
      subjectId: 'M-7F3K9',
      wallId: id,
    });
    return id;
  });
  return { wallId, raiser, member, stranger };
}

const inTransaction = <T>({ db }: Tools, work: (transaction: Parameters<typeof raiseWall>[0]) => Promise<T>) =>
  db.transaction().execute(work);

/** What a query that forgot its condition shows; row-level security is all that stands between. */
async function seenWithoutCondition({ db }: Tools) {
  const audit = await db.selectFrom('audit').select('action').where('subject_id', '=', 'M-7F3K9').execute();
  const walls = await db.selectFrom('wall').select('id').execute();
  const members = await db.selectFrom('wall_member').select('person_id').execute();
  return [audit.length, walls.length, members.length];
}

test('row-level security alone shows a wall, its members and what it hides to those inside only', async () => {
  const { raiser, member, stranger } = await aWall();

  expect(await seenWithoutCondition(raiser.tools)).toEqual([1, 1, 2]);
  expect(await seenWithoutCondition(member.tools)).toEqual([1, 1, 2]);
  expect(await seenWithoutCondition(stranger.tools)).toEqual([0, 0, 0]);
  expect(await seenWithoutCondition(house.toolsOf(outsider))).toEqual([0, 0, 0]);
  expect(await seenWithoutCondition(house.system)).toEqual([1, 1, 2]);
});

test('the condition means the table that the query names, whatever it is called there', async () => {
  const { wallId, member, stranger } = await aWall();
  // Somebody inside another wall is outside of this one.
  await inTransaction(stranger.tools, (transaction) =>
    raiseWall(transaction, stranger.tools, { reason: '別件', memberIds: [] }),
  );
  const seenBy = async ({ viewer }: Tools, called: string) => {
    const { rows } = await sql`
      select from (select ${wallId}::uuid as wall_id) as ${sql.ref(called)} where ${visibleTo(viewer, `${called}.wall_id`)}`.execute(
      house.system.db,
    );
    return rows.length;
  };
  for (const called of ['audit', 'm', 'w', 'wall', 'wall_member']) {
    expect(await seenBy(member.tools, called), called).toBe(1);
    expect(await seenBy(stranger.tools, called), called).toBe(0);
  }
});

test('nobody lets themselves in, not even past the code', async () => {
  const { wallId, stranger } = await aWall();

  await expect(
    inTransaction(stranger.tools, (transaction) =>
      letIntoWall(transaction, stranger.tools, wallId, [stranger.person.id]),
    ),
  ).rejects.toMatchObject({ code: 'not-found' });
  const past = stranger.tools.db
    .insertInto('wall_member')
    .values({ wall_id: wallId, person_id: stranger.person.id, since: house.system.now() })
    .execute();
  await expect(past).rejects.toThrow(/row-level security/);
});

test('past the code nobody outside lifts it, ends a membership or moves a row in or out', async () => {
  const { wallId, stranger } = await aWall();
  const { db, now } = stranger.tools;

  await db.updateTable('wall').set({ lifted_at: now() }).where('id', '=', wallId).execute();
  await db.updateTable('wall_member').set({ until: now() }).where('wall_id', '=', wallId).execute();
  await db.deleteFrom('wall_member').where('wall_id', '=', wallId).execute();

  expect(await house.db.selectFrom('wall').select('lifted_at').execute()).toEqual([{ lifted_at: null }]);
  expect(await house.db.selectFrom('wall_member').select('until').execute()).toEqual([
    { until: null },
    { until: null },
  ]);
});

test('somebody inside lets others in', async () => {
  const { wallId, member, stranger } = await aWall();
  await inTransaction(member.tools, (transaction) =>
    letIntoWall(transaction, member.tools, wallId, [stranger.person.id, member.person.id]),
  );

  expect(await seenWithoutCondition(stranger.tools)).toEqual([1, 1, 3]);
  expect(await listWallMembers(stranger.tools.db, stranger.viewer, wallId)).toHaveLength(3);
});

test('who is taken out sees nothing from then on', async () => {
  const { wallId, raiser, member } = await aWall();
  await inTransaction(member.tools, (transaction) =>
    takeOutOfWall(transaction, member.tools, wallId, member.person.id),
  );

  expect(await seenWithoutCondition(member.tools)).toEqual([0, 0, 0]);
  await expect(listWallMembers(member.tools.db, member.viewer, wallId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await listWallMembers(raiser.tools.db, raiser.viewer, wallId)).toMatchObject([{ personId: raiser.person.id }]);
});

test('somebody stays inside', async () => {
  const { wallId, raiser, member } = await aWall();
  const takeOut = (personId: string) =>
    inTransaction(raiser.tools, (transaction) => takeOutOfWall(transaction, raiser.tools, wallId, personId));
  await takeOut(member.person.id);

  await expect(takeOut(raiser.person.id)).rejects.toMatchObject({ details: { obstacle: 'last-member' } });
});

test('two who take each other out at once leave one inside', async () => {
  const { wallId, raiser, member } = await aWall();

  const results = await Promise.allSettled([
    inTransaction(raiser.tools, (tx) => takeOutOfWall(tx, raiser.tools, wallId, member.person.id)),
    inTransaction(member.tools, (tx) => takeOutOfWall(tx, member.tools, wallId, raiser.person.id)),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('lifted, everybody sees it, and it stays lifted', async () => {
  const { wallId, raiser, stranger } = await aWall();
  const lift = () => inTransaction(raiser.tools, (transaction) => liftWall(transaction, raiser.tools, wallId));
  await lift();

  expect(await seenWithoutCondition(stranger.tools)).toEqual([1, 1, 2]);
  await expect(lift()).rejects.toMatchObject({ details: { obstacle: 'lifted' } });
});

test('what happens at a wall is written down behind it', async () => {
  const { wallId, raiser, stranger } = await aWall();
  await inTransaction(raiser.tools, (transaction) =>
    letIntoWall(transaction, raiser.tools, wallId, [stranger.person.id]),
  );

  const lines = await raiser.tools.db
    .selectFrom('audit')
    .select(['action', 'wall_id as wallId'])
    .where('subject_kind', '=', 'wall')
    .orderBy('id')
    .execute();
  expect(lines).toEqual([
    { action: 'wall.raise', wallId },
    { action: 'wall.let-in', wallId },
  ]);
});

test('the system names who stands inside', async () => {
  const attempt = inTransaction(house.system, (transaction) =>
    raiseWall(transaction, house.system, { reason: 'x', memberIds: [] }),
  );

  await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
});
