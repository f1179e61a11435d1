import type { Constraint } from '../vers.ts';
import { bumped, compared, type NativeReader, noRange, partsOf, signOf } from './constraints-of.ts';
import { together } from './together.ts';

/**
 * Version specifiers of Python; several hold together. What begins with 1.4 (==1.4.*) goes from 1.4.dev0 to before 1.5.dev0.
 * @source PEP 440, Version specifiers
 */
export const pypi: NativeReader = (range) =>
  together('pypi', range.trim() === '*' ? [] : partsOf(range).map((part) => constraintsOf(...signOf(part))));

function constraintsOf(sign: string, version: string): Constraint[] {
  const [, branch] = /^(.+)\.\*$/.exec(version) ?? [];
  if (branch !== undefined) {
    const { first, after } = branchOf(branch);
    if (sign === '!=')
      return [
        ['<', first],
        ['>=', after],
      ];
    if (sign !== '==' && sign !== '') throw noRange(sign + version);
    return [
      ['>=', first],
      ['<', after],
    ];
  }
  if (sign !== '~=') return [compared(sign, version)];
  const [, front] = /^((?:\d+!)?\d+(?:\.\d+)*)\.\d+(?!\d)/.exec(version) ?? [];
  if (front === undefined) throw noRange(sign + version);
  return [
    ['>=', version],
    ['<', branchOf(front).after],
  ];
}

function branchOf(branch: string): { first: string; after: string } {
  const [, epoch = '', release] = /^(\d+!)?(\d+(?:\.\d+)*)$/.exec(branch) ?? [];
  if (release === undefined) throw noRange(`${branch}.*`);
  const numbers = release.split('.');
  const after = bumped(numbers, numbers.length - 1).join('.');
  return { first: `${branch}.dev0`, after: `${epoch}${after}.dev0` };
}
