import type { Tools } from '#access';
import { listMatchable } from '#intelligence';
import type { Statement } from '#intelligence/pure';
import { listOpenVulnerabilitiesByKeys } from './store/keys.ts';

/**
 * What is known of the products under these keys, with what people have said about words that were not understood.
 * Nothing confidential is among it: the result goes into files and pipelines, and nobody knows who reads those.
 */
export async function statementsByKeys(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  keys: readonly string[],
): Promise<Statement[]> {
  const ids = await listOpenVulnerabilitiesByKeys(db, viewer, keys);
  return (await listMatchable(db, viewer, ids)).map(({ statement }) => statement);
}
