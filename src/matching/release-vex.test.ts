import { beforeEach, expect, test } from 'vitest';
import { raiseWall, type Tools } from '#access';
import { readOpenVex } from '#formats/openvex';
import { VerdictContent } from '#verdicts/model';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { cycloneDxSchemas } from '../../test/sbom-schemas.ts';
import { sharedData } from '../../test/shared.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { csafSchema, openVexSchema } from '../../test/vex-schemas.ts';
import { fromOpenVex } from '../verdicts/vex/from-openvex.ts';
import { decide } from './decide.ts';
import { edges } from './edges.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { undoDecision } from './undo-decision.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const record = (name: string) =>
  aStatement({
    ...{ externalId: name, names: [name] },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.0,2.0)') })],
  });

const safe = VerdictContent.parse({
  ...{ status: 'not-affected', justification: 'vulnerable-code-not-present', reason: 'not-compiled' },
  ...{ impact: 'Not built in.', note: '社内のみ', evidence: 'TICKET-1' },
});
const affected = VerdictContent.parse({ status: 'affected', note: '社内のみ', impact: 'Update to 1.1.' });

async function aTouchedHouse() {
  const release = await aReleaseOf('1.0', openssl('1.1.0'));
  const other = await aReleaseOf('1.1', openssl('1.1.0'));
  await matchReleases(house.system, [release.key, other.key]);
  await matchVulnerabilities(house.system, await comesIn(record('CVE-2026-1'), record('CVE-2026-2')));
  const [analyst, insider] = [
    (await house.aPerson([{ role: 'analyst', divisionId: null }])).tools,
    await house.aPerson([{ role: 'analyst', divisionId: null }], '鈴木 一郎'),
  ];
  return { release, analyst, insider };
}

const at = (tools: Tools, hours: number): Tools => ({ ...tools, now: () => noon.add({ hours }) });
const deciding = (vulnerability: string, release: string, content = safe) => ({
  places: { by: 'vulnerability', vulnerability, within: { scope: 'release', id: release } } as const,
  ...({ scope: 'release', content, readerIds: null as string[] | null } as const),
});

/** An address of the house, as whoever these tools are of calls it. */
async function call(tools: Tools, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const [, id = '', file = ''] = /^\/([^/]+)\/vex\/([^?]+)/.exec(path) ?? [];
  const edge = edges.find((one) => one.path.endsWith(`/${file}`));
  if (!edge) throw new Error(`No edge ${file}`);
  return edge.handle(tools, new Request(`http://mamori.test/api/releases${path}`, { headers }), { releaseId: id });
}

test('what is decided of a release stands at addresses that stay, and is sent only when it is otherwise', async () => {
  const { release, analyst } = await aTouchedHouse();
  await expect(call(analyst, `/${release.id}/vex/openvex.json`)).rejects.toMatchObject({ code: 'not-found' });
  await decide(analyst, deciding('CVE-2026-1', release.id));
  await decide(at(analyst, 1), deciding('CVE-2026-2', release.id, affected));

  const answer = await call(analyst, `/${release.id}/vex/openvex.json`);
  const text = await answer.text();
  const read = readOpenVex(new TextEncoder().encode(text));
  if ('problems' in read) throw new Error('not read');

  expect(read.document).toMatchObject({ version: 2, timestamp: noon.add({ hours: 1 }).toString() });
  expect(fromOpenVex(read.document).statements).toMatchObject([
    {
      ...{ vulnerability: 'CVE-2026-1', status: 'not-affected', impact: 'Not built in.', at: noon.toString() },
      ...{ product: { id: `urn:uuid:${release.id}` }, part: { cpe: 'cpe:2.3:a:openssl:openssl:1.1.0:*:*:*:*:*:*:*' } },
    },
    { vulnerability: 'CVE-2026-2', status: 'affected', action: 'Update to 1.1.' },
  ]);
  expect(text).not.toMatch(/社内のみ|TICKET/);
  const etag = answer.headers.get('etag') ?? '';
  const again = await call(analyst, `/${release.id}/vex/openvex.json`, { 'if-none-match': `"x", W/${etag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);

  await decide(at(analyst, 2), deciding('CVE-2026-1', release.id, affected));
  const changed = await call(analyst, `/${release.id}/vex/openvex.json`, { 'if-none-match': etag });
  expect([changed.status, ((await changed.json()) as { version: number }).version]).toEqual([200, 3]);
});

const [spec, csaf, cyclonedx] = ['vex/openvex-spec', 'csaf/oasis-2.0-schemas', 'sbom/cyclonedx-schemas'].map(
  sharedData,
);

test('the three formats are written as their schemas ask', async () => {
  const { release, analyst } = await aTouchedHouse();
  const { decisionId } = await decide(analyst, deciding('CVE-2026-1', release.id));
  await decide(at(analyst, 1), deciding('CVE-2026-2', release.id, affected));
  const textOf = async (form: string) => (await call(analyst, `/${release.id}/vex/${form}.json`)).text();

  if (spec) expect(openVexSchema(spec)(await textOf('openvex'))).toEqual([]);
  if (csaf) expect(csafSchema(csaf)(await textOf('csaf'))).toEqual([]);
  if (cyclonedx) expect(cycloneDxSchemas(cyclonedx)('1.6', 'json')(await textOf('cyclonedx'))).toEqual([]);

  await undoDecision(at(analyst, 2), { id: decisionId });
  expect(JSON.parse(await textOf('csaf')).vulnerabilities).toHaveLength(1);
});

test('the feed tells each difference, newest first, and what was taken back', async () => {
  const { release, analyst } = await aTouchedHouse();
  await decide(analyst, deciding('CVE-2026-1', release.id));
  const { decisionId } = await decide(at(analyst, 1), deciding('CVE-2026-1', release.id, affected));
  await undoDecision(at(analyst, 2), { id: decisionId });

  const feed = (await (await call(analyst, `/${release.id}/vex/feed.json`)).json()) as {
    items: { id: string; title: string; date_published: string; _vex: { after: unknown } }[];
  };

  expect(feed.items.map(({ title, date_published: on }) => [title, on])).toEqual([
    ['CVE-2026-1: affected → not affected', noon.add({ hours: 2 }).toString()],
    ['CVE-2026-1: not affected → affected', noon.add({ hours: 1 }).toString()],
    ['CVE-2026-1: nothing stated → not affected', noon.toString()],
  ]);
  expect(feed.items[1]?._vex).toMatchObject({ after: { status: 'affected', told: 'Update to 1.1.' } });
  const second = /#(\d+)$/.exec(feed.items[1]?.id ?? '')?.[1];
  const older = await call(analyst, `/${release.id}/vex/feed.json?before=${second}`);
  expect(((await older.json()) as { items: unknown[] }).items).toEqual(feed.items.slice(2));
});

test('nothing behind a wall goes out, not even to those inside', async () => {
  const { release, analyst, insider } = await aTouchedHouse();
  await decide(analyst, deciding('CVE-2026-1', release.id, affected));
  const before = await (await call(analyst, `/${release.id}/vex/openvex.json`)).text();
  const feed = await (await call(analyst, `/${release.id}/vex/feed.json`)).text();

  await decide(at(insider.tools, 1), { ...deciding('CVE-2026-1', release.id), readerIds: [] });
  await decide(at(insider.tools, 1), { ...deciding('CVE-2026-2', release.id), readerIds: [] });

  for (const tools of [analyst, insider.tools]) {
    expect(await (await call(tools, `/${release.id}/vex/openvex.json`)).text()).toBe(before);
    expect(await (await call(tools, `/${release.id}/vex/feed.json`)).text()).toBe(feed);
  }

  await drawWall(insider.tools, 'CVE-2026-1');
  await decide(at(analyst, 2), deciding('CVE-2026-2', release.id, affected));
  const left = await (await call(insider.tools, `/${release.id}/vex/openvex.json`)).text();
  expect([left.includes('CVE-2026-2'), left.includes('CVE-2026-1')]).toEqual([true, false]);
});

/** Puts the places of a vulnerability behind a wall, as its record does. */
async function drawWall(tools: Tools, name: string): Promise<void> {
  await house.db.transaction().execute(async (transaction) => {
    const wallId = await raiseWall(transaction, tools, { reason: 'embargo', memberIds: [] });
    await transaction
      .updateTable('exposure')
      .set({ wall_id: wallId })
      .where('vulnerability_id', '=', (query) =>
        query.selectFrom('vulnerability').select('id').where('name', '=', name),
      )
      .execute();
  });
}
