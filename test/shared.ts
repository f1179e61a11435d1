import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';

const data = path.resolve(import.meta.dirname, '../../shared/data');

/** Where a set of third-party documents lies beside the repository, whether it is there or not. */
export const sharedFolder = (set: string): string => path.join(data, set);

/**
 * The folder of a set of third-party documents beside the repository, or null where they are not there.
 * Then one skipped test says so; with CI=true it fails, so that a proof is never passed over in silence.
 */
export function sharedData(set: string): string | null {
  const folder = sharedFolder(set);
  if (existsSync(folder)) return folder;
  const absent = `../shared/data/${set} is not there`;
  if (process.env.CI === 'true') {
    test(absent, () => {
      throw new Error(absent);
    });
  } else test.skip(absent, () => {});
  return null;
}
