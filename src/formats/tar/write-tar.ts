import type { TarMember } from './read-tar.ts';

const block = 512;

/**
 * Regular files as a tar archive that `readTar` reads; names of any length, no times, no owners.
 * @source POSIX.1-1988 ustar; GNU tar 1.35 long names (type L)
 */
export async function* writeTar(members: Iterable<TarMember> | AsyncIterable<TarMember>): AsyncGenerator<Uint8Array> {
  for await (const { name, sizeBytes, content } of members) {
    const longName = new TextEncoder().encode(`${name}\0`);
    if (longName.length > 100) {
      yield headOf('././@LongLink', longName.length, 'L');
      yield longName;
      yield padding(longName.length);
    }
    yield headOf(name, sizeBytes, '0');
    yield* content;
    yield padding(sizeBytes);
  }
  yield new Uint8Array(2 * block);
}

const padding = (sizeBytes: number) => new Uint8Array((block - (sizeBytes % block)) % block);

function headOf(name: string, sizeBytes: number, type: '0' | 'L'): Uint8Array {
  const head = new Uint8Array(block);
  const put = (at: number, length: number, text: string) =>
    head.set(new TextEncoder().encode(text).subarray(0, length), at);
  put(0, 100, name);
  put(100, 8, '0000644\0');
  put(124, 12, `${sizeBytes.toString(8).padStart(11, '0')}\0`);
  put(148, 8, '        ');
  put(156, 1, type);
  put(257, 8, 'ustar\x0000');
  const sum = head.reduce((total, byte) => total + byte, 0);
  put(148, 8, `${sum.toString(8).padStart(6, '0')}\0 `);
  return head;
}
