import type { Constraint } from '../vers.ts';
import {
  bumped,
  compared,
  firstCounting,
  type NativeReader,
  noRange,
  numbersOf,
  partsOf,
  signOf,
} from './constraints-of.ts';

/**
 * Ranges of npm and of those that follow it. Versions are written with three numbers. Where the official cases differ from
 * npm they are followed: 2.1 is 2.1.0, ">= 2.2.x" ends with 2.2, and versions beside each other are each meant.
 * @source node-semver, Ranges; vers-spec, npm_range_from_native_test
 */
export const npm: NativeReader = (range) => {
  const alternatives = range.replaceAll(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2').split('||');
  const constraints = alternatives.map((one) =>
    partsOf(one)
      .filter((part) => !/^[<>=~^]*[*xX]$/.test(part))
      .flatMap(constraintsOf),
  );
  return constraints.some((one) => one.length === 0) ? [] : constraints.flat();
};

function constraintsOf(part: string): Constraint[] {
  const [sign, said] = signOf(part);
  const version = said.replace(/^v/, '');
  if (!/^\d/.test(version)) throw noRange(part);
  if (/^\d+(?:\.\d+)?(?:\.[xX*])+$/.test(version)) return ofBranch(sign, numbersOf(version));
  const numbers = numbersOf(version);
  const full = padded(numbers) + version.slice(numbers.join('.').length);
  if (sign === '^') return between(full, bumped(numbers, firstCounting(numbers)));
  if (sign !== '~' && sign !== '~>') return [compared(sign, full)];
  const [release = ''] = full.split(/[-+]/);
  // As the official case has it: what follows 0.8.0-pre and its release is not meant any more.
  if (full.includes('-') && numbers[2] === '0')
    return [...between(full, release.split('.')), ...between(release, bumped(numbers, 2))];
  return between(full, bumped(numbers, Math.min(numbers.length - 1, 1)));
}

/** 1.2.x, all that begins with these numbers. */
function ofBranch(sign: string, numbers: string[]): Constraint[] {
  const first = padded(numbers);
  const after = bumped(numbers, numbers.length - 1);
  if (sign === '<') return [['<', first]];
  if (sign === '<=') return [['<', padded(after)]];
  if (sign === '>') return [['>=', padded(after)]];
  return between(first, sign === '^' ? bumped(numbers, firstCounting(numbers)) : after);
}

const between = (from: string, before: string[]): Constraint[] => [
  ['>=', from],
  ['<', padded(before)],
];

const padded = (numbers: readonly string[]) => [...numbers, '0', '0'].slice(0, Math.max(3, numbers.length)).join('.');
