import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { takeSbom } from '#inventory';
import { freshDatabase } from '../../../../test/database.ts';
import { aRelease } from '../../../../test/dependency-track.ts';
import { aDependencyTrack, aProject, type ServedProject } from '../../../../test/dependency-track-server.ts';
import { comingDocument, withFolder } from '../../../../test/sbom-bytes.ts';
import { openServer } from './client.ts';
import { importEverything, type Line } from './import-everything.ts';

const house = await freshDatabase();
const inFolder = withFolder();
beforeEach(house.reset);
const tools: Tools = inFolder(house.system);

const quiet = { lineName: null as string | null, isDryRun: false, onListed: () => {}, onProject: () => {} };
async function aStage(projects: ServedProject[], options: Parameters<typeof aDependencyTrack>[1] = {}) {
  const theirs = await aDependencyTrack(projects, options);
  const server = openServer({ url: theirs.url, key: theirs.key, ownNetwork: true });
  return {
    ...theirs,
    take: (more: Partial<typeof quiet> = {}) => importEverything(tools, server, { ...quiet, ...more }),
  };
}

const openssl = { name: 'openssl', version: '1.1.1k' };
const busybox = { name: 'busybox', version: '1.36.1' };

/** "line / model version: components" of every release. */
async function register(): Promise<string[]> {
  const rows = await house.db
    .selectFrom('release as r')
    .innerJoin('model as m', 'm.id', 'r.model_id')
    .innerJoin('product_line as l', 'l.id', 'm.line_id')
    .leftJoin('release_component as u', 'u.release_key', 'r.key')
    .select((eb) => ['l.name as line', 'm.name as model', 'r.version', eb.fn.count('u.component_id').as('components')])
    .groupBy(['l.name', 'm.name', 'r.version', 'r.id'])
    .execute();
  return rows.map(({ line, model, version, components }) => `${line} / ${model} ${version}: ${components}`).sort();
}

const outcomesOf = (lines: Line[]) =>
  lines.map((line) => ('outcome' in line ? line.outcome.project : `refused: ${line.refused}`));

test('projects become releases; a tree becomes a line, and what only groups becomes nothing else', async () => {
  const top = aProject('カメラ', null);
  const { take } = await aStage([
    top,
    aProject('CAM-20', '2.0', { parent: top.uuid, components: [openssl, busybox], lastBomImport: 1 }),
    aProject('CAM-20', '2.1', { parent: top.uuid, components: [busybox], lastBomImport: 1 }),
    aProject('MR-1167', '1.2.0', { components: [openssl], lastBomImport: 1 }),
    aProject('empty', null),
  ]);

  const lines = await take();

  expect(outcomesOf(lines)).toEqual(['group', 'taken', 'taken', 'taken', 'taken']);
  expect(await register()).toEqual([
    'Dependency-Track / MR-1167 1.2.0: 1',
    'Dependency-Track / empty unversioned: 0',
    'カメラ / CAM-20 2.0: 2',
    'カメラ / CAM-20 2.1: 1',
  ]);
}, 30_000);

test('all pages are read, and everything can go into one line', async () => {
  const projects = Array.from({ length: 7 }, (_, n) => aProject(`P-${n}`, '1'));
  const { take, asked } = await aStage(projects, { mostPerPage: 3 });

  const lines = await take({ lineName: '移行分' });

  expect(lines.length).toBe(7);
  expect(asked.filter((path) => path === '/api/v1/project').length).toBe(3);
  const inLine = (await register()).filter((line) => line.startsWith('移行分 / '));
  expect(inLine.length).toBe(7);
}, 30_000);

test('a second run changes nothing; a newer import there is taken, and a release keeps its own later document', async () => {
  const project = aProject('MR-1167', '1.2.0', { components: [openssl], lastBomImport: 1, tags: ['WPA2', 'team-a'] });
  const own = aProject('MR-1200', '3', { components: [openssl], lastBomImport: 1 });
  const { take } = await aStage([project, own]);
  await take();
  const ofOwn = await house.db
    .selectFrom('release as r')
    .select('r.id')
    .where('r.version', '=', '3')
    .executeTakeFirstOrThrow();
  const newer = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', ...busybox }] };
  await takeSbom(tools, { releaseId: ofOwn.id, file: comingDocument(newer), origin: 'api' });

  const again = await take();
  expect(again).toMatchObject([
    { outcome: { project: 'unchanged', sbom: 'unchanged' } },
    { outcome: { project: 'unchanged', sbom: 'kept' } },
  ]);
  expect((await house.db.selectFrom('sbom').select('id').execute()).length).toBe(3);

  await house.db.updateTable('release').set({ note: '量産版' }).where('version', '=', '1.2.0').execute();
  Object.assign(project, { description: 'theirs', components: [openssl, busybox], lastBomImport: 2 });
  const third = await take();
  expect(third[0]).toMatchObject({ outcome: { project: 'taken', sbom: 'taken', components: 2 } });
  const release = await house.db
    .selectFrom('release')
    .select(['tags', 'note', 'revision'])
    .where('version', '=', '1.2.0')
    .executeTakeFirst();
  expect(release).toEqual({ tags: ['WPA2'], note: '量産版\nlabels: team-a', revision: 3 });
}, 30_000);

test.each(['whole', 'paged'] as const)('decisions travel in their own words, once (findings %s)', async (findings) => {
  const said = Temporal.Instant.from('2026-10-01T00:00:00Z');
  const decided = {
    component: 'openssl@1.1.1k',
    vulnId: 'CVE-2022-0778',
    analysis: {
      ...{ state: 'NOT_AFFECTED', justification: 'CODE_NOT_REACHABLE', response: 'WILL_NOT_FIX' },
      details: '証明書を読まない',
      isSuppressed: true,
      comments: [{ timestamp: said.epochMilliseconds, comment: '確認済み', commenter: 'sato' }],
    },
  };
  const open = Array.from({ length: 120 }, (_, n) => ({ component: 'openssl@1.1.1k', vulnId: `CVE-2023-${n}` }));
  const gone = { component: 'zlib@1.2.11', vulnId: 'CVE-2018-25032', analysis: { state: 'RESOLVED' } };
  const project = aProject('MR-1167', '1.2.0', {
    components: [openssl],
    lastBomImport: 1,
    findings: [...open, decided, gone],
  });
  const { take, asked } = await aStage([project], { findings });

  const lines = await take();
  const again = await take();

  expect(lines[0]).toMatchObject({ outcome: { decisions: 1, unplaced: ['CVE-2018-25032 zlib 1.2.11'] } });
  expect(again[0]).toMatchObject({ outcome: { project: 'unchanged' } });
  expect(asked.filter((path) => path === '/api/v1/analysis').length).toBe(4);
  const kept = await house.db.selectFrom('release_statement').selectAll().execute();
  expect(kept).toMatchObject([
    {
      ...{ origin: 'dependency-track', vulnerability: 'CVE-2022-0778', status: 'NOT_AFFECTED' },
      justification: 'CODE_NOT_REACHABLE',
      detail: '証明書を読まない\nresponse: WILL_NOT_FIX\nsuppressed: yes\n2026-10-01T00:00:00Z sato 確認済み',
      stated_at: said,
      stated_by: 'sato',
      component_id: expect.any(Number),
    },
  ]);
});

test('what fails is told with its reason, and the rest goes on; the next run takes it', async () => {
  const denied = aProject('DENIED', '1', { broken: { status: 403, body: '' } });
  const bad = aProject('BAD', '1', {
    broken: { status: 200, body: '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{}]}' },
  });
  const long = aProject('LONG', 'x'.repeat(101));
  const good = aProject('GOOD', '1', { components: [openssl] });
  const twin = aProject('ｇｏｏｄ', '1');
  const { take, failing } = await aStage([denied, bad, long, good, twin]);
  failing.set(`/api/v1/bom/cyclonedx/project/${good.uuid}`, 1);

  const lines = await take();

  expect(lines).toMatchObject([
    { refused: expect.stringContaining('403') },
    { outcome: { sbom: { refused: expect.stringContaining('components[0]') } } },
    { refused: expect.stringContaining('100 characters') },
    { outcome: { sbom: 'taken' } },
    { refused: expect.stringContaining(good.uuid) },
  ]);
  delete denied.broken;
  expect(outcomesOf(await take())).toEqual([
    'taken',
    'taken',
    expect.stringContaining('refused'),
    'unchanged',
    expect.stringContaining('refused'),
  ]);
}, 30_000);

test('a dry run reads and judges everything and writes nothing', async () => {
  const top = aProject('カメラ', null);
  const finding = { component: 'openssl@1.1.1k', vulnId: 'CVE-1', analysis: { state: 'EXPLOITABLE' } };
  const { take } = await aStage([
    top,
    aProject('CAM-20', '2.0', { parent: top.uuid, components: [openssl], findings: [finding] }),
  ]);

  const lines = await take({ isDryRun: true });

  expect(lines).toMatchObject([
    { outcome: { project: 'group' } },
    { place: { lineName: 'カメラ', modelName: 'CAM-20' }, outcome: { sbom: 'taken', components: 1, decisions: 1 } },
  ]);
  expect(await register()).toEqual([]);
  expect(await house.db.selectFrom('sbom_import').select('id').execute()).toEqual([]);
});

test('a model that stands stays in its line', async () => {
  await aRelease(
    { systemTools: () => house.system, db: house.db },
    { line: 'ルーター', model: 'MR-1167', version: '1.0' },
  );
  const { take } = await aStage([aProject('MR-1167', '1.1', { components: [openssl] })]);

  await take();

  expect(await register()).toEqual(['ルーター / MR-1167 1.0: 0', 'ルーター / MR-1167 1.1: 1']);
});

test('a wrong key, or a private address that was not allowed, ends the import before anything is written', async () => {
  const { url, key } = await aStage([aProject('A', '1')]);
  const wrong = openServer({ url, key: 'odt_wrong', ownNetwork: true });
  const outside = openServer({ url: url.replace('http:', 'https:'), key, ownNetwork: false });

  await expect(importEverything(tools, wrong, quiet)).rejects.toMatchObject({ name: 'ServerProblem', status: 401 });
  await expect(importEverything(tools, outside, quiet)).rejects.toMatchObject({ code: 'address-refused' });
});
