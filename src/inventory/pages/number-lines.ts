import { foldId } from '#platform/browser/fold';
import type { PartNumber } from '../model.ts';

/** Part numbers as text, one per line: MC-220-W, 白. */
export function printNumbers(numbers: readonly PartNumber[]): string {
  return numbers
    .map(({ number, note }) => (note === '' ? number : `${number}, ${note.replaceAll('\n', ' ')}`))
    .join('\n');
}

/**
 * Reads part numbers from lines; what stands after the first comma or tab (as cells copied from Excel) is the note.
 * @returns the numbers, and the first one that stands twice, or null
 */
export function readNumbers(text: string): { numbers: PartNumber[]; twice: string | null } {
  const numbers = text
    .split(/\r\n?|\n/)
    .map((line) => /^\s*([^,、，\t]*)(?:[,、，\t](.*))?$/.exec(line))
    .map((found) => ({ number: found?.[1]?.trim() ?? '', note: found?.[2]?.trim() ?? '' }))
    .filter(({ number }) => foldId(number) !== '');
  const folded = numbers.map(({ number }) => foldId(number));
  const twice = numbers.find((_, index) => folded.indexOf(folded[index] ?? '') !== index);
  return { numbers, twice: twice?.number ?? null };
}
