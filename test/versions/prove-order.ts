import { compareVersions, type Scheme, versionKey } from '#versions/version-key';
import type { Random } from '../random.ts';
import type { Compare } from './comparing.ts';
import { aVersion, changed } from './grammar.ts';
import { asConan, asGem, asMaven, asNuget, asPython, asSemver } from './of-languages.ts';
import { asDatetime, asFirmware, asIntdot, asText } from './of-others.ts';
import { asAlpine, asDebian, asPacman, asPortage, asRpm } from './of-packages.ts';

/** Each scheme's rule once more, as a comparison that knows nothing of keys. None has no versions to compare. */
const rules: Record<Scheme, Compare> = {
  ...{ generic: asFirmware, semver: asSemver, cargo: asSemver, nuget: asNuget, gem: asGem, conan: asConan },
  ...{ pep440: asPython, maven: asMaven, deb: asDebian, rpm: asRpm, apk: asAlpine, alpm: asPacman, gentoo: asPortage },
  ...{ intdot: asIntdot, datetime: asDatetime, lexicographic: asText, none: () => Number.NaN },
};

/** What the rule as written here does not speak of: names and hashes around firmware's versions, Maven's release words inside. */
const unspoken: Partial<Record<Scheme, RegExp>> = {
  generic: /^\D|[-_.~]g?(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}(?:\+|$)/i,
  maven: /(?:final|ga|release)[._]\d|_/i,
};

export type OrderTally = { triples: number; sharing: number; equal: number; unread: number; wrong: string[] };

/** A stretch at the front that two versions share, of two signs or more, which is at least half of the shorter one. */
function isSharing(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let place = 0;
  while (place < shorter && a[place] === b[place]) place++;
  return place >= 2 && place * 2 >= shorter;
}

/**
 * Generates so many triples of versions that have an order and compares each pair by the keys, by the comparison and by the rule:
 * all three agree, the other way round too, and what is in order stays in order over the third.
 */
export function proveOrder(scheme: Scheme, random: Random, triples: number): OrderTally {
  const tally: OrderTally = { triples: 0, sharing: 0, equal: 0, unread: 0, wrong: [] };
  for (let tried = 0; tally.triples < triples && tried < triples * 20; tried++) {
    const parts = aVersion(random, scheme);
    const others = random.int(3) === 0 ? aVersion(random, scheme) : changed(random, scheme, parts);
    const thirds =
      random.int(3) === 0 ? aVersion(random, scheme) : changed(random, scheme, random.pick([parts, others]));
    const [a, b, c] = [parts.join(''), others.join(''), thirds.join('')];
    const x = keyOf(scheme, a);
    const y = x && keyOf(scheme, b);
    const z = y && keyOf(scheme, c);
    if (!x || !y || !z) tally.unread += 1;
    else {
      tally.triples += 1;
      if (isSharing(a, b) || isSharing(b, c)) tally.sharing += 1;
      const fault = faultOf(scheme, [a, b, c], [x, y, z]);
      if (x.equals(y)) tally.equal += 1;
      if (fault && tally.wrong.length < 20) tally.wrong.push(fault);
    }
  }
  return tally;
}

function keyOf(scheme: Scheme, version: string): Buffer | null {
  if (version !== version.trim() || unspoken[scheme]?.test(version)) return null;
  const key = versionKey(scheme, version);
  return key && Buffer.from(key);
}

function faultOf(
  scheme: Scheme,
  [a, b, c]: [string, string, string],
  [x, y, z]: [Buffer, Buffer, Buffer],
): string | null {
  const rule = rules[scheme];
  const [ab, bc, ac] = [Math.sign(rule(a, b)), Math.sign(rule(b, c)), Math.sign(rule(a, c))];
  const byKeys = [x.compare(y), y.compare(z), x.compare(z)];
  if (`${byKeys}` !== `${[ab, bc, ac]}`) return `${a} ${b} ${c}: keys ${byKeys}, the rule ${[ab, bc, ac]}`;
  const [said, back] = [compareVersions(scheme, a, b), compareVersions(scheme, b, a)];
  if (said === null || back === null) return `${a} ${b}: no order`;
  if (Math.sign(said) !== ab || Math.sign(back) !== 0 - ab) return `${a} ${b}: compared ${said}, and back ${back}`;
  if (Math.sign(rule(b, a)) !== 0 - ab) return `${a} ${b}: the rule is not the other way round`;
  if (ab * bc >= 0 && ac !== (ab || bc)) return `${a} ${b} ${c}: not in one order`;
  return null;
}
