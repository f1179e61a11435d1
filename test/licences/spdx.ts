type Licence = string;

/**
 * Whether somebody who accepts only the given licences may use what this expression offers: one side of OR is enough, AND needs both.
 * @param expression  an SPDX licence expression, e.g. "(MIT OR CC0-1.0)"
 * @throws Error when it is not such an expression ("SEE LICENSE IN …", "UNLICENSED" and the like)
 * @source SPDX Specification 2.3, annex D
 */
export function isAcceptable(expression: string, accepted: ReadonlySet<Licence>): boolean {
  const words = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const fine = either();
  if (at !== words.length) throw new Error(`"${expression}" is not a licence expression`);
  return fine;

  function either(): boolean {
    let found = both();
    while (words[at] === 'OR') {
      at += 1;
      const right = both();
      found ||= right;
    }
    return found;
  }

  function both(): boolean {
    let found = one();
    while (words[at] === 'AND') {
      at += 1;
      const right = one();
      found &&= right;
    }
    return found;
  }

  function one(): boolean {
    const word = words[at++];
    if (word === '(') {
      const inner = either();
      if (words[at++] !== ')') throw new Error(`"${expression}" lacks a bracket`);
      return inner;
    }
    if (word === undefined || !/^[A-Za-z0-9.+-]+$/.test(word) || ['OR', 'AND', 'WITH'].includes(word))
      throw new Error(`"${expression}" is not a licence expression`);
    if (words[at] !== 'WITH') return accepted.has(word);
    at += 2;
    return accepted.has(`${word} WITH ${words[at - 1]}`);
  }
}
