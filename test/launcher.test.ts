import { type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aFolder, isRoot } from './processes.ts';

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const launcher = join(import.meta.dirname, '../mamori');
const cli = `console.log(JSON.stringify([process.version, ...process.argv.slice(2)])); process.exitCode = 3;`;

/** Stands for npm: notes that it ran, takes its time, and installs a Node. */
const npm = (node: string, status = 0) => `#!/bin/sh
echo "$*" >> ../npm-calls
sleep 0.5
[ ${status} = 0 ] || exit ${status}
mkdir -p node_modules/.bin && ln -sf ${node} node_modules/.bin/node && echo {} > node_modules/.package-lock.json
`;

function aProgram(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

/** A clone with nothing in it but the launcher, a lock file and a small program in place of the command line. */
function aClone({ npmStatus = 0, node = process.execPath } = {}) {
  const home = aFolder(tmpdir());
  const root = join(home, 'clone');
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  copyFileSync(launcher, join(root, 'mamori'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'src/cli/main.ts'), cli);
  aProgram(join(home, 'bin/npm'), npm(node, npmStatus));
  symlinkSync(process.execPath, join(home, 'bin/node'));
  const path = `${join(home, 'bin')}:/usr/bin:/bin`;
  const calls = () =>
    existsSync(join(home, 'npm-calls')) ? readFileSync(join(home, 'npm-calls'), 'utf8').split('\n').length - 1 : 0;
  return { home, root, path, calls, lock: join(root, '.mamori-install') };
}

type Ran = { status: number | null; out: string; err: string };

function run(program: string, args: string[], env: Record<string, string>, options: SpawnOptions = {}): Promise<Ran> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd: '/', ...options });
  const ran = { out: '', err: '' };
  child.stdout?.on('data', (part) => {
    ran.out += part;
  });
  child.stderr?.on('data', (part) => {
    ran.err += part;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, ...ran })));
}

const greeting = (...args: string[]) => `${JSON.stringify([process.version, ...args])}\n`;

test('the first run installs, the second does not and says nothing of its own', async () => {
  const { root, path, calls, home, lock } = aClone();

  const first = await run(join(root, 'mamori'), ['start', '--data', 'a b'], { PATH: path, HOME: home });
  const second = await run(join(root, 'mamori'), ['start', '--data', 'a b'], { PATH: path, HOME: home });

  expect(first).toMatchObject({ status: 3, out: greeting('start', '--data', 'a b') });
  expect(first.err).toContain('installing packages');
  expect(second).toEqual({ status: 3, out: greeting('start', '--data', 'a b'), err: '' });
  expect(calls()).toBe(1);
  expect(existsSync(lock)).toBe(false);
  expect(existsSync(join(home, '.cache/mamori/node'))).toBe(true);
});

test('two first runs at once install once', async () => {
  const { root, path, calls } = aClone();

  const both = await Promise.all([
    run(join(root, 'mamori'), ['a'], { PATH: path }),
    run(join(root, 'mamori'), ['b'], { PATH: path }),
  ]);

  expect(both.map(({ out }) => out)).toEqual([greeting('a'), greeting('b')]);
  expect(calls()).toBe(1);
});

test('a changed lock file installs again, unless npm itself has installed since', async () => {
  const { root, path, calls } = aClone();
  await run(join(root, 'mamori'), [], { PATH: path });

  writeFileSync(join(root, 'package-lock.json'), '{ "changed": true }');
  await run(join(root, 'mamori'), [], { PATH: path });
  const afterChange = calls();
  writeFileSync(join(root, 'package-lock.json'), '{ "changed": "by npm install" }');
  const soon = new Date(Date.now() + 1000);
  utimesSync(join(root, 'node_modules/.package-lock.json'), soon, soon);
  await run(join(root, 'mamori'), [], { PATH: path });

  expect(afterChange).toBe(2);
  expect(calls()).toBe(2);
});

test('it runs through symbolic links, from another folder', async () => {
  const { root, path, home } = aClone();
  mkdirSync(join(home, 'links'));
  symlinkSync(join(root, 'mamori'), join(home, 'links/absolute'));
  symlinkSync('absolute', join(home, 'links/relative'));

  const ran = await run('./links/relative', ['x'], { PATH: path }, { cwd: home });

  expect(ran).toMatchObject({ status: 3, out: greeting('x') });
});

test('the lock of a dead installation is taken over', async () => {
  const { root, path, lock } = aClone();
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), '999999999\n');

  const ran = await run(join(root, 'mamori'), [], { PATH: path });

  expect(ran).toMatchObject({ status: 3, out: greeting() });
  expect(ran.err).toContain('taking over');
});

test('it gives up waiting for an installation that goes on, and names the folder', async () => {
  const { root, path, lock, calls } = aClone();
  mkdirSync(lock);
  writeFileSync(join(lock, 'pid'), `${process.pid}\n`);

  const ran = await run(join(root, 'mamori'), [], { PATH: path, MAMORI_INSTALL_WAIT: '1' });

  expect(ran).toMatchObject({ status: 75, err: expect.stringContaining(`still holds ${lock}`) });
  expect(calls()).toBe(0);
  expect(existsSync(lock)).toBe(true);
});

test('a failed installation says so and leaves no lock', async () => {
  const { root, path, lock } = aClone({ npmStatus: 1 });

  const ran = await run(join(root, 'mamori'), [], { PATH: path });

  expect(ran).toMatchObject({ status: 69, err: expect.stringContaining('npm ci failed') });
  expect(existsSync(lock)).toBe(false);
});

test.skipIf(!isRoot)(
  'a clone that one may only read runs when its packages are current, and says so when not',
  async () => {
    const { root, path, calls } = aClone();
    const stranger = { uid: 65534, gid: 65534 };

    const before = await run(join(root, 'mamori'), [], { PATH: path }, stranger);
    await run(join(root, 'mamori'), [], { PATH: path });
    const after = await run(join(root, 'mamori'), ['x'], { PATH: path, HOME: '/nonexistent' }, stranger);

    expect(before).toMatchObject({ status: 73, err: expect.stringContaining(`${root} is not writable`) });
    expect(after).toEqual({ status: 3, out: greeting('x'), err: '' });
    expect(calls()).toBe(1);
  },
);

test('without npm the way out is named', async () => {
  const { root, home } = aClone();
  const path = join(home, 'no-npm');
  mkdirSync(path);
  for (const program of ['dirname', 'readlink', 'cat', 'uname', 'cksum'])
    symlinkSync(`/usr/bin/${program}`, join(path, program));

  const ran = await run(join(root, 'mamori'), [], { PATH: path });

  expect(ran).toMatchObject({ status: 69, err: expect.stringContaining('Node 20 or newer with npm is needed') });
});

test('where the packaged Node does not run, the machine’s own serves when it is new enough', async () => {
  const { root, path, home } = aClone({ node: '/usr/bin/false' });

  const own = await run(join(root, 'mamori'), ['x'], { PATH: path });
  aProgram(join(home, 'old/node'), '#!/bin/sh\necho v22.1.0\n');
  const old = await run(join(root, 'mamori'), ['x'], { PATH: `${join(home, 'old')}:${path}` });

  expect(own).toMatchObject({ status: 3, out: greeting('x') });
  expect(old).toMatchObject({ status: 69, err: expect.stringContaining('no Node 26 or newer') });
});
