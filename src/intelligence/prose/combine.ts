import type { Clause } from './clauses.ts';
import { closed, type Misread, type Stretch } from './shapes.ts';
import { order } from './version-token.ts';

/**
 * Phrases of one list put together: a lower bound followed by an upper one is a stretch between them.
 * @returns 'ambiguous' where a list can be meant in two ways: "1.0, 1.1 and earlier", "before 1.2.9, 1.3.4"
 */
export function combine(clauses: Clause[]): Clause[] | Misread {
  const combined: Clause[] = [];
  for (let index = 0; index < clauses.length; index++) {
    const pair = pairAt(clauses, index);
    if (typeof pair === 'string') return pair;
    combined.push(pair ?? (clauses[index] as Clause));
    if (pair) index++;
  }
  return isTwofold(combined) ? 'ambiguous' : withoutTwins(combined);
}

function pairAt(clauses: Clause[], index: number): Clause | Misread | null {
  const [first, second, third] = clauses.slice(index, index + 3);
  if (!first || !second?.isListed || !isSame(first, second)) return null;
  const [lower, upper] = [
    lowerOf(first.stretch) ?? lowerOf(second.stretch),
    upperOf(first.stretch) ?? upperOf(second.stretch),
  ];
  if (!lower || !upper) return null;
  const isReversed = upperOf(first.stretch) !== null;
  // "before 1.5, 2.0 or later and before 2.3": the lower bound belongs to what follows.
  if (isReversed && third?.isListed && upperOf(third.stretch)) return null;
  const between = closed(lower, upper);
  if (isReversed && between === 'contradiction') return null;
  if (typeof between === 'string') return between;
  return { ...first, stretch: between, end: second.end };
}

function lowerOf({ from, to }: Stretch) {
  return to === null ? from : null;
}

function upperOf({ from, to }: Stretch) {
  return from === null ? to : null;
}

function isSame(first: Clause, second: Clause): boolean {
  return first.product === second.product && first.vulnerabilities.join() === second.vulnerabilities.join();
}

/** Whether one piece makes another one needless: then the writer meant something else. */
function isTwofold(clauses: Clause[]): boolean {
  return clauses.some((first, index) =>
    clauses.slice(index + 1).some((second, distance) => {
      if (!isSame(first, second)) return false;
      const isNext = distance === 0 && second.isListed;
      if (isNext && ((isOneSided(first) && isExact(second)) || (isExact(first) && isOneSided(second)))) return true;
      return overlaps(first.stretch, second.stretch) && !isTwin(first, second);
    }),
  );
}

function isOneSided({ stretch: { from, to } }: Clause): boolean {
  return (from === null) !== (to === null);
}

function isExact({ stretch: { from, to } }: Clause): boolean {
  return from !== null && from.version === to?.version;
}

function overlaps(first: Stretch, second: Stretch): boolean {
  return isBelow(first.from, second.to) && isBelow(second.from, first.to);
}

function isBelow(from: Stretch['from'], to: Stretch['to']): boolean {
  if (!from || !to) return true;
  const ordered = order(from.version, to.version);
  return ordered !== null && (ordered < 0 || (ordered === 0 && from.included && to.included));
}

function isTwin(first: Clause, second: Clause): boolean {
  return JSON.stringify(first.stretch) === JSON.stringify(second.stretch);
}

function withoutTwins(clauses: Clause[]): Clause[] {
  return clauses.filter(
    (clause, index) => !clauses.slice(0, index).some((other) => isSame(other, clause) && isTwin(other, clause)),
  );
}
