import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aCveRecord } from '../../test/cve-record.ts';
import { cloneDatabase } from '../../test/database.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'mamori-intel-'));
afterAll(() => rmSync(folder, { recursive: true }));
const state = path.join(folder, 'never', 'started');
const databaseUrl = await cloneDatabase();

/** `mamori intel` with these words, on a state that nobody has started. */
function run(...words: string[]): Promise<{ exitCode: number; output: string; complaint: string }> {
  return new Promise((resolve) => {
    const command = [path.join(root, 'src/cli/main.ts'), 'intel', ...words, '--data', state, '--language', 'en'];
    const env = { ...process.env, DATABASE_URL: databaseUrl };
    execFile(process.execPath, command, { cwd: root, env }, (problem, output, complaint) =>
      resolve({ exitCode: typeof problem?.code === 'number' ? problem.code : 0, output, complaint }),
    );
  });
}

test('records come into a state that was never started: its folder is made, and its key is kept', async () => {
  const file = path.join(folder, 'CVE-2026-91001.json');
  writeFileSync(file, JSON.stringify(aCveRecord('CVE-2026-91001')));

  const first = await run('import', file);
  const again = await run('import', file);
  const status = await run('status');

  expect(first).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 new') });
  expect(again).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 known already') });
  expect(status).toMatchObject({ exitCode: 0, output: expect.stringContaining('CVE') });
  expect(existsSync(path.join(state, 'secrets', 'house-key'))).toBe(true);
}, 120_000);
