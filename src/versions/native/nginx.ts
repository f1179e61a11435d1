import type { Constraint } from '../vers.ts';
import { compareVersions } from '../version-key.ts';
import { bumped, compared, type NativeReader, numbersOf } from './constraints-of.ts';

/**
 * What advisories of nginx say: 1.5.0+ goes on for ever, 1.4.1+ up to the end of its branch, since those with an even second
 * number are stable; 0.7.52-0.8.39 has both ends.
 * @source nginx security advisories; vers-spec, nginx_range_from_native_test
 */
export const nginx: NativeReader = (range) =>
  range
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort((a, b) => compareVersions('generic', a, b) ?? 0)
    .flatMap(constraintsOf);

function constraintsOf(part: string): Constraint[] {
  const [, first, last] = /^([\d.]+)-([\d.]+)$/.exec(part) ?? [];
  if (first !== undefined && last !== undefined)
    return [
      ['>=', first],
      ['<=', last],
    ];
  if (!part.endsWith('+')) return [compared('', part)];
  const version = part.slice(0, -1);
  const numbers = numbersOf(version);
  const isStable = Number(numbers[1] ?? 1) % 2 === 0;
  return [['>=', version], ...(isStable ? [['<', `${bumped(numbers, 1).join('.')}.0`] satisfies Constraint] : [])];
}
