import { expect, test } from 'vitest';
import type { Candidate } from '../evidence.ts';
import { ourVersion } from './our-version.ts';

const upstream: Candidate = {
  ...{ key: 'a:openssl:openssl', tier: 4, why: 'alias' },
  product: { space: 'cpe', part: 'a', vendor: 'openssl', product: 'openssl' },
};

test.each([
  ['pkg:alpm/arch/openssl@1.1.1k-2?epoch=1', '1.1.1k', 'generic'],
  ['pkg:ebuild/dev-libs/openssl@1.1.1k-r1', '1.1.1k', 'generic'],
  ['pkg:conan/openssl@1.0.2zh', '1.0.2zh', 'generic'],
  ['pkg:nuget/OpenSSL@3.0.0.1', '3.0.0.1', 'nuget'],
  ['pkg:gem/openssl@3.0.0.rc1', '3.0.0.rc1', 'gem'],
  ['pkg:cargo/openssl@0.10.55', '0.10.55', 'cargo'],
])('%s is compared with what is said of the upstream as %s, in the order %s', (purl, text, scheme) => {
  const component = { name: 'openssl', version: null, purl, cpes: [], supplier: null, distribution: null };
  expect(ourVersion(component, upstream)).toMatchObject({ text, scheme, packager: 'upstream' });
});

test.each([
  ['pkg:alpm/arch/openssl@1.1.1k-2?epoch=1', '1:1.1.1k-2', 'alpm'],
  ['pkg:ebuild/dev-libs/openssl@1.1.1k-r1', '1.1.1k-r1', 'gentoo'],
  ['pkg:conan/openssl@1.0.2zh', '1.0.2zh', 'conan'],
])('%s is compared with what is said of the package as %s, in the order %s', (purl, text, scheme) => {
  const component = { name: 'openssl', version: null, purl, cpes: [], supplier: null, distribution: null };
  const product = { space: 'purl', purl: purl.replace(/@.*/, ''), distribution: null } as const;
  expect(ourVersion(component, { ...upstream, product })).toMatchObject({ text, scheme });
});
