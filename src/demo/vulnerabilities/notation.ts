/**
 * A stretch of versions: "[1.1.1,1.1.1l)" with an end in a bracket inside and one in a parenthesis outside, "=1.2" a single
 * version, "!" before either for versions that are not affected. Several stand with blanks between.
 */
export type Stretch = {
  affected: boolean;
  exact: string | null;
  from: { version: string; included: boolean } | null;
  to: { version: string; included: boolean } | null;
};

/** @throws Error for what is no such text */
export function stretchesOf(text: string): Stretch[] {
  return text.split(' ').filter(Boolean).map(stretchOf);
}

function stretchOf(text: string): Stretch {
  const affected = !text.startsWith('!');
  const said = affected ? text : text.slice(1);
  if (said.startsWith('=')) return { affected, exact: said.slice(1), from: null, to: null };
  const [, open, low = '', high = '', close] = /^([[(])(.*),(.*)([\])])$/.exec(said) ?? [];
  if (open === undefined) throw new Error(`"${text}" is no stretch of versions`);
  const end = (version: string, included: boolean) => (version === '' ? null : { version, included });
  return { affected, exact: null, from: end(low, open === '['), to: end(high, close === ']') };
}

/** "The GNU C Library/glibc: [2.15,2.40)" */
export function partedClaim(claim: string): { of: string; versions: string } {
  const at = claim.indexOf(': ');
  return at < 0 ? { of: claim, versions: '' } : { of: claim.slice(0, at), versions: claim.slice(at + 2) };
}
