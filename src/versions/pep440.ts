import { anyRevision, exactly, type Key, number, type VersionScheme, word } from './key.ts';

const last = 0x01;
const localWord = 0x10;
/** Where one of these is missing, it stands before (below) or after (above) those that have it. */
const below = 0x10;
const present = 0x11;
const above = 0x14;

const preRanks: Record<string, number> = { a: 0, alpha: 0, b: 1, beta: 1, c: 2, rc: 2, pre: 2, preview: 2 };
const shape = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<numbers>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d*))?/,
    /(?:-(?<bare>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d*))?/,
    /(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d*))?/,
    /(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/,
  ]
    .map((part) => part.source)
    .join(''),
);

/**
 * Python packages. A version without a local part (+cu118) stands for all its local builds.
 * @source PEP 440
 */
export const pep440: VersionScheme = {
  read(version) {
    const said = shape.exec(version.toLowerCase())?.groups;
    if (!said) return null;
    const numbers = (said.numbers ?? '').replace(/(?:\.0+)+$/, '').split('.');
    const isPost = said.post !== undefined || said.bare !== undefined;
    const key = [
      ...number(said.epoch ?? '0'),
      ...numbers.flatMap(number),
      last,
      ...preKey(said.pre, said.preNumber, said.dev !== undefined && !isPost),
      ...(isPost ? [present, ...number(said.bare ?? said.postNumber ?? '')] : [below]),
      ...(said.dev === undefined ? [above] : [present, ...number(said.devNumber ?? '')]),
    ];
    if (said.local === undefined) return anyRevision([...key, last], key);
    return exactly([...key, ...said.local.split(/[-_.]/).flatMap(localKey), last]);
  },
};

/** 1.0.dev1 stands before 1.0a1, 1.0 after its candidates. */
function preKey(name: string | undefined, count: string | undefined, isOnlyDev: boolean): Key {
  if (name !== undefined) return [present + (preRanks[name] ?? 0), ...number(count ?? '')];
  return isOnlyDev ? [below] : [above];
}

function localKey(part: string): Key {
  return /^\d+$/.test(part) ? number(part) : word(localWord, part);
}
