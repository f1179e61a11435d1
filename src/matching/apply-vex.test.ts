import { beforeEach, expect, test } from 'vitest';
import { freshDatabase, noon } from '../../test/database.ts';
import { aShippingHouse, openssl } from '../../test/matching/shipped.ts';
import { everythingCounted, standingsOf, wrongStandings } from '../../test/matching/standings.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { setVerdictPolicy } from '../verdicts/verdict-policy.ts';
import { applyVex, previewVex } from './apply-vex.ts';
import { listVexImports, listVexLines } from './list-vex.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';
import { undoVex } from './undo-vex.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const record = (name: string) =>
  aStatement({
    ...{ externalId: name, names: [name] },
    criteria: [aCriterion({ product: cpeProduct('a', 'openssl:openssl'), ranges: ranges('[1.0,2.0)') })],
  });

async function aTouchedHouse() {
  const releases = [
    await aReleaseOf('1.0', openssl('1.1.0')),
    await aReleaseOf('1.1', openssl('1.1.1')),
    await aReleaseOf('2.0', openssl('1.1.1')),
  ] as const;
  await matchReleases(
    house.system,
    releases.map(({ key }) => key),
  );
  await matchVulnerabilities(house.system, await comesIn(record('CVE-2026-1'), record('CVE-2026-2')));
  const analyst = (await house.aPerson([{ role: 'analyst', divisionId: null }])).tools;
  const responsible = (await house.aPerson([{ role: 'responsible', divisionId: null }], '鈴木 一郎')).tools;
  const { modelId } = await house.db
    .selectFrom('release')
    .select('model_id as modelId')
    .where('id', '=', releases[0].id)
    .executeTakeFirstOrThrow();
  return { releases, analyst, responsible, modelId };
}

type Said = { name: string; status: string; product?: string; part?: string; [more: string]: unknown };

/** An OpenVEX file; products are called by their names in a purl, and by default none is named. */
function vex(...statements: Said[]): File {
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    ...{ '@id': 'https://example.com/vex/1', author: 'Example PSIRT', timestamp: '2026-11-01T00:00:00Z', version: 1 },
    statements: statements.map(({ name, product, part, ...rest }) => ({
      vulnerability: { name },
      ...(product && { products: [{ '@id': product, ...(part && { subcomponents: [{ '@id': part }] }) }] }),
      ...(!product && part && { subcomponents: [{ '@id': part }] }),
      ...rest,
    })),
  };
  return new File([JSON.stringify(document)], 'vex.json');
}

const safe = {
  status: 'not_affected',
  justification: 'vulnerable_code_not_present',
  impact_statement: 'Not built in.',
};
const standings = () => standingsOf(house.ownerUrl);

test('a file decides for the releases that it names, lists each statement, and is undone as one', async () => {
  const { releases, analyst, modelId } = await aTouchedHouse();
  const before = await everythingCounted(house.ownerUrl);
  const file = vex(
    { name: 'CVE-2026-1', product: 'pkg:generic/MR-1167@1.0', part: 'pkg:generic/openssl@1.1.0', ...safe },
    {
      name: 'CVE-2026-1',
      product: `urn:uuid:${releases[1].id}`,
      status: 'affected',
      justification: 'component_not_present',
      action_statement: 'Update.',
    },
    { name: 'CVE-2026-2', product: 'pkg:generic/MR-1167@9.9', ...safe },
    { name: 'CVE-2026-2', product: 'pkg:generic/toaster@1.0', ...safe },
    { name: 'CVE-2026-2', product: 'pkg:generic/MR-1167@1.0', part: 'pkg:generic/zlib@1.1.0', ...safe },
    { name: 'CVE-2026-2', product: 'pkg:generic/MR-1167@1.0', status: 'not_affected', impact_statement: 'Because.' },
    { name: 'CVE-2099-1', ...safe },
  );
  const filing = { scope: 'model', id: modelId, file } as const;

  const foretold = await previewVex(analyst, filing);
  expect(await everythingCounted(house.ownerUrl)).toEqual(before);
  const { id, ...done } = await applyVex(analyst, filing);

  expect(done).toEqual(foretold);
  expect(done.counts).toEqual({ applied: 2, waits: 0, ignored: 5, places: 2 });
  expect(done.lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    ...['applied', 'applied', 'other-version', 'other-product', 'other-part', 'not-justified', 'unknown-vulnerability'],
  ]);
  expect(await standings()).toEqual(['1.0 0', '1.1 3', '2.0 3']);
  expect(await wrongStandings(house)).toEqual([]);
  const { items } = await listVexImports(analyst, { limit: 10 });
  expect(items).toMatchObject([
    {
      ...{ id, fileName: 'vex.json', format: 'openvex', by: { name: '佐藤 美咲' }, undoneAt: null, walled: false },
      ...{ document: { id: 'https://example.com/vex/1', author: 'Example PSIRT' }, counts: done.counts },
    },
  ]);
  const page = await listVexLines(analyst, { id, limit: 3 });
  const rest = await listVexLines(analyst, { id, limit: 10, after: page.next ?? '' });
  expect([...page.items, ...rest.items]).toEqual(done.lines);

  expect(await undoVex(analyst, { id })).toEqual({ decisions: 2, places: 1 });
  expect(await everythingCounted(house.ownerUrl)).toEqual(before);
  await expect(undoVex(analyst, { id })).rejects.toMatchObject({ code: 'conflict' });
});

test('a product that is not named is what the file is filed for; a range is compared; a supplier speaks of its part', async () => {
  const { releases, analyst, modelId } = await aTouchedHouse();
  const bom = {
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 },
    metadata: { component: { type: 'firmware', name: 'mr-1167', 'bom-ref': 'router' } },
    vulnerabilities: [
      {
        ...{ id: 'CVE-2026-1', analysis: { state: 'not_affected', justification: 'code_not_reachable' } },
        affects: [{ ref: 'router', versions: [{ range: 'vers:semver/<2.0', status: 'unaffected' }] }],
      },
    ],
  };
  const ranged = new File([JSON.stringify(bom)], 'bom.cdx.json');

  expect((await applyVex(analyst, { scope: 'model', id: modelId, file: ranged })).counts.places).toBe(2);
  expect(await standings()).toEqual(['1.0 0', '1.1 0', '2.0 3']);

  const supplier = vex({ name: 'CVE-2026-2', product: 'pkg:generic/openssl@1.1.1', ...safe });
  const line = await applyVex(analyst, { scope: 'model', id: modelId, file: supplier });
  expect(line.counts).toMatchObject({ applied: 1, places: 2 });
  const one = vex({ name: 'CVE-2026-2', ...safe });
  const [first] = (await applyVex(analyst, { scope: 'release', id: releases[0].id, file: one })).lines;
  expect(first).toMatchObject({ outcome: 'applied', places: 1 });
  expect(await wrongStandings(house)).toEqual([]);
});

test('what was decided here after the statement stays, what is said twice is said once, and the newer counts', async () => {
  const { releases, analyst } = await aTouchedHouse();
  const filing = (file: File) => ({ scope: 'release', id: releases[0].id, file }) as const;
  const at = (hours: number) => noon.add({ hours }).toString();
  const fixed = (hours: number): Said => ({ name: 'CVE-2026-1', status: 'fixed', timestamp: at(hours) });

  const twice = await applyVex(analyst, filing(vex(fixed(-2), { ...fixed(-1), status: 'under_investigation' })));
  expect(twice.lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['newer-statement', 'applied']);
  const again = await applyVex(analyst, filing(vex({ ...fixed(5), status: 'under_investigation' })));
  expect(again.lines[0]?.reason).toBe('same-verdict');
  const older = await applyVex(analyst, filing(vex(fixed(-1))));
  expect(older.lines[0]?.reason).toBe('newer-verdict');
  const newer = await applyVex(analyst, filing(vex(fixed(1))));
  expect(newer.lines[0]?.outcome).toBe('applied');
});

test('where a second person has to approve, what closes waits', async () => {
  const { releases, analyst, responsible } = await aTouchedHouse();
  await setVerdictPolicy(responsible, { fourEyes: true });

  const file = vex({ name: 'CVE-2026-1', ...safe }, { name: 'CVE-2026-2', status: 'under_investigation' });
  const { lines, counts } = await applyVex(analyst, { scope: 'release', id: releases[0].id, file });

  expect(lines.map(({ outcome }) => outcome)).toEqual(['waits', 'applied']);
  expect(counts).toMatchObject({ applied: 1, waits: 1 });
  expect(await standings()).toEqual(['1.0 3', '1.1 3', '2.0 3']);
});

test('a file of another is not undone, nor what was decided anew; what cannot be read is refused with its places', async () => {
  const { releases, analyst, responsible } = await aTouchedHouse();
  const filing = { scope: 'release', id: releases[0].id, file: vex({ name: 'CVE-2026-1', ...safe }) } as const;
  const { id } = await applyVex(analyst, filing);

  await expect(undoVex(responsible, { id })).rejects.toMatchObject({ code: 'not-allowed' });
  const later = {
    ...filing,
    file: vex({ name: 'CVE-2026-1', status: 'under_investigation', timestamp: '2099-01-01T00:00:00Z' }),
  };
  await applyVex(analyst, later);
  await expect(undoVex(analyst, { id })).rejects.toMatchObject({ code: 'conflict' });
  await expect(previewVex(analyst, { ...filing, file: new File(['{}'], 'x.json') })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { problems: [{ rule: 'unknown-format' }] } },
  });
  const nowhere = { ...filing, scope: 'model' } as const;
  await expect(previewVex(analyst, nowhere)).rejects.toMatchObject({ code: 'not-found' });
});
