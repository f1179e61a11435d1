import type { VersionRange } from '#versions/version-key';

/** The range that holds one version. */
export const exactly = (version: string): VersionRange => ({
  from: version,
  fromIncluded: true,
  to: version,
  toIncluded: true,
});

/** A version before one of these words; the label before it is no part of it. */
const behind = (words: string) => new RegExp(`\\b(?!(?:version|component|name):)(\\w[\\w.+~:-]*)\\s*${words}`, 'gi');

// Full width and single signs, and the words behind a version that Japanese uses for them.
const signs: [written: RegExp, plain: string][] = [
  [/[：＜＞＝　＠]/g, ''],
  [/≧|≥/g, '>='],
  [/≦|≤/g, '<='],
  [/==/g, '='],
  // From one to the other, both included: a tilde between blanks or in full width; one within a version belongs to it.
  [/(v?\d[\w.+~:-]*)(?:\s*[～〜]\s*|\s+~\s+)(v?\d[\w.+~:-]*)/gi, ' >=$1 <=$2 '],
  [behind('から'), ' >=$1 '],
  [behind('(?:以上|以降)'), ' >=$1 '],
  [behind('(?:以下|まで)'), ' <=$1 '],
  [behind('(?:未満|より前)'), ' <$1 '],
  [behind('(?:超|より後)'), ' >$1 '],
];

/** A text with its comparisons as >=, <=, > , < and = in front of the version. Letters stay as they are. */
export function plainSigns(text: string): string {
  return signs.reduce(
    (plain, [written, sign]) =>
      sign === '' ? plain.replace(written, (mark) => mark.normalize('NFKC')) : plain.replace(written, sign),
    text,
  );
}

/** The range that comparisons in a text make together, or null when there is none. */
export function rangeIn(text: string): VersionRange | null {
  let range: VersionRange | null = null;
  for (const [, sign, version = ''] of text.matchAll(/(>=|<=|[<>=])\s*([^\s<>=,、]+)/g)) {
    const before: VersionRange = range ?? { from: null, fromIncluded: false, to: null, toIncluded: false };
    if (sign === '=') range = exactly(version);
    else if (sign?.startsWith('>')) range = { ...before, from: version, fromIncluded: sign === '>=' };
    else range = { ...before, to: version, toIncluded: sign === '<=' };
  }
  return range;
}

const labelled = /(?:^|\s)(?:部品名?|component|name):\s*/i;
const labelledVersion = /(?:^|\s)(?:版|バージョン|version):\s*(?=([<>=])?)/i;
// As people write one behind a name: 1.1.1k, v2.0, 2024-01.
const version = /^v?\d[\w.+~:-]*$/i;

/** "openssl >=1.1.1 <1.1.1l", "openssl 1.1.1k", "openssl@1.1.1k", "部品:openssl 版:1.1.1以上1.1.1l未満". */
export function nameAndVersion(text: string): { name: string; range: VersionRange | null } {
  const plain = plainSigns(text)
    .replace(labelled, ' ')
    .replace(labelledVersion, (_label, sign: string | undefined) => (sign ? ' ' : ' ='))
    .trim();
  const range = rangeIn(plain);
  if (range) return { name: plain.slice(0, plain.search(/[<>=]/)).trim(), range };

  const [, before, after] = /^(.+?)(?:@|\s+)(\S+)$/.exec(plain) ?? [];
  const isVersioned =
    before !== undefined && after !== undefined && (version.test(after) || plain.includes(`@${after}`));
  return isVersioned ? { name: before.trim(), range: exactly(after) } : { name: plain.trim(), range: null };
}
