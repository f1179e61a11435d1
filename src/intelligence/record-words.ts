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
