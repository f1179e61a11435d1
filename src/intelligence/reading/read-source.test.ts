import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeTar } from '#formats/tar';
import type { Incoming } from '../import-records.ts';
import { readSource } from './read-source.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
const read = (name: string, bytes: Uint8Array): Promise<Incoming[]> =>
  Array.fromAsync(readSource({ name, sizeBytes: bytes.length, read: () => once(bytes) }));
const told = (found: Incoming[]) =>
  found.map((one) =>
    one.kind === 'refused' ? `${one.file}: ${one.rule}` : one.kind === 'score' ? one.name : one.source,
  );

const scores = `cve,epss\n${Array.from({ length: 30_000 }, (_, n) => `CVE-2020-${10_000 + n},0.${n}`).join('\n')}`;
const osv = JSON.stringify({
  id: 'TEST-1',
  details: 'x'.repeat(100_000),
  modified: '2026-11-01T00:00:00Z',
  affected: [],
});

test('a packed file that breaks off gives what stands before, and says so', async () => {
  const packed = gzipSync(bytesOf(scores));

  const found = told(await read('scores.csv.gz', packed.subarray(0, packed.length - 5_000)));

  expect(found.slice(0, 2)).toEqual(['CVE-2020-10000', 'CVE-2020-10001']);
  expect(found.at(-1)).toBe('scores.csv: broken-archive');
});

test('one broken file in an archive leaves the others', async () => {
  const zip = zipSync({ 'a.csv': bytesOf(scores), 'b.json': bytesOf(osv) });
  zip.fill(0xff, 200, 400);

  const found = told(await read('all.zip', zip));

  expect(found.filter((one) => !one.startsWith('CVE-'))).toEqual(['all.zip/a.csv: broken-archive', 'osv']);
});

test('files of an archive of any kind are told apart by what is in them', async () => {
  const member = (name: string, text: string) => ({
    ...{ name, sizeBytes: bytesOf(text).length, content: once(bytesOf(text)) },
  });
  const members = [
    member('osv.txt', osv),
    member('notes.json', '{"a":1}'),
    member('scores', 'cve,epss\nCVE-2020-1000,1'),
  ];
  const tar = await Array.fromAsync(writeTar(members));

  expect(told(await read('all.tar', Buffer.concat(tar)))).toEqual([
    'osv',
    'all.tar/notes.json: unknown-format',
    'CVE-2020-1000',
  ]);
});
