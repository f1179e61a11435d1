import { createHash } from 'node:crypto';
import { fold } from '#platform/browser/fold';

/** What a mapping of columns is remembered by: SHA-256 (hex) of the folded column names in their order, empty ends left out. */
export function headerFingerprint(columns: readonly string[]): string {
  const names = columns.map(fold);
  while (names.at(-1) === '') names.pop();
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}
