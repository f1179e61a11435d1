import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { keepFile, listFiles, pathOfFile } from './files.ts';

const state = mkdtempSync(path.join(tmpdir(), 'mamori-files-'));
afterAll(() => rmSync(state, { recursive: true }));

test('bytes are kept under their hash, equal bytes once, and listed by it', async () => {
  const text = Buffer.from('hello');
  const hash = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

  const first = await keepFile(state, text);
  const second = await keepFile(state, Readable.from([Buffer.from('hel'), Buffer.from('lo')]));
  const other = await keepFile(state, Buffer.from('other'));

  expect([first, second]).toEqual([{ sha256: hash, sizeBytes: 5 }, first]);
  expect(readFileSync(pathOfFile(state, hash), 'utf8')).toBe('hello');
  expect([...listFiles(state)]).toEqual([first, other].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)));
});

test('what is too large or breaks off leaves nothing behind', async () => {
  const before = [...listFiles(state)];
  async function* breaking() {
    yield Buffer.from('half');
    throw new Error('the sender went away');
  }

  await expect(keepFile(state, Buffer.alloc(11), 10)).rejects.toThrow('larger than 10 bytes');
  await expect(keepFile(state, Readable.from(breaking()))).rejects.toThrow('went away');

  expect([...listFiles(state)]).toEqual(before);
  expect(readdirSync(path.join(state, 'files')).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a name that is no hash leads nowhere', () => {
  expect(() => pathOfFile(state, '../../secrets/house-key')).toThrow(RangeError);
});
