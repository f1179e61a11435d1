import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { hashOfSeal, type Seal } from './seal.ts';

const Head = z.object({ number: z.int(), hash: z.string() });
export type Head = z.infer<typeof Head>;

const headFile = (stateFolder: string) => path.join(stateFolder, 'audit-head.json');
const keysFile = (stateFolder: string) => path.join(stateFolder, 'secrets', 'audit-trusted-keys.json');

/**
 * Notes the newest seal outside the database. Without it, taking away the last seals together with their rows
 * would leave a shorter trail that is whole in itself.
 */
export function noteHead(stateFolder: string, seal: Seal): void {
  const file = headFile(stateFolder);
  const head: Head = { number: seal.number, hash: hashOfSeal(seal).toString('hex') };
  writeFileSync(`${file}.new`, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The newest seal that this state has seen, or undefined before the first. Several servers each keep their own. */
export function findHead(stateFolder: string): Head | undefined {
  const file = headFile(stateFolder);
  return existsSync(file) ? Head.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Public keys (hex) of houses whose backups were restored into this one; restoring is what makes them trusted. */
export function findTrustedKeys(stateFolder: string): string[] {
  const file = keysFile(stateFolder);
  return existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/**
 * What a restore does with a trail that another house sealed: its keys are trusted from now on, and the newest seal is
 * the one that was restored.
 */
export function trustSeals(stateFolder: string, publicKeys: string[]): void {
  const file = keysFile(stateFolder);
  const trusted = [...new Set([...findTrustedKeys(stateFolder), ...publicKeys])].sort();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(trusted)}\n`, { mode: 0o600 });
  rmSync(headFile(stateFolder), { force: true });
}
