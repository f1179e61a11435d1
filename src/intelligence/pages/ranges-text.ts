import type { SetRange } from '../model.ts';

/** Ranges as signs, the same in both languages: 1.0 ≤ … < 1.4.3. */
export function rangesText(ranges: readonly SetRange[], all: string): string {
  const one = ({ from, fromIncluded, to, toIncluded }: SetRange) => {
    if (from === null && to === null) return all;
    if (from !== null && from === to) return from;
    const low = from === null ? '' : `${from} ${fromIncluded ? '≤' : '<'} `;
    return `${low}…${to === null ? '' : ` ${toIncluded ? '≤' : '<'} ${to}`}`;
  };
  return ranges.map(one).join(', ');
}
