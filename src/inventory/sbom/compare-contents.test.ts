import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ComparedComponent } from '../contract/exports.ts';
import { compareContents } from './compare-contents.ts';

let made = 0;
/** "openssl@1.1.1" or "pkg:deb/debian/openssl@1.1.1?arch=arm64" */
function component(said: string, more: Partial<ComparedComponent> = {}): ComparedComponent {
  const [, name = '', version = null] = /([^/@]+)(?:@([^?]+))?(?:\?.*)?$/.exec(said) ?? [];
  const purl = said.startsWith('pkg:') ? said : null;
  return { id: ++made, name, version, purl, cpes: [], supplier: null, licences: [], ...more };
}

const said = (one: ComparedComponent | null) => one && (one.purl ?? `${one.name}@${one.version}`);

function changes(before: ComparedComponent[], after: ComparedComponent[]) {
  return compareContents(before, after).changed.map((row) => [
    row.changes.join(','),
    said(row.before),
    said(row.after),
    row.direction,
  ]);
}

test('the same release has nothing changed', () => {
  const list = [component('pkg:npm/a@1'), component('b@2', { licences: ['MIT'] })];

  expect(compareContents(list, list)).toEqual({ changed: [], unchanged: list, licences: { added: [], removed: [] } });
});

test.each([
  ['a version', ['pkg:npm/a@1.9.0'], ['pkg:npm/a@1.10.0'], [['version', 'newer']]],
  ['a step back', ['pkg:deb/debian/a@1.0'], ['pkg:deb/debian/a@1.0~rc1'], [['version', 'older']]],
  ['a version without order', ['a@master'], ['a@deadbeefdeadbeefdeadbeefdeadbeefdeadbeef'], [['version', null]]],
  ['another architecture is the same', ['pkg:deb/debian/a@1?arch=arm64'], ['pkg:deb/debian/a@1?arch=armhf'], []],
  ['other letters are the same', ['OpenSSL@3.0'], ['openssl@3.0'], []],
  ['a purl came', ['a@1'], ['pkg:npm/a@1'], [['identity', null]]],
  ['another ecosystem', ['pkg:npm/a@1'], ['pkg:pypi/a@2'], [['version,identity', 'newer']]],
  [
    'another name',
    ['a@1'],
    ['b@1'],
    [
      ['removed', null],
      ['added', null],
    ],
  ],
])('%s', (_name, before, after, expected) => {
  const rows = changes(
    before.map((one) => component(one)),
    after.map((one) => component(one)),
  );

  expect(rows.map(([kinds, , , direction]) => [kinds, direction])).toEqual(expected);
});

test('of several versions the same stay, and the newest is compared with the newest', () => {
  const before = ['pkg:npm/a@1.0.0', 'pkg:npm/a@2.0.0', 'pkg:npm/a@9.0.0'].map((one) => component(one));
  const after = ['pkg:npm/a@1.0.0', 'pkg:npm/a@10.0.0'].map((one) => component(one));

  expect(changes(before, after)).toEqual([
    ['removed', 'pkg:npm/a@2.0.0', null, null],
    ['version', 'pkg:npm/a@9.0.0', 'pkg:npm/a@10.0.0', 'newer'],
  ]);
});

test('a licence that came and one that went are told for the component and for all', () => {
  const before = [component('a@1', { licences: ['GPL-2.0-only'] }), component('b@1', { licences: ['MIT'] })];
  const after = [component('a@1', { licences: ['Apache-2.0', 'MIT'] })];

  const { changed, licences } = compareContents(before, after);

  expect(changed.map((row) => [row.name, row.changes])).toEqual([
    ['a', ['licence']],
    ['b', ['removed']],
  ]);
  expect(licences).toEqual({ added: ['Apache-2.0'], removed: ['GPL-2.0-only'] });
});

test('a CPE name that only has another version is no other identity', () => {
  const cpe = (version: string) => [`cpe:2.3:a:openssl:openssl:${version}:*:*:*:*:*:*:*`];

  expect(changes([component('a@1', { cpes: cpe('1') })], [component('a@2', { cpes: cpe('2') })])).toEqual([
    ['version', 'a@1', 'a@2', 'newer'],
  ]);
});

const anyComponent = fc
  .record({
    name: fc.constantFrom('a', 'A', 'b', 'ｃ'),
    version: fc.constantFrom(null, '1', '1.0', '2', 'x'),
    type: fc.constantFrom(null, 'npm', 'deb/debian'),
    licences: fc.constantFrom<string[]>([], ['MIT'], ['Apache-2.0', 'MIT']),
  })
  .map(({ name, version, type, licences }) => {
    const purl = type === null ? null : `pkg:${type}/${name.toLowerCase()}${version === null ? '' : `@${version}`}`;
    return { name, version, purl, cpes: [], supplier: null, licences };
  });
const anyList = fc.array(anyComponent, { maxLength: 12 }).map((list) => list.map((one) => ({ ...one, id: ++made })));

test('every component of both sides stands in the result once, and turning round turns the result round', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, after) => {
      const there = compareContents(before, after);
      const back = compareContents(after, before);

      const told = [...there.changed.flatMap((row) => (row.after ? [row.after] : [])), ...there.unchanged];
      expect(told.map(({ id }) => id).sort()).toEqual(after.map(({ id }) => id).sort());
      const toldBefore = there.changed.flatMap((row) => (row.before ? [row.before] : []));
      expect(toldBefore.length + there.unchanged.length).toBe(before.length);
      expect(back.changed.length).toBe(there.changed.length);
      expect(back.licences).toEqual({ added: there.licences.removed, removed: there.licences.added });
    }),
    { numRuns: 500 },
  );
});

test('two releases of 5,000 components are compared within a second on a busy machine', () => {
  const list = (minor: number) =>
    Array.from({ length: 5_000 }, (_, n) => component(`pkg:deb/debian/part-${n}@1.${n % 50 === 0 ? minor : 0}.${n}-1`));
  const [before, after] = [list(0), list(1)];
  compareContents(before, after);

  const start = performance.now();
  const { changed } = compareContents(before, after);

  expect(changed.length).toBe(100);
  expect(performance.now() - start).toBeLessThan(1_000);
});
