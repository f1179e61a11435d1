import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generator, generatorArguments } from '../src/cli/development.ts';
import { root } from './architecture/sources.ts';
import { cloneDatabase } from './database.ts';
import { ask } from './processes.ts';

const url = await cloneDatabase();

function verify() {
  const script = path.join(root, 'node_modules', generator);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...generatorArguments(url), '--verify'], {
    cwd: root,
    encoding: 'utf8',
  });
  return { current: status === 0, said: stdout + stderr };
}

test('src/platform/tables.ts is what the migrations make; `./mamori tables` writes it', () => {
  expect(verify()).toMatchObject({ current: true });
});

test('a migration without its types is noticed', async () => {
  await ask(url, 'alter table person add column nickname text');

  expect(verify()).toMatchObject({ current: false });
});
