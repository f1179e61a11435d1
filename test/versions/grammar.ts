import type { Scheme } from '#versions/version-key';
import type { Random } from '../random.ts';

/** Some of these pieces, one after the other: from `least` to `most` of them. */
type Part = [pieces: readonly string[], least: number, most: number];

const list = (text: string) => text.split(' ');
const digits = list('0 1 2 3 9 10 11 01 007 100 20230101 99999999999999999999');
const after = (sign: string, pieces: readonly string[]) => pieces.map((piece) => sign + piece);
const dotted = after('.', digits);
const number: Part = [digits, 1, 1];
const epochs = ['', '', '0:', '1:', '2:', '01:'];
const identifiers = list('alpha alpha1 beta rc rc1 RC pre 0 1 2 10 11 x-y 0a a 7a');
const preRelease: Part = [
  after(
    '-',
    identifiers.flatMap((one) => [one, ...after(`${one}.`, identifiers), `${one}.a.1`, `${one}.1.b`]),
  ),
  0,
  1,
];
const builds: Part = [list('+b +5 +b1.2 +B'), 0, 1];
const years = list('0000 0001 1969 1999 2000 2023 2024 9999');
const days = list('-01-01 -02-28 -02-29 -12-31 -06-30');
const times = list('00:00:00 23:59:59 23:59:60 12:00:01 00:59:00 23:00:00');

const letters = list('a A b z 1 10 2 é é ß € 😀 ä .1 -x 0 v');

/** What versions of a scheme consist of, from the front. */
const grammars: Record<Scheme, Part[]> = {
  generic: [
    number,
    [dotted, 0, 3],
    [list('a b k z za zh p p1 p10 -P2 rc1 -rc2 alpha .beta1 -pre3 _foo -final -yocto .x u292 -patch2 -sp1 .0'), 0, 3],
    [[...dotted, '+git5', '-final', '.0'], 0, 1],
  ],
  semver: [[['', '', 'v'], 1, 1], number, [dotted, 0, 3], preRelease, builds],
  cargo: [number, [dotted, 0, 2], preRelease, builds],
  nuget: [number, [dotted, 0, 3], preRelease, builds],
  deb: [[epochs, 1, 1], number, [list('.1 .10 .0 .01 a rc Z ~ ~~ ~rc1 +b1 +dfsg - -1 -2 -0 -1ubuntu2 ~bpo10 .'), 0, 5]],
  rpm: [[epochs, 1, 1], number, [list('.1 .10 .0 .01 a rc Z ~ ~rc1 ^ ^git1 _2 . -1 -2 -1.el8 -1.el8_6 el +'), 0, 5]],
  alpm: [
    [epochs, 1, 1],
    number,
    [list('.1 .10 .0 .01 a b rc alpha .a .rc _2 ..1 +3 .r5.g1'), 0, 4],
    [list('-1 -2 -1.1 -10'), 0, 1],
  ],
  apk: [
    number,
    [dotted, 0, 3],
    [list('a b z'), 0, 1],
    [list('_alpha _alpha1 _beta2 _pre _rc1 _rc10 _cvs _svn3 _git20230101 _hg _p _p1 _p0'), 0, 2],
    [list('~1a2b ~00'), 0, 1],
    [list('-r0 -r1 -r10 -r01'), 0, 1],
  ],
  gentoo: [
    number,
    [[...dotted, '.00', '.010', '.0010', '.001'], 0, 3],
    [list('a b z'), 0, 1],
    [list('_alpha _alpha1 _beta2 _pre _pre0 _rc1 _rc10 _p _p1 _p0'), 0, 3],
    [list('-r0 -r1 -r10 -r01'), 0, 1],
  ],
  pep440: [
    [['', '', '', 'v', '1!', '0!'], 1, 1],
    number,
    [dotted, 0, 3],
    [list('a1 a b2 rc1 c1 .alpha.2 -beta_3 _preview4 pre rc10'), 0, 1],
    [list('.post1 -1 .post r2 _rev3 -0 .post10'), 0, 1],
    [list('.dev1 dev .dev10 -dev2'), 0, 1],
    [list('+abc +abc.5 +5 +5.a +1_2 +ABC'), 0, 1],
  ],
  maven: [
    number,
    [dotted, 0, 3],
    [
      list(
        '-alpha -alpha-1 a1 -a1 b2 -beta-2 -m3 -rc1 -cr2 .rc1 -SNAPSHOT snapshot -sp -sp1 -foo .foo -1 -2 -0 .0 -x1 -final -ga',
      ),
      0,
      3,
    ],
    [dotted, 0, 1],
  ],
  gem: [
    number,
    [[...dotted, '.0', '.0.0'], 0, 3],
    [list('.a .b .rc .rc1 .pre .beta2 -1 -rc1 -rc.1 .A .a1b2 .0'), 0, 2],
    [[...dotted, '.0', '.0.0', '.0.b'], 0, 3],
  ],
  conan: [
    [[...digits, 'cci', 'a'], 1, 1],
    [[...dotted, '.0', '.0', '.a', '.1a', '.1b', '.10a', '.01a', '.1*', '.*', '.zz', '.'], 0, 4],
    [list('-alpha -alpha.3 -pre1 -1 - -rc1.0 -a-b'), 0, 1],
    [list('+b1 +b.22 +b.3 +1 +b1.0'), 0, 1],
  ],
  intdot: [number, [[...dotted, '.0'], 0, 4], [list('. -rc1 alpha ..1 .x'), 0, 1]],
  datetime: [
    [years, 1, 1],
    [days, 1, 1],
    [['T', 'T', 't'], 1, 1],
    [times, 1, 1],
    [list('.0 .5 .50 .123 .1230000001 .09'), 0, 1],
    [list('Z Z z +00:00 -00:00 +09:00 -05:30 +23:59'), 1, 1],
  ],
  lexicographic: [
    [letters, 1, 2],
    [letters, 1, 2],
    [letters, 0, 2],
    [letters, 0, 2],
  ],
  none: [number, [dotted, 0, 2]],
};

/** A version as the scheme has them, in its parts. */
export const aVersion = (random: Random, scheme: Scheme): string[] =>
  grammars[scheme].map((part) => aPart(random, part));

function aPart(random: Random, [pieces, least, most]: Part): string {
  let part = '';
  for (let left = least + random.int(most - least + 1); left > 0; left--) part += random.pick(pieces);
  return part;
}

/** The same with another part, with another end, or with a sign put in, taken out or changed. */
export function changed(random: Random, scheme: Scheme, version: readonly string[]): string[] {
  const place = random.int(version.length);
  const way = random.int(8);
  if (way < 4) return version.with(place, aPart(random, grammars[scheme][place] as Part));
  if (way < 6) return [...version.slice(0, place), ...aVersion(random, scheme).slice(place)];
  const signs = Array.from(version[place] ?? '');
  const at = random.int(signs.length + 1);
  const sign = random.pick([...'0129.-_~+aAbz', '', '']);
  signs.splice(at, random.int(2), sign);
  return version.with(place, signs.join(''));
}
