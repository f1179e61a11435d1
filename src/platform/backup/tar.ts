/** One file of an archive; `content` gives exactly `sizeBytes`. */
export type Member = { name: string; sizeBytes: number; content: Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

const block = 512;
const longestName = 100;

/**
 * A tar archive, readable by every tar.
 * @param madeAt  the time of all members, so that equal content makes equal archives
 * @source POSIX.1-1988 ustar; names to 100 bytes, sizes to 8 GiB
 */
export async function* writeTar(members: AsyncIterable<Member>, madeAt: Temporal.Instant): AsyncGenerator<Uint8Array> {
  for await (const { name, sizeBytes, content } of members) {
    yield headOf(name, sizeBytes, Math.floor(madeAt.epochMilliseconds / 1000));
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== sizeBytes) throw new Error(`${name} has ${written} bytes instead of ${sizeBytes}`);
    const rest = written % block;
    if (rest > 0) yield Buffer.alloc(block - rest);
  }
  yield Buffer.alloc(2 * block);
}

function headOf(name: string, sizeBytes: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > longestName) throw new Error(`${name} is too long a name`);
  const head = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    head.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  head.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(sizeBytes, 124, 12);
  octal(seconds, 136, 12);
  head.write('        ', 148, 'latin1');
  head.write('0', 156, 'latin1');
  head.write('ustar\x0000', 257, 'latin1');
  head.write(`${checksumOf(head).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return head;
}

// The sum is made with blanks in its own place.
function checksumOf(head: Buffer): number {
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : (head[at] ?? 0);
  return sum;
}

/** The archive ended early or is no archive; `after` is the last member that began. */
export class BrokenTar extends Error {
  readonly after: string | null;

  constructor(message: string, after: string | null) {
    super(message);
    this.name = 'BrokenTar';
    this.after = after;
  }
}

/**
 * The members of an archive in their order. The content of one is read before the next is asked for; what is left
 * unread of it is passed over.
 * @throws BrokenTar
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const bytes = new Bytes(source);
  let last: string | null = null;
  for (;;) {
    const head = await bytes.take(block);
    if (head.length < block) throw new BrokenTar('The archive ends early', last);
    // Read to the very end: the checksum of the compressed stream stands there.
    if (head.every((byte) => byte === 0)) return bytes.drain();
    if (Number.parseInt(text(head, 148, 8), 8) !== checksumOf(head))
      throw new BrokenTar('This is not an archive of Mamori', last);
    last = text(head, 0, longestName);
    const sizeBytes = Number.parseInt(text(head, 124, 12), 8);
    const content = bytes.pass(sizeBytes, last);
    yield { name: last, sizeBytes, content };
    for await (const _rest of content);
    await bytes.take((block - (sizeBytes % block)) % block);
  }
}

const text = (head: Buffer, at: number, length: number) =>
  head.toString('utf8', at, at + length).replace(/[\0 ].*$/s, '');

class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes, or fewer at the end. */
  async take(length: number): Promise<Buffer> {
    while (this.#rest.length < length) {
      const more = await this.#next();
      if (!more) break;
      this.#rest = Buffer.concat([this.#rest, more]);
    }
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  /** So many bytes, in pieces as they come. */
  async *pass(length: number, name: string): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) {
        const more = await this.#next();
        if (!more) throw new BrokenTar('The archive ends early', name);
        this.#rest = more;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async drain(): Promise<void> {
    while (await this.#next());
  }

  async #next(): Promise<Buffer | undefined> {
    const { value, done } = await this.#source.next();
    return done ? undefined : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}
