import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aCatalogue } from '../../test/registers.ts';
import { auditOf } from '../../test/sign-in.ts';
import { changeStates, previewStates, undoStates } from './change-release-states.ts';
import { ReleaseFacts, ShipmentFacts } from './model/registers.ts';
import type { StateChange } from './model/release-states.ts';
import { releases } from './register/releases.ts';
import { shipments } from './register/shipments.ts';
import { listEntries } from './register/store/entries.ts';
import { createEntry, removeEntry } from './register/write-entry.ts';
import { updateModel } from './update-model.ts';
import { createRelease, updateRelease } from './write-release.ts';

const house = await freshDatabase();
const { db, aPerson, reset, told } = house;
beforeEach(reset);

const to = (state: StateChange['state'], said: Partial<StateChange> = {}): StateChange => ({ state, ...said });

/** Of one camera: 1.0 and 1.1 are with customers, 0.9 has ended, 2.0 is being made. */
async function fourReleases() {
  const made = await aCatalogue(aPerson);
  const { tools, camera, release } = made;
  const aRelease = (version: string, state: string, releasedOn: string | null = null) =>
    createRelease(tools, ReleaseFacts.parse({ modelId: camera.id, version, state, releasedOn }));
  const ended = await aRelease('0.9', 'ended');
  const newer = await aRelease('1.1', 'supported', '2026-06-01');
  const next = await aRelease('2.0', 'in-development');
  const units = { releaseId: newer.id, month: '2026-07', region: 'JP', units: 1200 };
  await createEntry(tools, shipments, ShipmentFacts.parse(units));
  told.length = 0;
  return { ...made, ended, newer, next, ids: [release.id, ended.id, newer.id, next.id] };
}
const statesOf = async (ids: string[]) =>
  Object.fromEntries(
    (await listEntries(db, releases.table, ids)).map(({ facts }) => [facts.version, [facts.state, facts.endedOn]]),
  );

test('many releases get a state at once, told by one event, and each stands in the trail', async () => {
  const { tools, ids } = await fourReleases();

  const done = await changeStates(tools, { ids, change: to('ended', { endedOn: '2026-11-30' }) });

  expect(done.releases).toBe(4);
  expect(await statesOf(ids)).toEqual(
    Object.fromEntries(['0.9', '1.0', '1.1', '2.0'].map((version) => [version, ['ended', '2026-11-30']])),
  );
  expect(told).toEqual([{ event: 'releases.changed', payload: { changeId: done.id } }]);
  expect(await auditOf(house, 'release.update')).toHaveLength(4);
});

test('what would change is told before, with the releases and units that leave customers or come to them', async () => {
  const { tools, ids } = await fourReleases();

  expect(await previewStates(tools, { ids, change: to('ended') })).toMatchObject({
    ...{ changed: 3, same: 1 },
    leaving: { releases: 2, units: 1200 },
    entering: { releases: 0, units: 0 },
  });
  expect(await previewStates(tools, { ids, change: to('shipment-stopped') })).toMatchObject({
    ...{ changed: 4, same: 0 },
    leaving: { releases: 0, units: 0 },
    entering: { releases: 2, units: 0 },
  });
});

test('one that would end before it was released keeps all of them as they are', async () => {
  const { tools, ids } = await fourReleases();
  const change = to('ended', { endedOn: '2026-05-31' });

  expect(await previewStates(tools, { ids, change })).toMatchObject({ early: { count: 1, names: ['MC-220 1.1'] } });
  await expect(changeStates(tools, { ids, change })).rejects.toMatchObject({
    details: { reason: 'ended-before-released', name: 'MC-220 1.1' },
  });
  expect((await statesOf(ids))['1.0']).toEqual(['shipped', null]);
});

test('one of another division keeps all of them as they are', async () => {
  const { tools, ids, camera, line, division, part } = await fourReleases();
  const said = { lineId: line.id, name: 'MC-220', kind: 'device', divisionId: division.id };
  await updateModel(tools, { ...camera, ...said } as never);
  const { tools: contact } = await aPerson([{ role: 'contact', divisionId: division.id }]);
  const change = to('shipment-stopped');

  expect(await previewStates(contact, { ids: [...ids, part.id], change })).toMatchObject({
    foreign: { count: 1, names: ['NetStack 5.1'] },
  });
  await expect(changeStates(contact, { ids: [...ids, part.id], change })).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect((await statesOf(ids))['1.0']).toEqual(['shipped', null]);
  expect((await changeStates(contact, { ids, change })).releases).toBe(4);
});

test('it is taken back as a whole, unless one was changed since', async () => {
  const { tools, ids, newer } = await fourReleases();
  const before = await statesOf(ids);

  const first = await changeStates(tools, { ids, change: to('ended', { endedOn: '2026-11-30' }) });
  await undoStates(tools, { id: first.id });
  expect(await statesOf(ids)).toEqual(before);

  const second = await changeStates(tools, { ids, change: to('ended') });
  await updateRelease(tools, { id: newer.id, revision: newer.revision + 3, note: '最後の在庫' });
  await expect(undoStates(tools, { id: second.id })).rejects.toMatchObject({
    details: { reason: 'changed-since', names: ['MC-220 1.1'] },
  });
});

test('what was removed meanwhile is left out, and another kind of change is not taken back here', async () => {
  const { tools, ids, next } = await fourReleases();
  await removeEntry(tools, releases, next);

  expect((await changeStates(tools, { ids, change: to('shipment-stopped') })).releases).toBe(3);
  await expect(changeStates(tools, { ids: [next.id], change: to('ended') })).rejects.toMatchObject({
    code: 'not-found',
  });
  const [removal] = await db.selectFrom('register_change').select('change_id').where('how', '=', 'remove').execute();
  await expect(undoStates(tools, { id: removal?.change_id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
});
