const noToken = '-'.repeat(43);

/** The token behind "#" of a link; one that cannot work when there is none, so that the answer is the same. */
export function tokenOfLink(hash: string = window.location.hash): string {
  return /^#token=([\w-]{43})$/.exec(hash)?.[1] ?? noToken;
}
