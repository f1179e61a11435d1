import { expect, test } from 'vitest';
import { formatVers, isWithinVers, parseVers, readVers, type VersRule } from './vers.ts';
import { versOfNative } from './vers-of-native.ts';

test.each<[vers: string, version: string, isIn: boolean]>([
  ['vers:pypi/*', '1.0', true],
  ['vers:pypi/!=5', '4', true],
  ['vers:pypi/!=5', '5.0', false],
  ['vers:pypi/>=1.0|<2.0|>=3.0|<4.0', '3.5', true],
  ['vers:pypi/>=1.0|<2.0|>=3.0|<4.0', '2.5', false],
  ['vers:pypi/>1.0|>=1.1|<2.0|<=3.0', '2.5', true],
  ['vers:pypi/>1.0|>=1.1|<2.0|<=3.0', '1.0', false],
  ['vers:deb/<=1.1.1k-1%2Bdeb11u1', '1.1.1k-1', true],
  ['vers:openssl/1.0.1b|3.0.0', '1.0.1b', true],
  ['vers:gentoo/<=1.0', '1', true],
  ['vers:gentoo/>=1.0', '1', false],
  ['vers:nuget/1.0.0-BETA', '1.0.0.0-beta+5', true],
  ['vers:conan/<=1.1', '1.1+b1', false],
  ['vers:conan/>=1.2|<2-', '2.0-pre1', false],
  ['vers:alpm/<1.0', '1.0rc1-1', true],
  ['vers:gem/<2.1', '2.1.rc1', true],
  ['vers:intdot/>=10.2|<11', '10.10-rc1', true],
  ['vers:datetime/<2024-01-01T00:00:00Z', '2024-01-01T00:00:00+02:00', true],
  ['vers:lexicographic/>=b|<c', 'bzz', true],
  ['vers:all/*', 'whatever', true],
  ['vers:none/*', '1.0', false],
  ['vers:npm/>=1.0.0', 'unknown', false],
])('%s holds %s: %s', (vers, version, isIn) => expect(isWithinVers(readVers(vers), version)).toBe(isIn));

test.each<[text: string, rule: VersRule]>([
  ['npm/1.0', 'no-vers'],
  ['vers:npm/', 'empty-constraint'],
  ['vers:npm/>=', 'empty-constraint'],
  ['vers:nowhere/1.0', 'unknown-scheme'],
  ['vers:none/1.0', 'only-star'],
  ['vers:all/1.0', 'only-star'],
  ['vers:npm/1.0|1.0.0', 'repeated-version'],
  ['vers:nuget/>=1.0.0-a|<1.0.0-A', 'repeated-version'],
  ['vers:npm/<1.0|<2.0', 'needless-constraint'],
  ['vers:npm/>1.0|>=2.0', 'needless-constraint'],
  ['vers:npm/1.0|<2.0', 'needless-constraint'],
  ['vers:npm/>1.0|2.0|<3.0', 'needless-constraint'],
  ['vers:datetime/2024-01-01t00:00:00Z', 'lower-case'],
])('%s breaks the rule %s', (text, rule) => expect(() => parseVers(text)).toThrow(expect.objectContaining({ rule })));

test.each([
  'vers:npm/>=1.0.0|<2.0.0',
  'vers:deb/1:1.1.1k-1+deb11u1',
  'vers:generic/1.0%7C2',
  'vers:rpm/*',
  'vers:npm/<1.0|!=1.1|2.0|>3.0',
  'vers:conan/1.1%2A',
])('%s is written as it was read', (text) => expect(formatVers(parseVers(text))).toBe(text));

test.each<[scheme: string, range: string, vers: string]>([
  ['npm', '<2.x', 'vers:npm/<2.0.0'],
  ['npm', '>1.2.x', 'vers:npm/>=1.3.0'],
  ['npm', '^0.0', 'vers:npm/>=0.0.0|<0.1.0'],
  ['npm', '1.x || *', 'vers:npm/*'],
  ['cargo', '1.2', 'vers:cargo/>=1.2.0|<2.0.0'],
  ['cargo', '0.0.3', 'vers:cargo/>=0.0.3|<0.0.4'],
  ['cargo', '~1.2, <1.2.5', 'vers:cargo/>=1.2.0|<1.2.5'],
  ['cargo', '=1.2', 'vers:cargo/>=1.2.0|<1.3.0'],
  ['cargo', '>1.2', 'vers:cargo/>=1.3.0'],
  ['cargo', '1.*', 'vers:cargo/>=1.0.0|<2.0.0'],
  ['gem', "'~>2.2.0', '!=2.2.1', '<2.3.0'", 'vers:gem/>=2.2.0|!=2.2.1|<2.3.0'],
  ['gem', '~> 2', 'vers:gem/>=2|<3'],
  ['nuget', '1.0', 'vers:nuget/>=1.0'],
  ['nuget', '[1.0]', 'vers:nuget/1.0'],
  ['nuget', '(,1.0]', 'vers:nuget/<=1.0'],
  ['maven', '[1.0,2.0),[3.0,)', 'vers:maven/>=1.0|<2.0|>=3.0'],
  ['pypi', '~=1.4.2, !=1.4.5', 'vers:pypi/>=1.4.2|!=1.4.5|<1.5.dev0'],
  ['pypi', '==1!2.*', 'vers:pypi/>=1%212.dev0|<1%213.dev0'],
  ['pypi', '>=1, !=1.5.*', 'vers:pypi/>=1|<1.5.dev0|>=1.6.dev0'],
  ['conan', '>=1 <2 <1.5', 'vers:conan/>=1|<1.5'],
  ['deb', '>= 1.0, << 2.0-1', 'vers:deb/>=1.0|<2.0-1'],
  ['alpm', '>=1:1.0-2', 'vers:alpm/>=1:1.0-2'],
  ['gentoo', '>=1.0 <1.0.1-r2', 'vers:gentoo/>=1.0|<1.0.1-r2'],
  ['intdot', '2, 10', 'vers:intdot/2|10'],
  ['datetime', '<2024-01-01T00:00:00Z', 'vers:datetime/<2024-01-01T00:00:00Z'],
  ['nginx', '1.5.0+, 1.4.1+', 'vers:nginx/>=1.4.1|<1.5.0|>=1.5.0'],
  ['nginx', '0.7.52-0.8.39', 'vers:nginx/>=0.7.52|<=0.8.39'],
])('of %s %s is %s', (scheme, range, vers) => expect(formatVers(versOfNative(scheme, range))).toBe(vers));

test.each<[scheme: string, range: string, rule: VersRule]>([
  ['nowhere', '1.0', 'unknown-scheme'],
  ['npm', '^latest', 'no-native-range'],
  ['npm', '>=', 'no-native-range'],
  ['nuget', '[1.0,', 'no-native-range'],
  ['nuget', '(1.0)', 'no-native-range'],
  ['pypi', '~=1', 'no-native-range'],
  ['pypi', '<1, >2', 'no-native-range'],
  ['deb', '<master', 'no-native-range'],
])('of %s %s breaks the rule %s', (scheme, range, rule) =>
  expect(() => versOfNative(scheme, range)).toThrow(expect.objectContaining({ rule })),
);
