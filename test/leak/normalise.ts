import { createHash } from 'node:crypto';
import { entriesOf } from './canary.ts';

/** What an ETag says when it tells no more than the body, which is compared itself. */
const digestOf = (body: Uint8Array): string => `"${createHash('sha256').update(body).digest('base64url')}"`;

/** An answer with everything that a caller can see of it. */
export type Answer = { status: number; headers: [string, string][]; body: Uint8Array };

// What follows is the declared list of what may differ between two equal worlds. Nothing else is masked; above all no number is.

/** Of the call itself; the length says nothing beyond the body, which is compared (a time without its last zero is shorter). */
const maskedHeaders = new Set(['date', 'x-request-id', 'content-length']);

/** Facts of the machine in one endpoint's answer, with the reason why those outside may see them change. */
const facts: { call: string; what: RegExp; why: string }[] = [
  {
    call: 'operations.describeSystem',
    what: /"(?:sizeBytes|freeBytes)":\d+/g,
    why: 'How full the disk is, of all tables together: whoever runs the machine can measure it anyway.',
  },
];

/** Words that are random: each gets a name by the order in which it first appears, so that the same one stays the same. */
const random = [
  // In the name of a file an underscore stands before it.
  /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/gi,
  // The number of an own record; in the name of a file an underscore stands before it.
  /(?<![0-9a-z])OWN-[2-9A-HJKMNP-Z]{6}(?![0-9a-z])/gi,
  // 256 bits in base64url: tokens of sessions, links and keys.
  /(?<![\w-])(?:mmr_)?[\w-]{43}(?![\w-])/g,
  // What a passkey is to sign: 256 random bits, its end and the seal of both, in base64url.
  /(?<="challenge":")[\w-]{100,160}(?=")/g,
  // The first letters of a key, by which its owner knows it again.
  /\bmmr_[\w-]{4}(?![\w-])/g,
  // 160 bits in base32: the secret of an authenticator app.
  /\b[A-Z2-7]{32}\b/g,
  // The squares of a QR code, which holds such a secret.
  /(?:M\d+ \d+h1v1h-1z){50,}/g,
  // The nonce of a page.
  /(?<='nonce-)[\w+/=]+(?=')|(?<=name="csp-nonce" content=")[\w+/=]+/g,
];

const cursor = /(?<![\w+/=-])W[\w-]{7,}(?![\w+/=-])/g;

/** Ways to write an instant, and how each is read. Those of the present of this run become one word. */
const instants: { pattern: RegExp; read: (text: string) => number }[] = [
  {
    pattern: /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)/g,
    read: (text) => Date.parse(text.replace(' ', 'T')),
  },
  {
    // A table's cell, in Tokyo.
    pattern: /\b\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}(?::\d{2})?\b/g,
    read: (text) => Date.parse(`${text.replaceAll('/', '-').replace(' ', 'T')}+09:00`),
  },
  {
    // A sheet's cell: days since 1899-12-30, in Tokyo.
    pattern: /\b4\d{4}\.\d{4,}\b/g,
    read: (text) => (Number(text) - 25_569) * 86_400_000 - 9 * 3_600_000,
  },
];

/**
 * Tells two worlds apart by what they say and not by their dice: what is random gets a name by the order in which it
 * first appears, the present of this run becomes one word, and what is packed is unpacked.
 * One for each world; answers are given to it in the same order in both.
 */
export class Names {
  readonly #names = new Map<string, string>();
  readonly #order: string[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #own: Record<string, string>;
  readonly #since = Date.now() - 120_000;

  /**
   * @param known  ids that are the same in both worlds and keep their letters
   * @param own  what is a world's own by the way the test is built, e.g. the port of its mail server, and what to call it
   */
  constructor(known: ReadonlySet<string>, own: Record<string, string> = {}) {
    this.#known = known;
    this.#own = own;
  }

  /** Which of the random words it was, in the order of their appearance; -1 for none of them. */
  indexOf(id: string): number {
    const [, number] = /(\d+)/.exec(this.#names.get(sameOf(id)) ?? '') ?? [];
    return number === undefined ? -1 : Number(number) - 1;
  }

  /** The random word at that place: the n-th of one world stands for the n-th of the other. */
  at(index: number): string | undefined {
    return this.#order[index];
  }

  /**
   * One text for an answer; equal texts mean that the caller cannot tell the worlds apart.
   * @param call  the name of the endpoint
   */
  textOf({ status, headers, body }: Answer, call = ''): string {
    const entries = entriesOf(body);
    const parts = entries
      ? Object.entries(entries).map(([name, bytes]) => `--- ${name}\n${this.textOfWords(read(bytes))}`)
      : [this.textOfWords(read(body), call)];
    const shown = headers
      .filter(([name]) => !maskedHeaders.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${name}: ${value === digestOf(body) ? '<digest>' : this.textOfWords(value)}`);
    return [String(status), ...parts, '', ...shown].join('\n');
  }

  /** The same for words that did not come as an answer, e.g. a mail. */
  textOfWords(words: string, call = ''): string {
    let text = words;
    for (const [word, name] of Object.entries(this.#own)) text = text.replaceAll(word, name);
    for (const fact of facts) if (fact.call === call) text = text.replaceAll(fact.what, '<fact>');
    text = text.replaceAll(cursor, (word) => readCursor(word) ?? word);
    for (const pattern of random) text = text.replaceAll(pattern, (one) => this.#nameOf(one));
    for (const { pattern, read: instantOf } of instants)
      text = text.replaceAll(pattern, (one) => (this.#isPresent(instantOf(one)) ? '<now>' : one));
    return text;
  }

  #nameOf(word: string): string {
    const one = sameOf(word);
    if (this.#known.has(one)) return word;
    const given = this.#names.get(one);
    if (given) return given;
    const name = `<random ${this.#order.push(one)}>`;
    this.#names.set(one, name);
    return name;
  }

  #isPresent(atMs: number): boolean {
    return atMs >= this.#since && atMs <= Date.now() + 120_000;
  }
}

/** An id is the same in capitals. */
const sameOf = (word: string) => (word.length === 36 ? word.toLowerCase() : word);

function read(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  return text.includes('�') ? buffer.toString('latin1') : text;
}

/** The values in the cursor of a list; null when the word is none. */
function readCursor(word: string): string | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
    return Array.isArray(values) ? `<cursor ${JSON.stringify(values)}>` : null;
  } catch {
    return null;
  }
}
