import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { aCveRecord } from '../../test/cve-record.ts';
import { cycloneDxSchemas } from '../../test/sbom-schemas.ts';
import { sharedData } from '../../test/shared.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mamori-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const root = path.join(import.meta.dirname, '../..');

async function scan(...given: string[]): Promise<{ exitCode: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [path.join(root, 'src/cli/main.ts'), 'scan', ...given],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
    );
    return { exitCode: 0, out: stdout, err: stderr };
  } catch (failed) {
    const { code, stdout, stderr } = failed as { code: number; stdout: string; stderr: string };
    return { exitCode: code, out: stdout, err: stderr };
  }
}

async function snapshot(file: string, ...paths: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(root, 'src/cli/main.ts'), 'intel', 'snapshot', file, ...paths, '--language', 'en'],
    { cwd: folder },
  ).catch((failed: { stdout: string }) => failed);
  return stdout;
}

const component = (name: string, version: string, more: object = {}) => ({
  type: 'library',
  'bom-ref': `${name}-${version}`,
  name,
  version,
  ...more,
});
writeFileSync(
  path.join(folder, 'router.cdx.json'),
  JSON.stringify({
    ...{
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      version: 1,
    },
    components: [
      component('openssl', '1.1.1k', { cpe: 'cpe:2.3:a:openssl:openssl:1.1.1k:*:*:*:*:*:*:*' }),
      component('linux', '6.1.20', { cpe: 'cpe:2.3:o:linux:linux_kernel:6.1.20:*:*:*:*:*:*:*' }),
      component('ourlib', '1.0'),
    ],
  }),
);
mkdirSync(path.join(folder, 'records'));
const kernel = {
  vendor: 'Linux',
  product: 'Linux',
  versions: [{ version: '6.1', lessThan: '6.1.99', status: 'affected', versionType: 'semver' }],
};
for (const [id, facts] of [
  ['CVE-2026-1001', { score: 9.8 }],
  ['CVE-2026-1002', { versions: [{ version: '3.0.0', lessThan: '3.0.9', status: 'affected' }] }],
  ['CVE-2026-1003', { ...kernel, files: ['net/tipc/link.c'], score: 7.8 }],
  ['CVE-2026-1004', { product: 'OpenSSL', versions: [{ version: 'some builds of 1.1', status: 'affected' }] }],
] as const)
  writeFileSync(path.join(folder, 'records', `${id}.json`), JSON.stringify(aCveRecord(id, facts as object)));
writeFileSync(
  path.join(folder, 'config'),
  '# Linux/arm64 6.1.20 Kernel Configuration\nCONFIG_NET=y\n# CONFIG_TIPC is not set\n',
);

describe('scan', { timeout: 60_000 }, () => {
  test('says what applies and why, in the language of the reader', async () => {
    const { exitCode, out } = await scan('router.cdx.json', '--intel', 'records', '--language', 'ja');

    expect(exitCode).toBe(0);
    expect(out).toContain('該当 2件、要確認 1件');
    expect(out).toContain('openssl 1.1.1k は、1.1.1 以上 1.1.1l 未満に含まれます。');
    expect(out).toContain('身元の分からない部品 1件：ourlib');
    expect(out).not.toContain('CVE-2026-1002');
  });

  test('what is not built of the kernel does not apply, and the option is named', async () => {
    const { out } = await scan(
      'router.cdx.json',
      '--intel',
      'records',
      '--kernel-config',
      'config',
      '--format',
      'json',
    );

    const [{ matches }] = JSON.parse(out) as [
      {
        matches: { vulnerability: string; match: string; evidence: { decided: { reason: string; detail: string } } }[];
      },
    ];
    expect(matches.find(({ vulnerability }) => vulnerability === 'CVE-2026-1003')).toMatchObject({
      match: 'does-not-apply',
      evidence: { decided: { reason: 'not-built', detail: expect.stringContaining('TIPC') } },
    });
  });

  test.each([
    ['applies:critical', 1],
    ['applies:none', 1],
    ['may-apply', 1],
  ])('fails a build from %s on', async (threshold, exitCode) => {
    expect((await scan('router.cdx.json', '--intel', 'records', '--fail-on', threshold)).exitCode).toBe(exitCode);
  });

  test('does not fail a build for less, and refuses a threshold that is none', async () => {
    rmSync(path.join(folder, 'few'), { recursive: true, force: true });
    mkdirSync(path.join(folder, 'few'));
    writeFileSync(path.join(folder, 'few', 'a.json'), JSON.stringify(aCveRecord('CVE-2026-1005', { score: 5 })));

    expect((await scan('router.cdx.json', '--intel', 'few', '--fail-on', 'applies:high')).exitCode).toBe(0);
    expect((await scan('router.cdx.json', '--intel', 'few', '--fail-on', 'affected')).exitCode).toBe(2);
  });

  test('what nobody has rated reaches no severity, which is said', async () => {
    mkdirSync(path.join(folder, 'unrated'));
    writeFileSync(path.join(folder, 'unrated', 'a.json'), JSON.stringify(aCveRecord('CVE-2026-1006')));

    const { exitCode, err } = await scan('router.cdx.json', '--intel', 'unrated', '--fail-on', 'applies:high');
    expect([exitCode, err]).toEqual([0, expect.stringContaining('1 vulnerability without a rating')]);
    const all = await scan('router.cdx.json', '--intel', 'unrated', '--fail-on', 'applies');
    expect([all.exitCode, all.err]).toEqual([1, '']);
  });

  test('a refused document has its place, and nothing is said of the others', async () => {
    writeFileSync(
      path.join(folder, 'bad.json'),
      '{"bomFormat":"CycloneDX",\n"specVersion":"1.6",\n"components":[{"name":"openssl"}]}',
    );

    const { exitCode, out, err } = await scan('router.cdx.json', 'bad.json', '--intel', 'records');

    expect(exitCode).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('$.components[0] (line 3)');
  });

  test('as SARIF each vulnerability is a rule, with its severity and the sentence', async () => {
    const { out } = await scan('router.cdx.json', '--intel', 'records', '--format', 'sarif', '--language', 'en');

    const log = JSON.parse(out);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'Mamori' } } }] });
    const [{ tool, results }] = log.runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results).toContainEqual(
      expect.objectContaining({
        ...{ ruleId: 'CVE-2026-1001', level: 'error' },
        message: { text: 'openssl 1.1.1k lies within this range: from 1.1.1 and before 1.1.1l.' },
      }),
    );
    expect(tool.driver.rules[0].properties['security-severity']).toBe('9.8');
  });

  test('as CycloneDX it names the parts of the document by BOM-Link, and leaves the verdict to a person', async () => {
    const { out } = await scan('router.cdx.json', '--intel', 'records', '--format', 'cyclonedx');

    const vex = JSON.parse(out);
    const found = vex.vulnerabilities.find(({ id }: { id: string }) => id === 'CVE-2026-1001');
    expect(found).toMatchObject({
      analysis: { state: 'in_triage' },
      affects: [{ ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#openssl-1.1.1k' }],
      ratings: [{ severity: 'critical', score: 9.8 }],
    });
    const schemas = sharedData('sbom/cyclonedx-schemas');
    if (schemas) expect(cycloneDxSchemas(schemas)('1.6', 'json')(out)).toEqual([]);
  });

  test('a snapshot of the records says the same, byte for byte', async () => {
    expect(await snapshot('few.mamori', 'records')).toBe('Snapshot: 4 vulnerabilities of 4 records\n');

    const by = (...records: string[]) => scan('router.cdx.json', ...records, '--format', 'sarif', '--language', 'ja');
    const [read, asked] = [await by('--intel', 'records'), await by('--snapshot', 'few.mamori')];
    expect(read.out).toContain('CVE-2026-1001');
    expect(asked).toEqual(read);
  });

  test('a damaged snapshot is refused, and how to make it anew is said', async () => {
    await snapshot('whole.mamori', 'records');
    const bytes = readFileSync(path.join(folder, 'whole.mamori'));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(path.join(folder, 'damaged.mamori'), bytes);

    const { exitCode, err } = await scan('router.cdx.json', '--snapshot', 'damaged.mamori');

    expect(exitCode).toBe(78);
    expect(err).toContain('The snapshot damaged.mamori is damaged.');
    expect(err).toContain('./mamori intel snapshot');
  });

  // ./mamori prove index: all shared records and every shared bill of materials.
  const [real, yocto] = [sharedData('cve/nvd-configurations'), sharedData('sbom/yocto/example')];
  test.runIf(real && yocto)('a snapshot of real records says the same of a real bill of materials', async () => {
    const file = path.join(yocto ?? '', 'spdx3/core-image-minimal-qemux86-64.rootfs.spdx.json');
    await snapshot('real.mamori', real ?? '');

    const read = await scan(file, '--intel', real ?? '', '--format', 'json');
    const asked = await scan(file, '--snapshot', 'real.mamori', '--format', 'json');

    expect(JSON.parse(read.out)[0].matches.length).toBeGreaterThan(10);
    expect(asked).toEqual(read);
  });
});
