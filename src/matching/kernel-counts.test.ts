import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { aShippingHouse } from '../../test/matching/shipped.ts';
import { withFolder } from '../../test/sbom-bytes.ts';
import { aCriterion, aStatement, cpeProduct, ranges } from '../../test/statements.ts';
import { attachEvidence } from '../inventory/attach-evidence.ts';
import { explain } from './explain.ts';
import { exportExposures } from './export-matching.ts';
import { countExposures, listExposures } from './list-exposures.ts';
import { matchReleases } from './match-releases.ts';
import { matchVulnerabilities } from './match-vulnerabilities.ts';

const house = await freshDatabase();
beforeEach(house.reset);
const tools = withFolder()(house.system);
const { aReleaseOf, comesIn } = aShippingHouse(house);

const kernel = { name: 'linux', version: '5.10.1', cpe: 'cpe:2.3:o:linux:linux_kernel:5.10.1:*:*:*:*:*:*:*' };
const aRecord = (name: string, ...files: string[]) =>
  aStatement({
    ...{ source: 'cve', externalId: name, names: [name], by: 'kernel.org' },
    criteria: [
      aCriterion({
        ...{ product: cpeProduct('o', 'linux:linux_kernel'), by: 'kernel.org', role: 'owner', files },
        ranges: ranges('[5.0,5.11)'),
      }),
    ],
  });

test('of a kernel it is told how much is not built, and a release beside it is judged by its own', async () => {
  const configured = await aReleaseOf('1.4.7', kernel);
  const plain = await aReleaseOf('1.4.8', kernel);
  const file = new File(['CONFIG_NET=y\n# CONFIG_TIPC is not set\n'], 'config');
  await attachEvidence(tools, { id: configured.id, kind: 'kernel-config', file });
  await matchReleases(tools, [configured.key, plain.key]);
  await matchVulnerabilities(tools, await comesIn(aRecord('CVE-2026-1', 'net/tipc/core.c'), aRecord('CVE-2026-2')));

  expect(await countExposures(tools, { id: configured.id })).toMatchObject({
    ...{ applies: 1, settled: 1, bySeverity: { critical: 0, none: 1 } },
    kernel: { all: 2, notBuilt: 1, evidence: [{ kind: 'kernel-config' }] },
  });
  expect(await countExposures(tools, { id: plain.id })).toMatchObject({ applies: 2, kernel: null });
  const notBuilt = { id: configured.id, reason: ['not-built' as const] };
  const { items } = await listExposures(tools, { ...notBuilt, limit: 9 });
  expect(items.map(({ vulnerability, match }) => [vulnerability.name, match])).toEqual([
    ['CVE-2026-1', 'does-not-apply'],
  ]);
  const taken = await exportExposures(tools, { ...notBuilt, format: 'csv', language: 'en' });
  expect((await taken.text()).split('\n').slice(1).join()).toMatch(/^CVE-2026-1,[^\n]*$/);
  const { match, neighbours } = await explain(tools, { id: plain.id, name: 'CVE-2026-1' });
  expect([match, neighbours.map((one) => [one.release.version, one.match])]).toEqual([
    'applies',
    [['1.4.7', 'does-not-apply']],
  ]);
});

test('the evidence says which files that the record names are built, and when the record names none', async () => {
  const { id, key } = await aReleaseOf('1.4.7', kernel);
  const evidence = ['CONFIG_NETFILTER=y\n# CONFIG_TIPC is not set\n', 'net/netfilter/core.o\nnet/socket.o\n'];
  await attachEvidence(tools, { id, kind: 'kernel-config', file: new File(evidence.slice(0, 1), 'config') });
  await attachEvidence(tools, { id, kind: 'built-objects', file: new File(evidence.slice(1), 'objects.txt') });
  await matchReleases(tools, [key]);
  await matchVulnerabilities(
    tools,
    await comesIn(
      aRecord('CVE-2026-1', 'net/tipc/core.c'),
      aRecord('CVE-2026-2', 'net/netfilter/core.c', 'net/tipc/core.c'),
      aRecord('CVE-2026-3'),
    ),
  );
  const kernelOf = async (name: string) => (await explain(tools, { id, name })).kernel;

  const tipc = { file: 'net/tipc/core.c', is: 'not-built', by: 'built-objects', option: null };
  const core = { file: 'net/netfilter/core.c', is: 'built', by: 'built-objects', option: null };
  expect(await kernelOf('CVE-2026-1')).toMatchObject({ files: [tipc] });
  expect(await kernelOf('CVE-2026-2')).toMatchObject({ files: [core, tipc] });
  expect(await kernelOf('CVE-2026-3')).toMatchObject({
    evidence: [{ kind: 'built-objects' }, { kind: 'kernel-config' }],
    files: [],
  });
});
