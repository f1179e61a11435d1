const words = new Set(
  [
    '*, -, any, dev, devel, head, latest, local, main, master, n/a, na, nil, no, noassertion, none, not set, null, nightly',
    'snapshot, tip, trunk, unavailable, undefined, unknown, unreleased, unspecified, unversioned, unset, various, workspace',
  ].flatMap((line) => line.split(', ')),
);
const longest = 300;

/** The text stands for no version, or for one that says nothing about before and after: a word, a commit hash. */
export function isUnordered(version: string): boolean {
  if (version === '' || version.length > longest) return true;
  return words.has(version.toLowerCase()) || isHash(version);
}

/** A commit hash, whole or short. 20230101 and 20230101a are dates, not hashes. */
function isHash(version: string): boolean {
  return /^(?:g|git-?)?[0-9a-f]{7,64}$/i.test(version) && !/^\d+[a-z]?$/i.test(version);
}
