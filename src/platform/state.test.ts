import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { takeLock } from '#platform/lock';
import { StartProblem } from '#platform/start-problem';
import { claimState, defaultStateFolder, findOwner, makeStateFolder } from '#platform/state';
import { aFolder, isRoot } from '../../test/processes.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** A process of its own that claims the state, says so, and waits. */
async function aClaimer(state: string) {
  const script = `import { claimState } from '#platform/state';
    claimState(${JSON.stringify(state)}).tellUrl('http://127.0.0.1:8420');
    console.log('claimed'); setInterval(() => {}, 1000);`;
  const process_ = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(process_.stdout, 'data');
  return process_;
}

test('a second start on a state is told who has it, and gets it when that one is killed', async () => {
  const state = aFolder();
  const first = await aClaimer(state);

  const refused = () => claimState(state);
  expect(refused).toThrow(StartProblem);
  expect(refused).toThrow(`process ${first.pid} since`);
  expect(refused).toThrow('serves http://127.0.0.1:8420');
  expect(findOwner(state)).toMatchObject({ pid: first.pid, url: 'http://127.0.0.1:8420' });

  const gone = once(first, 'exit');
  first.kill('SIGKILL');
  await gone;
  expect(findOwner(state)).toBeUndefined();
  const claim = claimState(state);
  expect(JSON.parse(readFileSync(join(state, 'owner.json'), 'utf8'))).toMatchObject({ pid: process.pid, url: null });
  claim.release();
  expect(existsSync(join(state, 'owner.json'))).toBe(false);
});

test('asking who owns a state that does not exist makes none', () => {
  const state = join(aFolder(), 'none');

  expect(findOwner(state)).toBeUndefined();
  expect(existsSync(state)).toBe(false);
});

test('one process does not claim the same state twice', () => {
  const state = aFolder();
  const claim = claimState(state);

  expect(() => claimState(state)).toThrow(`process ${process.pid}`);
  claim.release();

  const again = claimState(state);
  again.release();
});

test('a lock is free again after its release, and a release twice does no harm', () => {
  const file = join(aFolder(), 'a.lock');
  const first = takeLock(file);

  const refused = takeLock(file);
  first?.release();
  const second = takeLock(file);
  first?.release();
  const third = takeLock(file);
  second?.release();

  expect(first).toBeDefined();
  expect(refused).toBeUndefined();
  expect(second).toBeDefined();
  expect(third).toBeUndefined();
});

test('the secrets are for this user alone', () => {
  const state = makeStateFolder(join(aFolder(), 'deep', 'state'));

  expect(statSync(join(state, 'secrets')).mode & 0o777).toBe(0o700);
  expect(statSync(state).mode & 0o066).toBe(0);
});

test('the state lives where the platform keeps such things', () => {
  vi.stubEnv('XDG_STATE_HOME', '/somewhere/state');
  const asRoot = '/var/lib/mamori';
  const asUser =
    process.platform === 'darwin' ? join(homedir(), 'Library/Application Support/Mamori') : '/somewhere/state/mamori';

  expect(defaultStateFolder()).toBe(isRoot && process.platform !== 'darwin' ? asRoot : asUser);
  vi.unstubAllEnvs();
});
