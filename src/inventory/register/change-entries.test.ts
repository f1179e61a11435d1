import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { aCatalogue } from '../../../test/registers.ts';
import { PartnerFacts, ReleaseFacts, SoldAsFacts } from '../model/registers.ts';
import { dependencies } from './dependencies.ts';
import { hardware } from './hardware.ts';
import { partners } from './partners.ts';
import { parts } from './parts.ts';
import { releases } from './releases.ts';
import { shipments } from './shipments.ts';
import { soldAs } from './sold-as.ts';
import { listEntries } from './store/entries.ts';
import { createEntry, removeEntry, restoreEntry, updateEntry } from './write-entry.ts';

const { db, aPerson, reset, told } = await freshDatabase();
beforeEach(reset);

const aMaker = () => aCatalogue(aPerson);

const tallyOf = (modelId: string) =>
  db
    .selectFrom('model_tally')
    .select(['releases', 'in_field', 'without_sbom', 'units'])
    .where('model_id', '=', modelId)
    .executeTakeFirst();

test('a release stands as it was written; history, trail, counts and event say so', async () => {
  const { tools, camera } = await aMaker();
  told.length = 0;
  const facts = ReleaseFacts.parse({
    modelId: camera.id,
    version: '1.4.0',
    state: 'shipped',
    releasedOn: '2026-04-01',
    firmwareName: 'cam-1.4.0.bin',
    firmwareSha256: 'AB'.repeat(32),
    tags: ['upnp', 'wpa2'],
  });

  const made = await createEntry(tools, releases, facts);

  expect(await listEntries(db, releases.table, [made.id])).toEqual([
    {
      ...made,
      facts: { ...facts, firmwareSha256: 'ab'.repeat(32), tags: ['UPnP', 'WPA2'], removed: false },
    },
  ]);
  const history = db.selectFrom('register_change').select(['register', 'revision', 'how', 'before']);
  expect(await history.where('entry_id', '=', made.id).execute()).toEqual([
    { register: 'releases', revision: 1, how: 'create', before: {} },
  ]);
  expect(
    await db.selectFrom('audit').select(['action', 'subject_name']).where('subject_id', '=', made.id).execute(),
  ).toEqual([{ action: 'release.create', subject_name: 'MC-220 1.4.0' }]);
  expect(await tallyOf(camera.id)).toEqual({ releases: 2, in_field: 2, without_sbom: 2, units: 0 });
  expect(told).toEqual([{ event: 'releases.changed', payload: { changeId: expect.any(String) } }]);
});

test('a change that says nothing new writes nothing; who saw an old revision is told who changed what', async () => {
  const { tools, person, release } = await aMaker();

  expect(await updateEntry(tools, releases, release, { note: '' })).toEqual(release);
  const changed = await updateEntry(tools, releases, release, { state: 'shipment-stopped' });
  const attempt = updateEntry(tools, releases, release, { state: 'ended' });

  expect(changed.revision).toBe(2);
  await expect(attempt).rejects.toMatchObject({
    code: 'conflict',
    details: {
      reason: 'changed-since',
      revision: 2,
      changes: [{ by: person.name, before: { state: 'shipped' }, after: { state: 'shipment-stopped' } }],
    },
  });
});

test('a removed release leaves the counts and comes back with its shipments', async () => {
  const { tools, camera, release } = await aMaker();
  await createEntry(tools, shipments, { releaseId: release.id, month: '2026-04', region: 'JP', units: 1200 });
  expect(await tallyOf(camera.id)).toMatchObject({ releases: 1, units: 1200 });

  const removed = await removeEntry(tools, releases, release);
  expect(await tallyOf(camera.id)).toMatchObject({ releases: 0, units: 0 });

  await restoreEntry(tools, releases, removed);
  expect(await tallyOf(camera.id)).toMatchObject({ releases: 1, units: 1200 });
});

test('the address of a release follows the name of its hardware', async () => {
  const { tools, camera } = await aMaker();
  const board = await createEntry(tools, hardware, { modelId: camera.id, name: 'Rev A', soc: '', board: '', note: '' });
  const { id } = await createEntry(
    tools,
    releases,
    ReleaseFacts.parse({ modelId: camera.id, hardwareId: board.id, version: '1.0 β', state: 'shipped' }),
  );
  const slug = async () =>
    (await db.selectFrom('release').select('slug').where('id', '=', id).executeTakeFirst())?.slug;
  expect(await slug()).toBe('1.0-β@rev-a');

  await updateEntry(tools, hardware, board, { name: 'Rev B' });

  expect(await slug()).toBe('1.0-β@rev-b');
});

test('what is needed elsewhere is not removed, and the refusal names what needs it', async () => {
  const { tools, camera, release, part } = await aMaker();
  const board = await createEntry(tools, hardware, { modelId: camera.id, name: 'A', soc: '', board: '', note: '' });
  await updateEntry(tools, releases, release, { hardwareId: board.id });
  const partner = await createEntry(tools, partners, PartnerFacts.parse({ name: '東都電機' }));
  await createEntry(
    tools,
    soldAs,
    SoldAsFacts.parse({ modelId: camera.id, partnerId: partner.id, direction: 'ours-under-theirs', name: 'TC-9' }),
  );
  await createEntry(tools, parts, { releaseId: release.id, partId: part.id, note: '' });

  for (const [attempt, name] of [
    [() => removeEntry(tools, hardware, board), 'MC-220 1.0'],
    [() => removeEntry(tools, partners, partner), 'MC-220 / TC-9'],
    [() => removeEntry(tools, releases, part), 'MC-220 1.0'],
  ] as const)
    await expect(attempt()).rejects.toMatchObject({ code: 'conflict', details: { reason: 'in-use', names: [name] } });
});

test.each([
  [
    'a camera as a part',
    'part-not-module',
    ({ release, other }: Made) => [parts, { releaseId: release.id, partId: other.id, note: '' }],
  ],
  ['itself as a part', 'part-itself', ({ part }: Made) => [parts, { releaseId: part.id, partId: part.id, note: '' }]],
  [
    'itself as its need',
    'needs-itself',
    ({ camera }: Made) => [dependencies, { modelId: camera.id, onModelId: camera.id, note: '' }],
  ],
  [
    'the hardware of another',
    'hardware-of-another',
    ({ camera, foreign }: Made) => [
      releases,
      ReleaseFacts.parse({ modelId: camera.id, hardwareId: foreign.id, version: '9', state: 'shipped' }),
    ],
  ],
  [
    'an end before its start',
    'ended-before-released',
    ({ camera }: Made) => [
      releases,
      ReleaseFacts.parse({
        modelId: camera.id,
        version: '9',
        state: 'ended',
        releasedOn: '2026-02-01',
        endedOn: '2026-01-31',
      }),
    ],
  ],
  [
    'a version that stands, written otherwise',
    'taken',
    ({ camera }: Made) => [releases, ReleaseFacts.parse({ modelId: camera.id, version: '１．０', state: 'shipped' })],
  ],
  [
    'a month that stands',
    'taken',
    ({ release }: Made) => [shipments, { releaseId: release.id, month: '2026-01', region: 'EU', units: 1 }],
  ],
] as const)('%s is refused', async (_, reason, entryOf) => {
  const made = await aRefusable();
  const [register, facts] = entryOf(made) as [typeof releases, ReleaseFacts];

  const attempt = createEntry(made.tools, register, facts);

  await expect(attempt).rejects.toMatchObject({ code: 'conflict', details: { reason } });
});

async function aRefusable() {
  const made = await aMaker();
  const { tools, camera, module, release } = made;
  const other = await createEntry(
    tools,
    releases,
    ReleaseFacts.parse({ modelId: camera.id, version: '2.0', state: 'shipped' }),
  );
  const foreign = await createEntry(tools, hardware, { modelId: module.id, name: 'A', soc: '', board: '', note: '' });
  await createEntry(tools, shipments, { releaseId: release.id, month: '2026-01', region: 'EU', units: 5 });
  return { ...made, other, foreign };
}
type Made = Awaited<ReturnType<typeof aRefusable>>;

test('two who make the same release at once: one makes it, the other is told', async () => {
  const { tools, camera } = await aMaker();
  const facts = ReleaseFacts.parse({ modelId: camera.id, version: '3.0', state: 'shipped' });

  const done = await Promise.allSettled([1, 2, 3].map(() => createEntry(tools, releases, facts)));

  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  for (const one of done)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict', details: { reason: 'taken' } });
  expect(await tallyOf(camera.id)).toMatchObject({ releases: 2 });
});

test('units that are written at the same time are all counted', async () => {
  const { tools, camera, release } = await aMaker();

  await Promise.all(
    ['01', '02', '03', '04'].map((month) =>
      createEntry(tools, shipments, { releaseId: release.id, month: `2026-${month}`, region: 'JP', units: 10 }),
    ),
  );

  expect(await tallyOf(camera.id)).toMatchObject({ units: 40 });
});

test('who answers for another division may not change a release, nor a partner of the whole company', async () => {
  const { release, division } = await aMaker();
  const { tools: foreign } = await aPerson([{ role: 'contact', divisionId: division.id }], '高橋 花');

  await expect(updateEntry(foreign, releases, release, { note: 'x' })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(createEntry(foreign, partners, PartnerFacts.parse({ name: 'A' }))).rejects.toMatchObject({
    code: 'not-allowed',
  });
});
