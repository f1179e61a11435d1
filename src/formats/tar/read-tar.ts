import { headOf, type TarHead } from './head.ts';

/** One regular file of an archive; `content` can be read once, before the next member is asked for. */
export type TarMember = { name: string; sizeBytes: number; content: AsyncIterable<Uint8Array> };

/** `members` counts everything that has a header, `bytes` what the files hold together. */
export type TarLimits = { members: number; bytes: number };

export const tarLimits: TarLimits = { members: 50_000, bytes: 64 * 1024 * 1024 };

export type TarRule =
  | 'not-tar'
  | 'truncated'
  | 'bad-checksum'
  | 'unsafe-name'
  | 'link'
  | 'special-file'
  | 'too-many-members'
  | 'too-large'
  | 'duplicate-name';

/** Ends the reading; `path` is the name of the member, or "archive" where it has none. */
export class TarFault extends Error {
  readonly rule: TarRule;
  readonly path: string;

  constructor(rule: TarRule, path: string, message: string) {
    super(message);
    this.name = 'TarFault';
    this.rule = rule;
    this.path = path || 'archive';
  }
}

const block = 512;
const longestExtension = 64 * 1024;

/**
 * The regular files of a tar archive in their order, without ever touching a disk: folders are passed over;
 * links, devices, names that climb out or stand twice, and more than the limits are refused.
 * What is left unread of a member is passed over.
 * @throws TarFault
 * @source POSIX.1-2001 pax interchange format; ustar; GNU tar 1.35 long names (type L)
 */
export async function* readTar(
  source: AsyncIterable<Uint8Array>,
  limits: TarLimits = tarLimits,
): AsyncGenerator<TarMember> {
  const bytes = new Bytes(source);
  const seen = new Set<string>();
  let members = 0;
  let total = 0;
  let longName: string | null = null;
  for (;;) {
    const raw = await bytes.take(block);
    if (raw.length === 0 && members > 0) return;
    if (raw.length < block) throw new TarFault(members > 0 ? 'truncated' : 'not-tar', 'archive', 'It ends early');
    if (raw.every((byte) => byte === 0)) return bytes.drain();
    const head = headOf(raw);
    if (!head) throw new TarFault(members > 0 ? 'bad-checksum' : 'not-tar', 'archive', 'A header does not add up');
    if (++members > limits.members) {
      throw new TarFault('too-many-members', head.name, `At most ${limits.members} members are read`);
    }
    total += head.sizeBytes;
    if (total > limits.bytes) throw new TarFault('too-large', head.name, `At most ${limits.bytes} bytes are read`);
    if (isExtension(head)) {
      longName = (await extension(head, bytes)) ?? longName;
      continue;
    }
    const name = safeName(longName ?? head.name);
    longName = null;
    refuseType(head, name);
    const content = bytes.pass(head.sizeBytes, name);
    if (head.type === 'file') {
      if (name === '') throw new TarFault('unsafe-name', '', 'A file has no name');
      if (seen.has(name)) throw new TarFault('duplicate-name', name, 'This name stands twice');
      seen.add(name);
      yield { name, sizeBytes: head.sizeBytes, content };
    }
    for await (const _rest of content);
    await bytes.take((block - (head.sizeBytes % block)) % block);
  }
}

const isExtension = ({ type }: TarHead) => type === 'pax' || type === 'pax-global' || type === 'long-name';

/** The name that an extension gives to the member after it, if it gives one. */
async function extension({ type, sizeBytes, name }: TarHead, bytes: Bytes): Promise<string | null> {
  if (sizeBytes > longestExtension) throw new TarFault('too-large', name, 'A header extension is this long');
  const body = await bytes.take(Math.ceil(sizeBytes / block) * block);
  if (body.length < sizeBytes) throw new TarFault('truncated', name, 'It ends early');
  const text = new TextDecoder().decode(body.subarray(0, sizeBytes));
  if (type === 'long-name') return text.replace(/\0.*$/s, '');
  const records = text.split('\n').map((record) => /^\d+ (path|size|linkpath)=(.*)$/s.exec(record));
  if (records.some((record) => record?.[1] === 'size')) {
    throw new TarFault('too-large', name, 'A member of eight gibibytes or more');
  }
  return type === 'pax' ? (records.find((record) => record?.[1] === 'path')?.[2] ?? null) : null;
}

function refuseType({ type }: TarHead, name: string): void {
  if (type === 'link') throw new TarFault('link', name, 'Links are not read');
  if (type === 'other') throw new TarFault('special-file', name, 'Only files and folders are read');
}

/** The name without "./" before it; nothing that could leave the folder it is unpacked to. */
function safeName(name: string): string {
  const plain = name.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  const segments = plain.split(/[/\\]/);
  const isUnsafe = /^[/\\]|^[A-Za-z]:|\0/.test(plain) || segments.includes('..') || plain.length > 1024;
  if (isUnsafe) throw new TarFault('unsafe-name', name.slice(0, 200), 'This name leads out of the archive');
  return plain;
}

class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes, or fewer at the end. */
  async take(length: number): Promise<Uint8Array> {
    const taken = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0 && !(await this.#more())) return taken.subarray(0, filled);
      const piece = this.#rest.subarray(0, length - filled);
      taken.set(piece, filled);
      this.#rest = this.#rest.subarray(piece.length);
      filled += piece.length;
    }
    return taken;
  }

  /** So many bytes, in pieces as they come. */
  async *pass(length: number, name: string): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new TarFault('truncated', name, 'It ends early');
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async drain(): Promise<void> {
    while (await this.#more());
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const { value, done } = await this.#source.next();
      if (done) return false;
      this.#rest = value;
      if (value.length > 0) return true;
    }
  }
}
