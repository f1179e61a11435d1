import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '#platform/errors';

/**
 * Cost of one hash: memory in KiB, passes, lanes.
 * @source OWASP Password Storage Cheat Sheet, Argon2id minimum
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
// Each running hash holds its memory and a thread; more at once would only slow everything else down.
const atOnce = 2;
const mayWait = 100;

type Cost = typeof cost;
type Parsed = Cost & { nonce: Buffer; tag: Buffer };

const derive = promisify(argon2) as (
  algorithm: 'argon2id',
  parameters: Cost & { message: string; nonce: Buffer; tagLength: number },
) => Promise<Buffer>;

const load = { running: 0, waiting: [] as (() => void)[], total: 0 };

/** How busy hashing is: running and waiting now, and all since the start. */
export const hashingLoad = () => ({ running: load.running, waiting: load.waiting.length, total: load.total });

/**
 * The hash of a password as a PHC string, with a salt of its own.
 * @param password  in the normal form that normalPassword() gives
 * @throws Refusal 'unavailable' when too many wait already
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await inTurn(() => derive('argon2id', { ...cost, message: password, nonce, tagLength }));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

/**
 * Whether this is the password. It costs the same when there is none (`hash` null), so that the time tells nothing.
 * @returns outdated: right, but hashed with other costs than today's; to be hashed again
 * @throws Refusal 'unavailable' when too many wait already
 */
export async function verifyPassword(
  hash: string | null,
  password: string,
): Promise<{ right: boolean; outdated: boolean }> {
  const { nonce, tag, ...itsCost } = hash === null ? nobody : parse(hash);
  const made = await inTurn(() => derive('argon2id', { ...itsCost, message: password, nonce, tagLength: tag.length }));
  const right = hash !== null && timingSafeEqual(made, tag);
  const same =
    itsCost.memory === cost.memory && itsCost.passes === cost.passes && itsCost.parallelism === cost.parallelism;
  return { right, outdated: right && !same };
}

const nobody: Parsed = { ...cost, nonce: Buffer.alloc(16), tag: Buffer.alloc(tagLength) };

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parse(hash: string): Parsed {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
  if (!nonce || !tag) throw new Error('A stored password hash is not Argon2id in PHC string format');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (load.running >= atOnce) {
    if (load.waiting.length >= mayWait)
      throw new Refusal('unavailable', 'Too many sign-ins at once. Try again in a moment.', { retryAfterS: 10 });
    await new Promise<void>((turn) => load.waiting.push(turn));
  } else load.running++;
  load.total++;
  try {
    return await work();
  } finally {
    const next = load.waiting.shift();
    if (next) next();
    else load.running--;
  }
}
