import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { keepSecret } from '../secret.ts';
import { restoreKeys, saveKeys } from './keys.ts';

// Much is written and read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'mamori-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const passphrase = '五つの無作為な言葉を並べる correct';
let number = 0;

function aState(): string {
  const state = path.join(folder, `state-${number++}`);
  mkdirSync(path.join(state, 'secrets'), { recursive: true });
  return state;
}

test('keys come back equal with the passphrase, and without the password of the database', async () => {
  const state = aState();
  const secret = keepSecret(state, null);
  writeFileSync(path.join(state, 'secrets', 'postgres-password'), 'stays');
  const file = path.join(folder, 'keys.json');

  await saveKeys({ stateFolder: state, file, passphrase });
  const target = aState();
  const { keys } = await restoreKeys({ stateFolder: target, file, passphrase: passphrase.normalize('NFD') });

  expect(keys).toBe(1);
  expect(keepSecret(target, null)).toEqual(secret);
  expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from(secret).toString('base64'));
});

test('a key that lies outside the state is saved too', async () => {
  const secretFile = path.join(folder, 'elsewhere');
  writeFileSync(secretFile, Buffer.alloc(32, 3));
  const file = path.join(folder, 'elsewhere.json');

  await saveKeys({ stateFolder: aState(), secretFile, file, passphrase });
  const target = aState();
  await restoreKeys({ stateFolder: target, file, passphrase });

  expect(Buffer.from(keepSecret(target, null))).toEqual(Buffer.alloc(32, 3));
});

test('a wrong passphrase, a changed file and another key in its place change nothing', async () => {
  const state = aState();
  keepSecret(state, null);
  const file = path.join(folder, 'more.json');
  await saveKeys({ stateFolder: state, file, passphrase });
  const target = aState();

  await expect(restoreKeys({ stateFolder: target, file, passphrase: `${passphrase}.` })).rejects.toThrow(
    'cannot be opened',
  );
  const changed = JSON.parse(readFileSync(file, 'utf8'));
  changed.tag = Buffer.alloc(16).toString('base64');
  const other = path.join(folder, 'changed.json');
  writeFileSync(other, JSON.stringify(changed));
  await expect(restoreKeys({ stateFolder: target, file: other, passphrase })).rejects.toThrow('cannot be opened');
  const own = keepSecret(target, null);
  await expect(restoreKeys({ stateFolder: target, file, passphrase })).rejects.toThrow('another house-key');
  expect(keepSecret(target, null)).toEqual(own);
});

test('a short passphrase and an existing file are refused', async () => {
  const state = aState();
  keepSecret(state, null);
  const file = path.join(folder, 'there.json');
  writeFileSync(file, 'mine');

  await expect(saveKeys({ stateFolder: state, file, passphrase: 'short' })).rejects.toThrow('15 characters');
  await expect(saveKeys({ stateFolder: state, file, passphrase })).rejects.toThrow('exists already');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
