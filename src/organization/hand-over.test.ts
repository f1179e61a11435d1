import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase, noon } from '../../test/database.ts';
import { announceHandOvers } from './announce-hand-overs.ts';
import { createDivision } from './change-divisions.ts';
import { createPost, removePost, restorePost } from './change-posts.ts';
import { describePerson } from './describe-person.ts';
import type { DutySource } from './duties.ts';
import { type HandOverInput, handOver } from './hand-over.ts';
import { listPosts } from './list-posts.ts';
import type { Duty } from './model.ts';
import { previewHandOver } from './plan-hand-over.ts';
import { endAbsence, recordAbsence, removeAbsence } from './record-absence.ts';
import { undoHandOver } from './undo-hand-over.ts';
import { whoActsFor } from './who-acts.ts';

const { db, aPerson, told, reset } = await freshDatabase();
beforeEach(reset);

const today = '2026-11-24';
const day = (text: string) => Temporal.PlainDate.from(text);

/** みはり電機 in small: one division with two posts, both held by 小野, with 松本 to stand in for the first. */
async function aCompany() {
  const admin = await aPerson();
  const ono = await aPerson([], '小野 真理');
  const matsumoto = await aPerson([], '松本 葵');
  const { id: divisionId } = await createDivision(admin.tools, { name: 'カメラ事業部' });
  const newPost = (name: string) => createPost(admin.tools, { divisionId, name, duties: '', role: null });
  const { id: contact } = await newPost('事業部窓口');
  const { id: quality } = await newPost('品質窓口');
  await handOver(admin.tools, {
    moves: [
      { postId: contact, kind: 'holder', toPersonId: ono.person.id },
      { postId: quality, kind: 'holder', toPersonId: ono.person.id },
      { postId: contact, kind: 'deputy', toPersonId: matsumoto.person.id },
    ],
    effectiveOn: '2024-04-01',
    reason: '',
  });
  told.length = 0;
  return { admin, ono, matsumoto, divisionId, contact, quality };
}

const toOne = (postIds: string[], toPersonId: string | null, effectiveOn = today): HandOverInput => ({
  moves: postIds.map((postId) => ({ postId, kind: 'holder', toPersonId })),
  effectiveOn,
  reason: '異動',
});
const holders = async (tools: Tools) => {
  const { items } = await listPosts(tools, {}, { limit: 50 });
  return items.map(({ name, holder, deputy }) => [name, holder?.person.name ?? null, deputy?.person.name ?? null]);
};
const tomorrow = (tools: Tools, days = 1): Tools => ({ ...tools, now: () => noon.add({ hours: 24 * days }) });

test('a whole desk goes to another person at once, and both are told once', async () => {
  const { admin, ono, matsumoto, contact, quality } = await aCompany();
  const before = await db.selectFrom('notice').selectAll().execute();

  const { changed } = await handOver(admin.tools, toOne([contact, quality], matsumoto.person.id));

  expect(changed).toBe(2);
  // The deputy who becomes the holder is the deputy no longer.
  expect(await holders(admin.tools)).toEqual([
    ['事業部窓口', '松本 葵', null],
    ['品質窓口', '松本 葵', null],
  ]);
  const handedOver = told.filter(({ event }) => event === 'post.handed-over').map(({ payload }) => payload);
  expect(handedOver).toEqual([{ postId: contact }, { postId: quality }]);
  const notices = await db.selectFrom('notice').select(['person_id', 'title', 'body']).orderBy('id').execute();
  const since = notices.slice(before.length);
  expect(since.map(({ person_id }) => person_id).toSorted()).toEqual([ono.person.id, matsumoto.person.id].toSorted());
  expect(since[0]?.title).toBe('11月24日（火）から、あなたの担当が変わりました');
  expect(since.find(({ person_id }) => person_id === ono.person.id)?.body).toContain(
    '・カメラ事業部 品質窓口（主担当）',
  );
  const mailed = notices.length - before.length; // what was written down for 2024 is no news
  expect(await db.selectFrom('delivery').select('id').execute()).toHaveLength(mailed);
});

test('an undone hand-over leaves everything as it was, history included', async () => {
  const { admin, matsumoto, contact, quality } = await aCompany();
  const before = await holders(admin.tools);
  const { handOverId } = await handOver(admin.tools, toOne([contact, quality], matsumoto.person.id));

  await undoHandOver(admin.tools, { id: handOverId ?? '' });

  expect(await holders(admin.tools)).toEqual(before);
  const desk = await describePerson(admin.tools, [], { personId: matsumoto.person.id });
  expect(desk.holdings.map(({ post, kind, when }) => [post.name, kind, when])).toEqual([
    ['事業部窓口', 'deputy', 'present'],
  ]);
  const again = undoHandOver(admin.tools, { id: handOverId ?? '' });
  await expect(again).rejects.toMatchObject({ code: 'conflict', details: { obstacle: 'undone-already' } });
  const actions = await db.selectFrom('audit').select('action').where('action', '=', 'post.hand-over-undo').execute();
  expect(actions).toHaveLength(3);
});

test('what somebody has changed since is not undone', async () => {
  const { admin, ono, matsumoto, contact } = await aCompany();
  const first = await handOver(admin.tools, toOne([contact], matsumoto.person.id));
  await handOver(tomorrow(admin.tools), toOne([contact], ono.person.id, '2026-11-25'));

  const attempt = undoHandOver(tomorrow(admin.tools), { id: first.handOverId ?? '' });

  await expect(attempt).rejects.toMatchObject({ details: { obstacle: 'changed-since' } });
});

test('all posts change or none', async () => {
  const { admin, matsumoto, contact, quality } = await aCompany();
  await handOver(admin.tools, toOne([quality], matsumoto.person.id, '2027-04-01'));
  const before = await holders(admin.tools);

  const attempt = handOver(admin.tools, toOne([contact, quality], matsumoto.person.id));

  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: { obstacles: [{ postId: quality, kind: 'holder', obstacle: 'planned-later' }] },
  });
  expect(await holders(admin.tools)).toEqual(before);
});

test('of two who give a post away at the same moment one wins, and there is one holder', async () => {
  const { admin, contact } = await aCompany();
  const receivers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => aPerson([], name)));

  const attempts = await Promise.allSettled(
    receivers.map(({ person }) => handOver(admin.tools, toOne([contact], person.id))),
  );

  expect(attempts.every(({ status }) => status === 'fulfilled')).toBe(true);
  const living = await db
    .selectFrom('post_holder')
    .select('id')
    .where('post_id', '=', contact)
    .where('kind', '=', 'holder')
    .where('until_on', 'is', null)
    .execute();
  expect(living).toHaveLength(1);
});

test('the database itself refuses a second holder', async () => {
  const { ono, contact } = await aCompany();

  const second = db
    .insertInto('post_holder')
    .values({
      id: contact,
      post_id: contact,
      person_id: ono.person.id,
      kind: 'holder',
      from_on: day('2026-01-01'),
      created_at: noon,
    })
    .execute();

  await expect(second).rejects.toMatchObject({ constraint: 'post_holder_one_at_a_time' });
});

test('a planned hand-over takes effect on its day, and is announced once then', async () => {
  const { admin, matsumoto, contact } = await aCompany();
  await handOver(admin.tools, toOne([contact], matsumoto.person.id, '2026-11-25'));
  expect(told.filter(({ event }) => event === 'post.handed-over')).toEqual([]);
  expect((await holders(admin.tools))[0]).toEqual(['事業部窓口', '小野 真理', '松本 葵']);

  await announceHandOvers(admin.tools);
  expect(told.filter(({ event }) => event === 'post.handed-over')).toEqual([]);
  await announceHandOvers(tomorrow(admin.tools));
  await announceHandOvers(tomorrow(admin.tools, 2));

  expect(told.filter(({ event }) => event === 'post.handed-over')).toEqual([
    { event: 'post.handed-over', payload: { postId: contact } },
  ]);
  expect((await holders(tomorrow(admin.tools)))[0]).toEqual(['事業部窓口', '松本 葵', null]);
});

test('a post without a holder is found, and its deputy acts', async () => {
  const { admin, matsumoto, contact } = await aCompany();

  await handOver(admin.tools, toOne([contact], null));

  const { items } = await listPosts(admin.tools, { vacant: true }, { limit: 50 });
  expect(items.map(({ id }) => id)).toEqual([contact]);
  expect(await whoActsFor(admin.tools.db, contact, day(today))).toMatchObject({
    person: { id: matsumoto.person.id },
    as: 'deputy',
    because: 'no-holder',
  });
});

test('while the holder is on leave the deputy acts, and afterwards the holder again', async () => {
  const { admin, ono, matsumoto, contact } = await aCompany();
  const acting = async (on: string) => (await whoActsFor(db, contact, day(on)))?.person?.id;

  const { id } = await recordAbsence(admin.tools, {
    personId: ono.person.id,
    kind: 'leave',
    fromOn: '2026-10-01',
    untilOn: null,
  });
  expect([await acting('2026-09-30'), await acting('2026-10-01'), await acting('2030-01-01')]).toEqual([
    ono.person.id,
    matsumoto.person.id,
    matsumoto.person.id,
  ]);

  await endAbsence(admin.tools, { id, untilOn: '2027-04-01' });
  expect([await acting('2027-03-31'), await acting('2027-04-01')]).toEqual([matsumoto.person.id, ono.person.id]);

  const overlapping = { personId: ono.person.id, kind: 'away' as const, fromOn: '2027-03-31', untilOn: '2027-05-01' };
  await expect(recordAbsence(admin.tools, overlapping)).rejects.toMatchObject({ details: { obstacle: 'overlaps' } });
  await expect(endAbsence(admin.tools, { id, untilOn: '2026-10-01' })).rejects.toMatchObject({ code: 'invalid' });
  await removeAbsence(admin.tools, { id });
  expect(await acting(today)).toBe(ono.person.id);
});

test('who has left cannot take a post, and the posts they held are acted for', async () => {
  const { admin, ono, matsumoto, contact, quality } = await aCompany();
  await db.updateTable('person').set({ disabled_at: noon }).where('id', '=', ono.person.id).execute();

  expect(await whoActsFor(db, contact, day(today))).toMatchObject({
    person: { id: matsumoto.person.id },
    because: 'holder-left',
  });
  expect(await whoActsFor(db, quality, day(today))).toMatchObject({ person: null, because: 'holder-left' });
  await expect(handOver(admin.tools, toOne([contact], ono.person.id))).rejects.toMatchObject({
    code: 'invalid',
    details: { personIds: [ono.person.id] },
  });
});

test('a division manager hands over posts of their own division only', async () => {
  const { divisionId, matsumoto, contact } = await aCompany();
  const inside = await aPerson([{ role: 'manager', divisionId }]);
  const outside = await aPerson([{ role: 'manager', divisionId: matsumoto.person.id }]);

  await expect(handOver(outside.tools, toOne([contact], null))).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(handOver(inside.tools, toOne([contact], null))).resolves.toMatchObject({ changed: 1 });
});

test('what steps to the right say hangs on a post is shown before it is given away, and keeps it from being removed', async () => {
  const { admin, ono, matsumoto, contact, quality } = await aCompany();
  const duty = (postId: string): Duty => ({
    postId,
    kind: 'model-owner',
    count: 3,
    text: { ja: '3機種の主担当', en: 'Owner of 3 models' },
    path: `/products?owner=${postId}`,
  });
  const asked: string[][] = [];
  const models: DutySource = async (_tools, postIds) => {
    asked.push([...postIds]);
    return postIds.filter((id) => id === contact).map(duty);
  };

  const input = toOne([contact, quality], matsumoto.person.id);
  const { steps } = await previewHandOver(admin.tools, [models], input);
  expect(
    steps.map(({ post, kind, from, to, duties }) => [post.name, kind, from?.name, to?.name, duties.length]),
  ).toEqual([
    ['事業部窓口', 'holder', '小野 真理', '松本 葵', 1],
    ['品質窓口', 'holder', '小野 真理', '松本 葵', 0],
    ['事業部窓口', 'deputy', '松本 葵', undefined, 0],
  ]);
  expect(asked).toEqual([[contact, quality]]);
  expect((await holders(admin.tools))[0]?.[1]).toBe('小野 真理');
  const desk = await describePerson(admin.tools, [models], { personId: ono.person.id });
  expect(desk.holdings.find(({ post }) => post.id === contact)?.duties).toEqual([duty(contact)]);

  await expect(removePost(admin.tools, [models], { id: contact })).rejects.toMatchObject({
    code: 'conflict',
    details: { obstacle: 'has-duties', duties: [{ count: 3 }] },
  });
  await removePost(admin.tools, [models], { id: quality });
  expect((await holders(admin.tools)).map(([name]) => name)).toEqual(['事業部窓口']);
  await restorePost(admin.tools, { id: quality });
  expect((await holders(admin.tools))[1]).toEqual(['品質窓口', '小野 真理', null]);
});
