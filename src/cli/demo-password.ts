import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// Easy to read aloud in both languages; twelve of them are about 62 bits.
const syllables =
  'ka ki ku ke ko sa su se so ta te to na ni nu ne no ha hi he ho ma mi mu me mo ya yu yo ra ri ru re ro wa'.split(' ');
const word = () => [0, 1, 2].map(() => syllables[randomInt(syllables.length)]).join('');

/** The password of everybody in this demonstration: made once, different for each state, kept with its secrets. */
export function keepDemoPassword(stateFolder: string): string {
  const file = path.join(stateFolder, 'secrets', 'demo-password');
  try {
    writeFileSync(file, [word(), word(), word(), word()].join('-'), { flag: 'wx', mode: 0o600 });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
  return readFileSync(file, 'utf8');
}
