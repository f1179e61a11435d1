import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openParts, type PartsFile, writeParts } from './parts-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mamori-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'parts');
const bytes = (text: string) => new TextEncoder().encode(text);

function write(): void {
  writeParts(file, 'test-1', [
    { name: 'first', chunks: [bytes('one '), bytes('two')] },
    { name: 'second', chunks: [bytes('three')] },
  ]);
}

test('parts are read as they were written, whole or in stretches', () => {
  write();

  const opened = openParts(file, 'test-1') as PartsFile;

  expect(Buffer.from(opened.whole('first') as SharedArrayBuffer).toString()).toBe('one two');
  expect(Buffer.from(opened.some('second', { at: 1, bytes: 3 })).toString()).toBe('hre');
  opened.close();
  expect(readdirSync(folder)).toEqual(['parts']);
});

test('another kind is refused', () => {
  write();

  expect(openParts(file, 'test-2')).toEqual({ refused: 'other-kind' });
});

test('whatever byte is changed or missing, it is found before the part is used', () => {
  write();
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    writeFileSync(file, changed);
    expect(isSound(), `byte ${at}`).toBe(false);
    writeFileSync(file, whole.subarray(0, at));
    expect(isSound(), `cut at ${at}`).toBe(false);
  }
});

function isSound(): boolean {
  const opened = openParts(file, 'test-1');
  if ('refused' in opened) return false;
  const parts = ['first', 'second'].map((name) => opened.whole(name));
  opened.close();
  return parts.every((part) => part !== null);
}

test('what fails while it is written leaves the file that was there', () => {
  write();
  const before = readFileSync(file);
  const failing = {
    *[Symbol.iterator]() {
      yield bytes('begun');
      throw new Error('no more');
    },
  };

  expect(() => writeParts(file, 'test-1', [{ name: 'first', chunks: failing }])).toThrow('no more');

  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(folder)).toEqual(['parts']);
});
