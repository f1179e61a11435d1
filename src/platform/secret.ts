import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem, StartProblem } from './start-problem.ts';

const length = 32;

/**
 * The house's own secret: made at the first start, kept beside the data and never in a backup unless asked for.
 * @param file  another place for it, for several servers on one database
 * @throws StartProblem when it cannot be read, or is not 32 bytes
 */
export function keepSecret(stateFolder: string, file: string | null): Uint8Array {
  const path = file ?? join(stateFolder, 'secrets', 'house-key');
  try {
    if (file === null) writeOnce(path);
    const secret = readFileSync(path);
    if (secret.length !== length) throw wrongLength(path, secret.length);
    return secret;
  } catch (error) {
    throw fileProblem(error, stateFolder) ?? error;
  }
}

function writeOnce(path: string): void {
  try {
    writeFileSync(path, randomBytes(length), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const wrongLength = (path: string, found: number) =>
  new StartProblem(
    'configuration',
    `The key in ${path} has ${found} bytes instead of ${length}.`,
    'Put the right file back, from the backup of the keys. A new key would make what the old one sealed unreadable.',
  );
