import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../../test/database.ts';
import { aDependencyTrack, aProject } from '../../test/dependency-track-server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mamori-import-'));
mkdirSync(path.join(folder, 'state/secrets'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const databaseUrl = await cloneDatabase();

/** Runs the command on a state of its own beside this database. */
function run(url: string, key: string, ...options: string[]): Promise<{ code: number; output: string; said: string }> {
  const keyFile = path.join(folder, 'key');
  writeFileSync(keyFile, `${key}\n`);
  const main = path.join(import.meta.dirname, 'main.ts');
  const own = ['--key-file', keyFile, '--data', path.join(folder, 'state'), ...options];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [main, 'import', 'dependency-track', url, ...own],
      { env },
      (_problem, output, said) => done({ code: child.exitCode ?? -1, output, said }),
    );
  });
}

test('what became of each project is told, also by the exit code', async () => {
  const bad = '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{}]}';
  const good = aProject('MR-1167', '1.2.0', { components: [{ name: 'openssl', version: '1.1.1k' }], lastBomImport: 1 });
  const { url, key, projects } = await aDependencyTrack([
    good,
    aProject('BAD', '1', { broken: { status: 200, body: bad } }),
  ]);

  const dry = await run(url, key, '--own-network', '--dry-run');
  const first = await run(url, key, '--own-network', '--json');
  projects.pop();
  const second = await run(url, key, '--own-network');

  expect([dry.code, dry.output]).toEqual([
    1,
    expect.stringContaining('2 projects: 1 would be taken, 0 unchanged, 0 only group others, 1 refused; 0 decisions.'),
  ]);
  expect(first.code).toBe(1);
  expect(JSON.parse(first.output)).toMatchObject({
    counts: { taken: 1, refused: 1 },
    projects: [{ project: { name: 'MR-1167' } }, {}],
  });
  expect([second.code, second.output]).toEqual([0, expect.stringContaining('1 projects: 0 taken, 1 unchanged')]);
}, 120_000);

test.each([
  ['a wrong key', ['--own-network'], 'VIEW_PORTFOLIO'],
  ['an address of the own network without leave', [], '--own-network'],
])(
  '%s ends with 69 and the way out',
  async (_what, options, way) => {
    const { url, key } = await aDependencyTrack([]);

    const { code, said } = await run(url, options.length > 0 ? 'odt_wrong' : key, ...options);

    expect(code).toBe(69);
    expect(said).toContain(way);
  },
  60_000,
);
