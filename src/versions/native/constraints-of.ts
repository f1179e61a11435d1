import { type Comparator, type Constraint, VersFault } from '../vers.ts';

/** Reads the constraints of one range; several that hold together or in turn stand beside each other, as in VERS. */
export type NativeReader = (range: string) => Constraint[];

const comparators: Record<string, Comparator> = {
  ...{ '': '=', '=': '=', '==': '=', '===': '=', '!=': '!=' },
  ...{ '<': '<', '<<': '<', '<=': '<=', '>': '>', '>>': '>', '>=': '>=' },
};

/** The parts of a range, each with its sign in front: "< 2 >=1.0, 3" is "<2", ">=1.0" and "3". */
export function partsOf(range: string): string[] {
  const glued = range.trim().replaceAll(/([<>=!~^])\s+/g, '$1');
  return glued === '' ? [] : glued.split(/[\s,|]+/).filter((part) => part !== '');
}

/** A sign and the version behind it. @throws VersFault 'no-native-range' for a part without a version */
export function signOf(part: string): [sign: string, version: string] {
  const [, sign = '', version] = /^([<>=!~^]*)([^<>=!~^].*)$/s.exec(part) ?? [];
  if (version === undefined) throw noRange(part);
  return [sign, version];
}

/** One version after <, <=, =, >= or the like. @throws VersFault 'no-native-range' for another sign */
export function compared(sign: string, version: string): Constraint {
  const comparator = Object.hasOwn(comparators, sign) ? comparators[sign] : undefined;
  if (comparator === undefined) throw noRange(sign + version);
  return [comparator, version];
}

export const noRange = (text: string) => new VersFault('no-native-range', `${text} is no range of this scheme`);

/** The numbers at the beginning of a version, "1.2" of "1.2-rc1". */
export const numbersOf = (version: string): string[] => /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? [];

/** The numbers up to a place, with one more at this place: the first version that no longer has them. */
export function bumped(numbers: readonly string[], place: number): string[] {
  return [...numbers.slice(0, place), `${BigInt(numbers[place] ?? '0') + 1n}`];
}

/** Where the first number lies that is not 0; the last place where all are. */
export function firstCounting(numbers: readonly string[]): number {
  const place = numbers.findIndex((one) => !/^0+$/.test(one));
  return place < 0 ? Math.max(numbers.length - 1, 0) : place;
}
