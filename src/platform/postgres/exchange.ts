import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Marker = z.object({ from: z.int() });

const markerIn = (state: string) => join(state, 'postgres', 'exchange.json');
const dataIn = (state: string) => join(state, 'postgres', 'data');

/** Where an upgrade builds the new data: a state of its own inside the state, so that a rename is enough at the end. */
export const workFolder = (state: string) => join(state, 'upgrade');

/** Where the data of an older major are kept after an upgrade. */
export const oldDataFolder = (state: string, major: number) => join(state, 'postgres', `data-${major}`);

/**
 * From here on the new data count. Called with the database's lock held.
 * @param from  the major of the data that are put aside
 */
export function beginExchange(state: string, from: number): void {
  const marker = markerIn(state);
  writeFileSync(`${marker}.new`, `${JSON.stringify({ from })}\n`, { mode: 0o600, flush: true });
  renameSync(`${marker}.new`, marker);
}

/**
 * Puts the old data aside and the new ones in their place, or finishes that when it was interrupted; without an exchange
 * under way it does nothing. Each start calls it before it looks at the data, with the database's lock held: between the
 * two renames there are none, and a start would make an empty database.
 */
export function finishExchange(state: string): void {
  const marker = markerIn(state);
  if (!existsSync(marker)) return;
  const { from } = Marker.parse(JSON.parse(readFileSync(marker, 'utf8')));
  const ready = dataIn(workFolder(state));
  if (existsSync(ready)) {
    if (existsSync(dataIn(state))) renameSync(dataIn(state), oldDataFolder(state, from));
    renameSync(ready, dataIn(state));
  }
  rmSync(workFolder(state), { recursive: true, force: true });
  rmSync(marker);
}
