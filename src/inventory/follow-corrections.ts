import { Refusal } from '#platform/errors';
import type { CorrectionRow } from './store/corrections.ts';

type Correction = Pick<CorrectionRow, 'fromId' | 'toId' | 'releaseId'>;
type Standing = Correction & { id: string };

/**
 * What a correction replaces, and what is to be made, so that what parts are called by now is never corrected itself: one
 * step tells the name of each. Parts that were corrected to `fromId` before follow it; and where `toId` has been corrected
 * already, that is what they are called. What is said of one release leaves the others as they are.
 * @param standing  as lockCorrectionsAbout
 * @returns `made` begins with the correction itself
 * @throws Refusal 'conflict' with `reason` 'circle', when it would lead back to where it comes from
 */
export function followCorrections(
  standing: readonly Standing[],
  { fromId, toId, releaseId }: Correction,
): { replaced: string[]; made: Correction[] } {
  const isOfScope = (row: Correction) => releaseId === null || row.releaseId === releaseId;
  const isReplaced = (row: Correction) =>
    row.fromId === fromId ? row.releaseId === releaseId : row.toId === fromId && isOfScope(row);
  const replaced = standing.filter(isReplaced);
  const staying = new Map(standing.filter((row) => !isReplaced(row)).map((row) => [keyOf(row), row]));
  const made = new Map<string, Correction>();
  const make = (from: number, scope: string | null) => {
    const key = keyOf({ fromId: from, releaseId: scope });
    if (staying.has(key) || made.has(key)) return;
    const target =
      (staying.get(keyOf({ fromId: toId, releaseId: scope })) ?? staying.get(`${toId}/null`))?.toId ?? toId;
    // It is called by its own name again.
    if (target === from) return;
    made.set(key, { fromId: from, toId: target, releaseId: scope });
  };

  make(fromId, releaseId);
  if (made.size === 0) throw new Refusal('conflict', 'It would be corrected to itself.', { reason: 'circle' });
  const led = standing.filter((row) => row.toId === fromId && row.fromId !== toId);
  for (const row of led) {
    if (isOfScope(row)) make(row.fromId, row.releaseId);
    else if (row.releaseId === null) make(row.fromId, releaseId);
  }
  // Releases that call `toId` something of their own call what is corrected to it the same.
  const releaseIds = [...staying.values()].filter((row) => row.fromId === toId).map((row) => row.releaseId);
  for (const { fromId: from } of [...made.values()].filter((row) => row.releaseId === null))
    for (const scope of releaseIds) make(from, scope);
  return { replaced: replaced.map(({ id }) => id), made: [...made.values()] };
}

const keyOf = ({ fromId, releaseId }: Pick<Correction, 'fromId' | 'releaseId'>) => `${fromId}/${releaseId}`;
