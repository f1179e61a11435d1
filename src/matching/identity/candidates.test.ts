import { expect, test } from 'vitest';
import { aComponent, cpeProduct } from '../../../test/statements.ts';
import type { Component } from '../evidence.ts';
import { candidatesOf, keysOf } from '../pure.ts';
import { aliasSources } from './aliases/read-rows.ts';
import { aliasRows, plainWords } from './aliases.ts';

const keys = (facts: Partial<Component>, tier: number) =>
  candidatesOf(aComponent(facts))
    .filter((candidate) => candidate.tier === tier)
    .map(({ key }) => key);

const zlib = ['cpe:a:zlib:zlib', 'name:zlib:zlib', 'cpe:a:gnu:zlib', 'name:gnu:zlib'];

test.each<[string, Partial<Component>, number, string[]]>([
  ['a purl', { purl: 'pkg:npm/%40a/b@1.0?x=y' }, 2, ['purl:pkg:npm/%40a/b']],
  ['a purl of Python', { purl: 'pkg:pypi/Foo.Bar_Baz@1' }, 2, ['purl:pkg:pypi/foo-bar-baz']],
  [
    'a package and its source',
    { purl: 'pkg:deb/debian/libssl3@3.0?upstream=openssl%403.0' },
    2,
    ['purl:pkg:deb/debian/openssl', 'purl:pkg:deb/debian/libssl3'],
  ],
  [
    'a package and the file of its source',
    { purl: 'pkg:rpm/redhat/openssl-libs@1?upstream=openssl-1.1.1k-12.el8_9.src.rpm' },
    2,
    ['purl:pkg:rpm/redhat/openssl', 'purl:pkg:rpm/redhat/openssl-libs'],
  ],
  ['no purl at all', { purl: 'nothing' }, 2, []],
  [
    'a CPE',
    { cpes: ['cpe:2.3:o:Linux:linux_kernel:6.1:*:*:*:*:*:*:*'] },
    3,
    ['cpe:a:linux:linux_kernel', 'name:linux:linuxkernel'],
  ],
  ['hardware', { cpes: ['cpe:2.3:h:acme:board:-:*:*:*:*:*:*:*'] }, 3, ['cpe:h:acme:board']],
  ['a CPE of any product', { cpes: ['cpe:2.3:a:acme:*:1:*:*:*:*:*:*:*'] }, 3, []],
  ['a CPE of any vendor', { cpes: ['cpe:2.3:a:*:zstandard:1.5:*:*:*:*:*:*:*'] }, 5, ['name:*:zstandard']],
  ['a name with an alias', { name: 'zlib' }, 4, zlib],
  [
    'a vendor that moved',
    { name: 'x', cpes: ['cpe:2.3:a:polarssl:polarssl:1:*:*:*:*:*:*:*'] },
    4,
    ['cpe:a:arm:mbed_tls', 'name:arm:mbedtls', 'cpe:a:trustedfirmware:mbed_tls', 'name:trustedfirmware:mbedtls'],
  ],
  ['an npm package of a known name', { name: 'curl', purl: 'pkg:npm/curl@1' }, 4, []],
  ['a repository', { name: 'zlib', purl: 'pkg:github/madler/zlib@1.2' }, 4, zlib],
  ['a copied repository', { name: 'zlib', purl: 'pkg:github/somebody/zlib@1.2' }, 4, []],
  ['an everyday word', { name: 'screen' }, 4, []],
  [
    'an everyday word and its vendor',
    { name: 'screen', supplier: 'GNU Project' },
    4,
    ['cpe:a:gnu:screen', 'name:gnu:screen'],
  ],
  ['a bare name', { name: 'Some-Tool' }, 6, ['name:*:sometool']],
  ['a bare name of an npm package', { name: 'some-tool', purl: 'pkg:npm/some-tool@1' }, 6, []],
  ['a generic word', { name: 'camera' }, 6, []],
])('%s: %o of tier %i', (_what, facts, tier, expected) => expect(keys(facts, tier)).toEqual(expected));

test('applications and systems meet, hardware stays apart, wildcards are no product', () => {
  expect(keysOf(cpeProduct('o', 'linux:linux_kernel'))).toEqual(keysOf(cpeProduct('a', 'linux:linux_kernel')));
  expect(keysOf(cpeProduct('h', 'acme:board'))).toEqual(['cpe:h:acme:board']);
  expect(keysOf(cpeProduct('a', 'acme:*'))).toEqual([]);
  expect(keysOf({ space: 'name', vendor: 'n/a', product: 'n/a' })).toEqual([]);
  expect(keysOf({ space: 'purl', purl: 'nothing', distribution: null })).toEqual([]);
});

test('the aliases are canonical, no name stands twice, and each row says from where', () => {
  const names = aliasRows.flatMap((row) => row.names);
  const products = aliasRows.flatMap((row) => row.products);

  expect(aliasRows.length).toBeGreaterThanOrEqual(400);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
  expect(products.filter((pair) => !/^(?:[a-z0-9_.-]|\\.)+:(?:[a-z0-9_.-]|\\.)+$/.test(pair))).toEqual([]);
  expect(aliasRows.filter(({ sources }) => sources.length === 0)).toEqual([]);
  expect(aliasRows.flatMap(({ sources }) => sources).filter((letter) => !(letter in aliasSources))).toEqual([]);
  expect([...plainWords].filter((word) => !names.includes(word))).toEqual([]);
});

test('a name that is a list of products is looked up by none of them', () => {
  const models = Array.from({ length: 200 }, (_, n) => `ABC-${n}`).join(', ');

  expect(keysOf({ space: 'name', vendor: 'acme', product: models })).toEqual([]);
  expect(keysOf({ space: 'name', vendor: 'acme', product: 'ABC-1' })).toHaveLength(2);
  expect(candidatesOf(aComponent({ name: models }))).toEqual([]);
});
