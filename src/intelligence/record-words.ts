import type { StatementLabel } from './statement.ts';

/** Why a record was taken back, by the words that it begins with; null when it was not. */
export function rejectionIn(description: string): string | null {
  const said = /^\s*(?:\*\*\s*REJECT\s*\*\*|Rejected reason:|DO NOT USE THIS (?:CANDIDATE|CVE))\s*(.*)$/is.exec(
    description,
  );
  if (!said) return null;
  const reason = said[1]?.trim() ?? '';
  return reason === '' ? description.trim() : reason;
}

/** Whether a record says that its maker disputes it. */
export const isDisputed = (tags: readonly string[], description: string): boolean =>
  tags.includes('disputed') || /^\s*\*\*\s*DISPUTED\s*\*\*/i.test(description);

/**
 * What JVN iPedia says of a record in a mark within its words: taken back (at the beginning, with the reason that follows),
 * disputed, no longer supported.
 */
export function marksOfJvn(overview: string): { rejection: string | null; labels: StatementLabel[] } {
  const said = overview.normalize('NFKC');
  const marked = (word: string) => new RegExp(`\\*\\*\\s*${word}\\s*\\*\\*`, 'i').test(said);
  const [, reason] = /^\s*\*\*\s*削除\s*\*\*\s*(.*)$/s.exec(said) ?? [];
  const labels = [
    ...(marked('(?:未確定|DISPUTED)') ? (['disputed'] as const) : []),
    ...(marked('(?:サポート外|UNSUPPORTED WHEN ASSIGNED)') ? (['unsupported-when-assigned'] as const) : []),
  ];
  return { rejection: reason === undefined ? rejectionIn(said) : reason.trim() || '削除', labels };
}
