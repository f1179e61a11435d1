import type { Constraint } from '../vers.ts';
import { type NativeReader, noRange } from './constraints-of.ts';

const one = /\s*([[(])\s*([^,[\]()]*?)\s*(?:(,)\s*([^,[\]()]*?)\s*)?([\])])\s*(?:,|$)/y;

/**
 * Intervals of Maven and NuGet: [1.0,2.0), (,1.0], several after each other; a version alone is the lowest that is meant.
 * @source NuGet documentation, Version ranges; Maven Enforcer, Version range specification
 */
export const interval: NativeReader = (range) => {
  const said = range.trim();
  if (/^[^[\](),*\s]+$/.test(said)) return [['>=', said]];
  const constraints: Constraint[] = [];
  one.lastIndex = 0;
  while (one.lastIndex < said.length) {
    const found = one.exec(said);
    if (!found) throw noRange(range);
    constraints.push(...boundsOf(found));
  }
  return constraints;
};

function boundsOf([text, opening, from = '', comma, to = '', closing]: RegExpExecArray): Constraint[] {
  if (comma === undefined) {
    if (opening !== '[' || closing !== ']' || from === '') throw noRange(text);
    return [['=', from]];
  }
  return [
    ...(from === '' ? [] : [[opening === '[' ? '>=' : '>', from] satisfies Constraint]),
    ...(to === '' ? [] : [[closing === ']' ? '<=' : '<', to] satisfies Constraint]),
  ];
}
