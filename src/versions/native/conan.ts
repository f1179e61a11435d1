import type { Constraint } from '../vers.ts';
import { bumped, compared, firstCounting, type NativeReader, numbersOf, partsOf, signOf } from './constraints-of.ts';
import { together } from './together.ts';

/**
 * Version ranges of Conan. A hyphen at the end of a bound, and options behind a comma, only say whether pre-releases are
 * meant; an upper bound ends with a hyphen, so that its pre-releases lie outside. A range that says nothing is, as the
 * official cases have it, one empty version, and nothing lies within it.
 * @source Conan 2 documentation, Version ranges
 */
export const conan: NativeReader = (range) => {
  const [said = ''] = range.split(',');
  if (said.trim() === '') return [['=', '']];
  return said.split('||').flatMap((one) => together('conan', partsOf(one).map(constraintsOf)));
};

function constraintsOf(part: string): Constraint[] {
  if (/^\*-?$/.test(part)) return [['>=', '0.0.0']];
  const [sign, said] = signOf(part);
  const version = said.replace(/-$/, '');
  if (sign !== '~' && sign !== '^') return [compared(sign, version)];
  const numbers = numbersOf(version);
  const place = sign === '^' ? firstCounting(numbers) : Math.min(numbers.length - 1, 1);
  return [
    ['>=', version],
    ['<', `${bumped(numbers, place).join('.')}-`],
  ];
}
