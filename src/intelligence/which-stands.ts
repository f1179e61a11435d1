import type { ReadRecord } from './keep-statements.ts';
import { reader } from './reader.ts';
import type { SourceId } from './statement.ts';

/** A record as it came in a run; `read` is null when its bytes are those that are kept now. */
export type Came = { source: SourceId; externalId: string; modifiedAt: string | null; read: ReadRecord | null };

/**
 * What is kept of a record: its date, its bytes (by SHA-256) and which version of our reading read them, and whether those
 * that came now were an earlier revision.
 */
export type Standing = { modifiedAt: string | null; originalSha256: Buffer; reader: number; isEarlier: boolean };

export const keyOf = ({ source, externalId }: Pick<Came, 'source' | 'externalId'>): string => `${source} ${externalId}`;

/** Whether what comes later stands: the last word holds, except that an older date never replaces a newer one. */
export function standsAfter(
  later: Pick<Came, 'modifiedAt'>,
  { modifiedAt: before }: Pick<Came, 'modifiedAt'>,
): boolean {
  if (later.modifiedAt === null || before === null) return true;
  return Temporal.Instant.compare(later.modifiedAt, before) >= 0;
}

/** Of several revisions of a record that came one after the other, the one that stands, by record. */
export function lastOfEach(came: readonly Came[]): Map<string, Came> {
  const last = new Map<string, Came>();
  for (const one of came) {
    const before = last.get(keyOf(one));
    if (!before || standsAfter(one, before)) last.set(keyOf(one), one);
  }
  return last;
}

/**
 * What to do with bytes that were not known when they were looked up: 'keep' them as the next revision, pass over what is
 * 'older' or has become 'known' by another run meanwhile, or wait to the end of the run ('again') with what was an earlier
 * revision under the same date. Then either the newer revision comes once more, as in every set that holds both, or the
 * source has taken its change back.
 */
export function placeOf(came: ReadRecord, standing: Standing | undefined): 'keep' | 'known' | 'older' | 'again' {
  if (!standing) return 'keep';
  if (standing.originalSha256.equals(came.sha256)) return standing.reader < reader ? 'keep' : 'known';
  if (!standsAfter(came.statement, standing)) return 'older';
  const isDatedAnew = came.statement.modifiedAt !== null && !standsAfter(standing, came.statement);
  return standing.isEarlier && !isDatedAnew ? 'again' : 'keep';
}
