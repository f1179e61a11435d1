import type { Constraint } from '../vers.ts';
import { bumped, compared, type NativeReader, numbersOf, partsOf, signOf } from './constraints-of.ts';
import { together } from './together.ts';

/**
 * Requirements of RubyGems; several hold together.
 * @source RubyGems guides, Pessimistic version constraint; VERS, Converting RubyGems custom syntax
 */
export const gem: NativeReader = (range) => together('gem', partsOf(range.replaceAll(/['"]/g, '')).map(constraintsOf));

function constraintsOf(part: string): Constraint[] {
  const [sign, version] = signOf(part);
  if (sign !== '~>') return [compared(sign, version)];
  const numbers = numbersOf(version);
  return [
    ['>=', version],
    ['<', bumped(numbers, Math.max(numbers.length - 2, 0)).join('.')],
  ];
}
