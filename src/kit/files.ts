/** Why a file cannot be taken, or null when it can. Without `kinds` every kind can. */
export function fileObstacle(
  file: { name: string; size: number },
  kinds: string[],
  limitBytes: number,
): 'too-large' | 'wrong-kind' | null {
  if (kinds.length > 0 && !kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) return 'wrong-kind';
  return file.size > limitBytes ? 'too-large' : null;
}

/** A size as people read it, in steps of 1,000: 3.2 KB, 50 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [unit, size] = bytes < 1_000_000 ? ['KB', bytes / 1000] : ['MB', bytes / 1_000_000];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}

const MIB = 1024 * 1024;

/** A limit as it is written everywhere else: 64 MiB where it is a whole number of them. */
export const limitText = (bytes: number): string => (bytes % MIB === 0 ? `${bytes / MIB} MiB` : sizeText(bytes));
