import { exactly, number, type VersionScheme } from './key.ts';

/**
 * Whole numbers between dots; what follows them is not read, and a missing number is 0.
 * @source VERS, Special VERS types: intdot
 */
export const intdot: VersionScheme = {
  read(version) {
    const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0];
    if (numbers === undefined) return null;
    return exactly(
      numbers
        .replace(/(?:\.0+)+$/, '')
        .split('.')
        .flatMap(number),
    );
  },
};
