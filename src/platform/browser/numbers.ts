/** A count as both languages write it: 88,600. The unit belongs to the sentence around it. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}
