import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startPostgres } from '#platform/postgres';
import { aFolder, aKeeper, ask, eventually, kill, pidsIn } from '../../test/processes.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
const guardsIn = (folder: string) => pidsIn(folder).filter((pid) => !commandOf(pid).startsWith('postgres'));

test('the death of Node ends the database, which keeps what it acknowledged', async () => {
  const state = aFolder();
  const keeper = await aKeeper(state);
  await ask(keeper.url, 'create table kept (n int)', 'insert into kept values (7)');

  await kill(keeper.process, 'SIGKILL');
  await eventually(() => pidsIn(state).length === 0);
  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const kept = await ask(again.url, 'select n from kept');
  await again.stop();

  // In order, not by a crash: nothing had to be recovered.
  expect(readFileSync(join(state, 'postgres/postgres.log'), 'utf8')).not.toContain('was interrupted');
  expect(kept).toEqual([{ n: 7 }]);
});

test('a database without its Node and its guard is an orphan: the next start ends it and starts anew', async () => {
  const state = aFolder();
  const keeper = await aKeeper(state);
  await ask(keeper.url, 'create table kept (n int)', 'insert into kept values (7)');
  for (const guard of guardsIn(state)) process.kill(guard, 'SIGKILL');
  await kill(keeper.process, 'SIGKILL');
  const lines: string[] = [];

  const again = await startPostgres({ stateFolder: state, kind: 'embedded', progress: (line) => lines.push(line) });
  const kept = await ask(again.url, 'select n from kept');
  await again.stop();

  expect(again.started).toBe(true);
  expect(again.pid).not.toBe(keeper.pid);
  expect(lines).toEqual(['Ending the database that a killed run has left']);
  expect(kept).toEqual([{ n: 7 }]);
});

test('workers that outlive everything else are ended before the data are touched', async () => {
  const state = aFolder();
  const keeper = await aKeeper(state);
  await ask(keeper.url, 'create table kept (n int)', 'insert into kept values (7)');
  // Busy without ever looking whether its postmaster lives.
  const busy = ask(keeper.url, 'select count(*) from generate_series(1, 4000000000)').catch(() => 'ended');
  await sleep(200);
  const workers = pidsIn(state).filter((pid) => pid !== keeper.pid);
  for (const guard of guardsIn(state)) process.kill(guard, 'SIGKILL');
  process.kill(keeper.pid, 'SIGKILL');
  await kill(keeper.process, 'SIGKILL');
  const outlived = workers.filter((pid) => pidsIn(state).includes(pid));

  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const survivors = workers.filter((pid) => pidsIn(state).includes(pid));
  const kept = await ask(again.url, 'select n from kept');
  await again.stop();

  expect(await busy).toBe('ended');
  expect(outlived).not.toEqual([]);
  expect(survivors).toEqual([]);
  expect(kept).toEqual([{ n: 7 }]);
});

test('a process number that now belongs to another program does not hinder the start, nor is that program hurt', async () => {
  const state = aFolder();
  const first = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const pidFile = join(state, 'postgres/data/postmaster.pid');
  const text = readFileSync(pidFile, 'utf8');
  await first.stop();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  onTestFinished(() => void stranger.kill());
  writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));

  const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
  const answer = await ask(again.url, 'select 1 as one');
  await again.stop();

  expect(answer).toEqual([{ one: 1 }]);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

test.each([150, 300, 450, 600])(
  'a first start that is killed after %i ms leaves a state that starts',
  async (delayMs) => {
    const state = aFolder();
    const keeper = spawn(process.execPath, ['test/keep-postgres.ts', state], { stdio: 'ignore' });
    await sleep(delayMs);
    await kill(keeper, 'SIGKILL');

    const again = await startPostgres({ stateFolder: state, kind: 'embedded' });
    const answer = await ask(again.url, 'select 1 as one');
    await again.stop();

    expect(answer).toEqual([{ one: 1 }]);
  },
);
