/** A sentence in pieces; those that are one of the facts are marked. */
export function marked(sentence: string, facts: readonly string[]): { text: string; isFact: boolean }[] {
  const sought = facts.filter((fact) => fact !== '').map((fact) => fact.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  if (sought.length === 0) return [{ text: sentence, isFact: false }];
  return sentence
    .split(new RegExp(`(${sought.join('|')})`))
    .map((text, at) => ({ text, isFact: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
