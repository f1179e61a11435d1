import { licenceIds } from '../cyclonedx/licence-ids.ts';

/**
 * What a licence text is: an identifier of the SPDX list, a well-formed expression over such and LicenseRef-…, or a name.
 * Identifiers are compared as they are written in the list.
 * @source SPDX 2.3, annex D
 */
export function kindOfLicence(text: string): 'id' | 'expression' | 'name' {
  if (licenceIds.has(text)) return 'id';
  return isExpression(text) ? 'expression' : 'name';
}

const deepest = 50;

function isExpression(text: string): boolean {
  const words = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  return compound(0) && at === words.length;

  // AND binds closer than OR, which changes the meaning and not the form.
  function compound(depth: number): boolean {
    if (!operand(depth)) return false;
    while (words[at] === 'AND' || words[at] === 'OR') {
      at++;
      if (!operand(depth)) return false;
    }
    return true;
  }

  function operand(depth: number): boolean {
    const word = words[at++];
    if (word === '(') return depth < deepest && compound(depth + 1) && words[at++] === ')';
    if (word === undefined || !isSimple(word)) return false;
    if (words[at] !== 'WITH') return true;
    at += 2;
    return licenceIds.has(words[at - 1] ?? '');
  }
}

const isSimple = (word: string): boolean =>
  licenceIds.has(word.replace(/\+$/, '')) || licenceIds.has(word) || /^LicenseRef-[A-Za-z0-9.-]+$/.test(word);
