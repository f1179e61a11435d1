/**
 * Whether a text is one version and nothing else: a single token that holds a digit, with at most a mark (v, Ver., R) in
 * front. Words, comparators, lists and wildcards are not: those are for the grammar.
 */
export function isVersionText(text: string): boolean {
  const token = text.trim();
  if (token.length > 60 || !/\d/.test(token)) return false;
  return (
    /^(?:v|ver\.?|version\s|r|rel\.?|release\s)?\s?\d[\w.+~:()-]*$/i.test(token) ||
    /^[a-z]{1,20}[-_.]?\d[\w.+~:()-]*$/i.test(token)
  );
}
