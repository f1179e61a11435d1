import fc from 'fast-check';
import type { SbomItem, SbomPart } from '../src/inventory/sbom/parts.ts';
import { edge, head } from './sbom-exporting.ts';

const words = fc.string({
  unit: fc.constantFrom(...'aZ0 -_./:@%+~()<&>"\'\\[]#?\n\t\u0001\u007f\u2028鍵ｶﾞ😀\ud800\uffff'),
  maxLength: 12,
});
const version = fc.option(fc.oneof(fc.constantFrom('1.0', '3.0.3', '1.1.1k'), words));
const cpe = fc.oneof(
  fc.constantFrom(
    'cpe:2.3:a:openssl:openssl:3.0.3:*:*:*:*:*:*:*',
    'cpe:/a:b:c:1',
    'cpe:2.3:o:a\\&b:c:-:*:*:ja:*:*:*:*',
  ),
  words.map((text) => `cpe:2.3:${text}`),
);
const purl = fc.option(
  fc.oneof(
    fc.constantFrom('pkg:npm/%40a/b@1', 'pkg:deb/debian/a@1:2?arch=arm64#sub', 'pkg:generic/a+b@1'),
    words,
    words.map((text) => `pkg:${text}`),
  ),
);
const licence = fc.oneof(
  fc.constantFrom(
    'MIT',
    'Apache-2.0 OR MIT',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'LicenseRef-x',
    '(MIT',
    'MIT AND',
  ),
  words.filter((text) => text.trim() !== ''),
);
const hash = fc.constantFrom<[string, string]>(
  ['SHA256', 'ab'.repeat(32)],
  ['SHA1', 'cd'.repeat(20)],
  ['SHA224', 'ab'.repeat(28)],
  ['SHA3-512', 'ef'.repeat(64)],
  ['MD5', 'nonsense'],
);
export const anyPart: fc.Arbitrary<SbomPart> = fc.record({
  ref: fc.oneof(words, fc.constantFrom('a', 'b', 'c', 'release', 'SPDXRef-a')),
  name: words,
  version,
  purl,
  cpes: fc.array(cpe, { maxLength: 3 }),
  supplier: version,
  licences: fc.array(licence, { maxLength: 3 }),
  hashes: fc.array(hash, { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  kind: fc.constantFrom(
    'application',
    'framework',
    'library',
    'operating-system',
    'firmware',
    'device',
    'container',
    'file',
    'other',
  ),
  purpose: fc.constantFrom('shipped', 'source', 'build', 'test', 'optional'),
  place: fc.constant(''),
});
export const anyKind = fc.constantFrom<'contains' | 'depends-on'>('contains', 'depends-on');
/** A bill of materials of whatever stands in real ones, with refs, names and identities of every letter. */
export const anyItems: fc.Arbitrary<SbomItem[]> = fc
  .tuple(
    fc.array(anyPart, { maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(7), anyKind, fc.nat(7)), { maxLength: 12 }),
    fc.array(
      fc.record({
        vulnerability: words,
        status: words,
        justification: fc.option(words),
        detail: fc.option(words),
        refs: fc.array(words, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  )
  .map(([parts, edges, statements]) => [
    head(parts[0]?.ref ?? null),
    ...parts.map((part): SbomItem => ({ is: 'part', part })),
    ...edges.map(([from, is, to]) => edge(parts[from]?.ref ?? 'nowhere', is, parts[to]?.ref ?? 'nowhere')),
    ...statements.map((statement): SbomItem => ({ is: 'statement', statement })),
  ]);
