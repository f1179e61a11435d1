/** Below 0, 0 or above 0 as the first is older, the same or newer. */
export type Compare = (a: string, b: string) => number;

/** Digits by the number that they are, of any length; none is 0. */
export const byValue: Compare = (a, b) => {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || byText(x, y);
};

export const byText: Compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);

/** Lists member by member; `of` gets undefined where one has ended. */
export function byMembers<Member>(
  a: readonly Member[],
  b: readonly Member[],
  of: (x: Member | undefined, y: Member | undefined) => number,
): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = of(a[place], b[place]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By the first comparison that tells them apart. */
export const first = (...differences: (() => number)[]): number => {
  for (const difference of differences) {
    const said = difference();
    if (said !== 0) return said;
  }
  return 0;
};

/** Whatever has a value stands by it; what is missing stands before (-1) or after (1) all of them. */
export function orMissing<Value>(
  x: Value | undefined,
  y: Value | undefined,
  { missing, compare }: { missing: -1 | 1; compare: (x: Value, y: Value) => number },
): number {
  if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? missing : 0 - missing;
  return compare(x, y);
}

export const isNumber = (text: string | undefined): boolean => text !== undefined && /^\d/.test(text);
