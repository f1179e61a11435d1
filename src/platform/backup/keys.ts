import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { fileProblem, StartProblem } from '../start-problem.ts';

/** 128 MiB and about half a second for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);
const shortestPassphrase = 15;
const secretsIn = (stateFolder: string) => path.join(stateFolder, 'secrets');
// The database's password belongs to the cluster and is made anew with it.
const stays = new Set(['postgres-password']);

const Base64 = z.base64();
const KeyFile = z.object({
  is: z.literal('mamori keys 1'),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z.literal(cost.N),
    r: z.literal(cost.r),
    p: z.literal(cost.p),
    salt: Base64,
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: Base64,
  tag: Base64,
  data: Base64,
});
const Secrets = z.record(z.string().regex(/^[\w.-]+$/), Base64);

/**
 * Writes the house's keys into a file of their own, encrypted with a passphrase: whoever has the archive alone can read
 * neither what they encrypt nor make seals in the house's name.
 * @param secretFile  where the house's key lies when it is not in the state
 * @throws StartProblem when the file exists, or the passphrase is shorter than 15 characters
 */
export async function saveKeys(options: {
  stateFolder: string;
  secretFile?: string | null;
  file: string;
  passphrase: string;
}): Promise<{ keys: number }> {
  if ([...options.passphrase].length < shortestPassphrase)
    throw new StartProblem(
      'configuration',
      `The passphrase is shorter than ${shortestPassphrase} characters.`,
      'Choose a longer one, such as five random words, and keep it apart from the file.',
    );
  const secrets = readSecrets(options.stateFolder, options.secretFile ?? null);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv(
    'aes-256-gcm',
    await derive(options.passphrase.normalize('NFKC'), salt, 32, cost),
    nonce,
  );
  const data = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()]);
  const content: z.infer<typeof KeyFile> = {
    is: 'mamori keys 1',
    kdf: { name: 'scrypt', N: cost.N, r: cost.r, p: cost.p, salt: salt.toString('base64') },
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
  writeNew(options.file, `${JSON.stringify(content, null, 1)}\n`);
  return { keys: Object.keys(secrets).length };
}

/**
 * Puts saved keys into the state. Keys that are there already are kept and must be equal.
 * @throws StartProblem for a wrong passphrase, a damaged file, or another key in its place
 */
export async function restoreKeys(options: {
  stateFolder: string;
  file: string;
  passphrase: string;
}): Promise<{ keys: number }> {
  const secrets = await openKeys(options.file, options.passphrase);
  const folder = secretsIn(options.stateFolder);
  const other = Object.entries(secrets).find(([name, value]) => {
    const there = path.join(folder, name);
    return existsSync(there) && !readFileSync(there).equals(Buffer.from(value, 'base64'));
  });
  if (other)
    throw new StartProblem(
      'configuration',
      `The state has another ${other[0]} already. Nothing was changed.`,
      'Restore the keys into a new state, before its first start.',
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [name, value] of Object.entries(secrets))
    writeFileSync(path.join(folder, name), Buffer.from(value, 'base64'), { mode: 0o600, flush: true });
  return { keys: Object.keys(secrets).length };
}

function readSecrets(stateFolder: string, secretFile: string | null): Record<string, string> {
  const folder = secretsIn(stateFolder);
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => !stays.has(name) && !name.endsWith('.new'))
    : [];
  const secrets = Object.fromEntries(
    names.map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
  if (secretFile !== null) secrets['house-key'] = readFileSync(secretFile).toString('base64');
  return secrets;
}

async function openKeys(file: string, passphrase: string): Promise<Record<string, string>> {
  const damaged = (cause: unknown) =>
    new StartProblem(
      'configuration',
      `${file} cannot be opened: the passphrase is another one, or the file was changed. Nothing was changed.`,
      'Try the passphrase again; it was chosen when ./mamori backup --with-keys wrote the file.',
      cause,
    );
  let content: z.infer<typeof KeyFile>;
  try {
    content = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (problem) {
    throw fileProblem(problem, file) ?? damaged(problem);
  }
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const key = await derive(passphrase.normalize('NFKC'), bytes(content.kdf.salt), 32, cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(content.nonce), { authTagLength: 16 });
    decipher.setAuthTag(bytes(content.tag));
    return Secrets.parse(
      JSON.parse(Buffer.concat([decipher.update(bytes(content.data)), decipher.final()]).toString()),
    );
  } catch (problem) {
    throw damaged(problem);
  }
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code;
    const why = code === 'EEXIST' ? 'exists already and was not touched' : `cannot be written (${code})`;
    throw new StartProblem('cannotCreate', `${file} ${why}.`, 'Choose another name or folder for the keys.', problem);
  }
}
