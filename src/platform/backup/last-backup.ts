import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const LastBackup = z.object({ madeAt: z.string(), file: z.string(), sizeBytes: z.int() });
export type LastBackup = z.infer<typeof LastBackup>;

const noteIn = (stateFolder: string) => path.join(stateFolder, 'last-backup.json');

/** Remembers a backup in the state, for those who ask when the last one was. */
export function noteBackup(stateFolder: string, { madeAt, file, sizeBytes }: LastBackup): void {
  const note = noteIn(stateFolder);
  writeFileSync(`${note}.new`, `${JSON.stringify({ madeAt, file: path.resolve(file), sizeBytes })}\n`, { mode: 0o600 });
  renameSync(`${note}.new`, note);
}

/** The last backup of this state, or null. That its file is still there is not promised. */
export function findLastBackup(stateFolder: string): LastBackup | null {
  const note = noteIn(stateFolder);
  return existsSync(note) ? LastBackup.parse(JSON.parse(readFileSync(note, 'utf8'))) : null;
}
