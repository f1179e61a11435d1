import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aRelease } from '../../test/dependency-track.ts';
import { factsOf } from './sbom/fingerprint.ts';
import { resolveComponents } from './store/components.ts';
import { listStatements } from './store/statements.ts';
import { type Stated, takeStatements } from './take-statements.ts';
import { takeVex } from './take-vex.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const builders = { systemTools: () => house.system, db: house.db };

/** A release that ships these parts. */
async function aReleaseWith(...parts: { name: string; version: string; purl?: string }[]) {
  const release = await aRelease(builders, { line: 'ルーター', model: 'MR-1167', version: '1.2.0' });
  const facts = parts.map((part) => factsOf({ purl: null, cpes: [], supplier: null, ...part }));
  const ids = await resolveComponents(house.db, facts);
  const { key } = await house.db
    .selectFrom('release')
    .select('key')
    .where('id', '=', release.id)
    .executeTakeFirstOrThrow();
  if (ids.length > 0)
    await house.db
      .insertInto('release_component')
      .values(ids.map((component_id) => ({ release_key: key, component_id })))
      .execute();
  return { ...release, componentIds: ids };
}

const openssl = { name: 'openssl', version: '1.1.1k', purl: 'pkg:generic/openssl@1.1.1k' };
const busybox = { name: 'BusyBox', version: '1.36.1' };
const stated = (about: Stated['about'], status = 'NOT_AFFECTED'): Stated => ({
  ...{ vulnerability: 'CVE-2022-0778', status, justification: 'CODE_NOT_REACHABLE', detail: null },
  ...{ at: noon, by: 'sato', about },
});
const named = (part: { name: string; version: string | null; purl?: string | null }) => ({
  ...{ purl: null, cpes: [] },
  ...part,
});

test('a statement finds its component by purl, else by name and version; what is not shipped is told', async () => {
  const { id: releaseId, componentIds } = await aReleaseWith(openssl, busybox);
  const statements = [
    stated(named({ name: 'libssl', version: '1.1.1k', purl: openssl.purl })),
    stated(named({ name: 'busybox', version: '1.36.1' })),
    stated(named({ name: 'busybox', version: '1.30' })),
    stated('release'),
  ];

  const taken = await takeStatements(house.system, { releaseId, origin: 'vex', which: 'all', statements });

  expect(taken).toMatchObject({ taken: 3, isUnchanged: false, unplaced: [statements[2]] });
  const kept = await listStatements(house.db, releaseId);
  expect(kept.map(({ componentId }) => componentId)).toEqual([...componentIds, null]);
  expect(kept[0]).toMatchObject({ origin: 'vex', status: 'NOT_AFFECTED', by: 'sato', at: noon });
});

test('the same again writes nothing; what is not stated any more is gone', async () => {
  const { id: releaseId } = await aReleaseWith(openssl);
  const take = (...statements: Stated[]) =>
    takeStatements(house.system, { releaseId, origin: 'dependency-track', which: 'all', statements });
  const trail = async () =>
    (await house.db.selectFrom('audit').select('action').where('action', '=', 'release.take-statements').execute())
      .length;

  await take(stated(named(openssl)), stated('release', 'IN_TRIAGE'));
  const again = await take(stated('release', 'IN_TRIAGE'), stated(named(openssl)));
  expect([again.isUnchanged, await trail()]).toEqual([true, 1]);

  await take(stated(named(openssl), 'RESOLVED'));
  expect(await listStatements(house.db, releaseId)).toMatchObject([{ status: 'RESOLVED' }]);
  expect(await trail()).toBe(2);
});

test('statements of one origin leave those of another alone', async () => {
  const { id: releaseId } = await aReleaseWith();
  await takeStatements(house.system, { releaseId, origin: 'vex', which: 'all', statements: [stated('release')] });

  await takeStatements(house.system, { releaseId, origin: 'dependency-track', which: 'all', statements: [] });

  expect(await listStatements(house.db, releaseId)).toMatchObject([{ origin: 'vex' }]);
});

test('who may not change the release cannot state anything about it', async () => {
  const { id: releaseId } = await aReleaseWith();
  const { tools } = await house.aPerson([{ role: 'reader', divisionId: null }]);

  const attempt = takeStatements(tools, { releaseId, origin: 'vex', which: 'all', statements: [] });

  await expect(attempt).rejects.toMatchObject({ code: 'not-allowed' });
});

const vexOf = (vulnerabilities: object[], more: object = {}) =>
  new File(
    [JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, ...more, vulnerabilities })],
    'vex',
  );

test('a VEX document names what it is about by its own parts, by purl, by BOM-Link, or the whole', async () => {
  const { id: releaseId, componentIds } = await aReleaseWith(openssl, busybox);
  const analysis = { state: 'not_affected', justification: 'code_not_reachable', detail: '呼び出さない' };
  const file = vexOf(
    [
      { id: 'CVE-2026-0001', analysis, affects: [{ ref: 'here' }] },
      { id: 'CVE-2026-0002', analysis, affects: [{ ref: 'pkg:generic/openssl@1.1.1k' }] },
      {
        id: 'CVE-2026-0003',
        analysis,
        affects: [{ ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Ageneric%2Fopenssl%401.1.1k' }],
      },
      { id: 'CVE-2026-0004', analysis: { state: 'in_triage' }, affects: [{ ref: 'product' }] },
      { id: 'CVE-2026-0005', analysis, affects: [{ ref: 'nothing-that-is-known' }] },
    ],
    {
      metadata: { component: { type: 'firmware', name: 'MR-1167', 'bom-ref': 'product' } },
      components: [{ type: 'application', name: 'busybox', version: '1.36.1', 'bom-ref': 'here' }],
    },
  );

  const taken = await takeVex(house.system, { releaseId, file });

  expect(taken.unplaced.map(({ vulnerability }) => vulnerability)).toEqual(['CVE-2026-0005']);
  const [ofOpenssl, ofBusybox] = componentIds;
  expect(await listStatements(house.db, releaseId)).toMatchObject([
    { vulnerability: 'CVE-2026-0001', componentId: ofBusybox, status: 'not_affected', detail: '呼び出さない' },
    { vulnerability: 'CVE-2026-0002', componentId: ofOpenssl },
    { vulnerability: 'CVE-2026-0003', componentId: ofOpenssl },
    { vulnerability: 'CVE-2026-0004', componentId: null, status: 'in_triage' },
  ]);
});

test('a second VEX document replaces what the first said of the same vulnerability, and nothing else', async () => {
  const { id: releaseId } = await aReleaseWith();
  await takeVex(house.system, {
    releaseId,
    file: vexOf([
      { id: 'CVE-1', analysis: { state: 'in_triage' } },
      { id: 'CVE-2', analysis: { state: 'in_triage' } },
    ]),
  });

  await takeVex(house.system, { releaseId, file: vexOf([{ id: 'CVE-2', analysis: { state: 'resolved' } }]) });

  expect(await listStatements(house.db, releaseId)).toMatchObject([
    { vulnerability: 'CVE-1', status: 'in_triage' },
    { vulnerability: 'CVE-2', status: 'resolved' },
  ]);
});

test.each([
  ['no CycloneDX', new File(['{"@context":"https://openvex.dev/ns"}'], 'vex.json'), 'unknown-format'],
  ['a word that VEX does not know', vexOf([{ id: 'CVE-1', analysis: { state: 'fine' } }]), undefined],
])('%s is refused with its problems', async (_what, file, rule) => {
  const { id: releaseId } = await aReleaseWith();

  const attempt = takeVex(house.system, { releaseId, file });

  await expect(attempt).rejects.toMatchObject({
    code: 'invalid',
    details: { problems: [rule ? { rule } : { place: expect.stringContaining('vulnerabilities[0]') }] },
  });
});

test('what a database cannot hold is left out of statements, and nothing else', async () => {
  const { id: releaseId } = await aReleaseWith(openssl);
  const long = 'x'.repeat(9_000);
  const beyond = Temporal.Instant.from('+200000-01-01T00:00:00Z');
  const statements: Stated[] = [
    { ...stated('release'), vulnerability: 'CVE-2022-0778\0', detail: 'a\0b', at: beyond },
    { ...stated('release'), vulnerability: long },
  ];
  const kept = { releaseId, origin: 'vex', which: 'named', statements } as const;

  await takeStatements(house.system, kept);
  expect(await takeStatements(house.system, kept)).toMatchObject({ taken: 2, isUnchanged: true });

  expect(await listStatements(house.db, releaseId)).toMatchObject([
    { vulnerability: 'CVE-2022-0778', detail: 'ab', at: null },
    { vulnerability: long.slice(0, 500), at: noon },
  ]);
});
