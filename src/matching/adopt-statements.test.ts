import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { freshDatabase } from '../../test/database.ts';
import { aShippingHouse } from '../../test/matching/shipped.ts';
import { standingsOf, wrongStandings } from '../../test/matching/standings.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { takeSbom } from '../inventory/take-sbom.ts';
import { listVexImports, listVexLines } from './list-vex.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { undoVex } from './undo-vex.ts';

const house = await freshDatabase();
const inFolder = withFolder();
beforeEach(house.reset);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const openssl = aPart('openssl', '1.1.0', { cpe: 'cpe:2.3:a:openssl:openssl:1.1.0:*:*:*:*:*:*:*' } as object);
const vulnerabilities = [
  { id: 'CVE-2026-1', state: 'not_affected', justification: 'code_not_reachable' },
  { id: 'CVE-2026-2', state: 'not_affected' },
  { id: 'CVE-2026-3', state: 'exploitable' },
  { id: 'CVE-2099-1', state: 'exploitable' },
].map(({ id, ...analysis }) => ({ id, analysis, affects: [{ ref: 'openssl' }] }));

const record = (name: string, range: string) =>
  aStatement({
    ...{ externalId: name, names: [name] },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges(range) })],
  });

/** A release that nothing is known of yet, and records that would touch it. */
async function aStage() {
  const release = await aReleaseOf('1.0');
  const records = [
    record('CVE-2026-1', '[1.0,2.0)'),
    record('CVE-2026-2', '[1.0,2.0)'),
    record('CVE-2026-3', '[1.0,2.0)'),
  ];
  await matchVulnerabilities(house.system, await comesIn(...records));
  return release;
}

const send = (tools: Tools, releaseId: string) =>
  takeSbom(inFolder(tools), {
    ...{ releaseId, origin: 'page' },
    file: comingDocument(aDocument([openssl], {}, { vulnerabilities })),
  });

test('what one upload states with its parts is decided as its places come to be, once, by whoever may decide', async () => {
  const release = await aStage();
  const { tools } = await house.aPerson([{ role: 'analyst', divisionId: null }]);
  const { id } = await send(tools, release.id);
  house.told.length = 0;

  await matchReleases(house.system, [release.key]);

  expect(await standingsOf(house.ownerUrl)).toEqual(['1.0 0']);
  expect(await wrongStandings(house)).toEqual([]);
  const { items } = await listVexImports(tools, { limit: 10 });
  expect(items).toMatchObject([{ id, format: 'sbom', fileName: 'bom.json', by: { name: '佐藤 美咲' } }]);
  const { items: lines } = await listVexLines(tools, { id, limit: 10 });
  expect(lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    ...['applied', 'not-justified', 'applied', 'unknown-vulnerability'],
  ]);
  const decisions = () => house.db.selectFrom('verdict_decision').select('author_id as by').execute();
  expect(await decisions()).toEqual([{ by: tools.viewer.person?.id }, { by: tools.viewer.person?.id }]);

  await matchReleases(house.system, [release.key]);
  expect(await decisions()).toHaveLength(2);
  await undoVex(tools, { id });
  await matchReleases(house.system, [release.key]);
  expect(await standingsOf(house.ownerUrl)).toEqual(['1.0 3']);
});

test('who may change products and not decide decides nothing by an upload', async () => {
  const release = await aStage();
  const { tools } = await house.aPerson([{ role: 'analyst', divisionId: null }]);
  const permissions = new Set([...tools.viewer.permissions].filter((one) => one !== 'verdict:write'));
  const key: Tools = { ...tools, viewer: { ...tools.viewer, permissions } };
  await send(key, release.id);

  await matchReleases(house.system, [release.key]);

  expect(await standingsOf(house.ownerUrl)).toEqual(['1.0 3']);
  expect((await listVexImports(tools, { limit: 10 })).items).toEqual([]);
});
