import type { Constraint } from '../vers.ts';
import { type NativeReader, numbersOf, partsOf, signOf } from './constraints-of.ts';
import { npm } from './npm.ts';
import { together } from './together.ts';

/**
 * Requirements of Cargo: a version alone means all that are compatible with it, one that is not written whole is a branch;
 * several hold together.
 * @source The Cargo Book, Specifying dependencies
 */
export const cargo: NativeReader = (range) => together('cargo', partsOf(range).map(constraintsOf));

function constraintsOf(part: string): Constraint[] {
  if (/^[=^]?\*$/.test(part)) return [];
  const [sign, said] = signOf(part);
  const version = said.replace(/(?:\.\*)+$/, '');
  const isBranch = version !== said;
  const isPartial = numbersOf(version).length < 3 && !/[-+]/.test(version);
  if (sign === '' && !isBranch) return npm(`^${version}`);
  return npm(isPartial && sign !== '^' && sign !== '~' && sign !== '>=' ? `${sign}${version}.x` : `${sign}${version}`);
}
