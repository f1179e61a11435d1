import { expect, test } from 'vitest';
import { readQuestion } from './component-question.ts';

const rangeText = (question: Parameters<typeof readQuestion>[0]) => {
  const asked = readQuestion(question);
  if (!asked) return null;
  const { from, to, fromIncluded, toIncluded } = asked.range ?? { from: null, to: null };
  return `${asked.by} ${asked.what} | ${fromIncluded ? '[' : '('}${from ?? ''},${to ?? ''}${toIncluded ? ']' : ')'}`;
};

test.each([
  ['OpenSSL 1.1.1k', 'name OpenSSL | [1.1.1k,1.1.1k]'],
  ['openssl@1.1.1k', 'name openssl | [1.1.1k,1.1.1k]'],
  ['@angular/core@15.2.0', 'name @angular/core | [15.2.0,15.2.0]'],
  ['@angular/core', 'name @angular/core | (,)'],
  ['openssl >=1.1.1 <1.1.1l', 'name openssl | [1.1.1,1.1.1l)'],
  ['openssl>1.1.1,<=1.1.1l', 'name openssl | (1.1.1,1.1.1l]'],
  ['openssl ≧1.1.1 ≦1.1.1k', 'name openssl | [1.1.1,1.1.1k]'],
  ['openssl = 1.1.1', 'name openssl | [1.1.1,1.1.1]'],
  ['部品:openssl 版:<1.1.1n', 'name openssl | (,1.1.1n)'],
  ['部品：openssl　版：＜1.1.1n', 'name openssl | (,1.1.1n)'],
  ['部品:openssl 版:1.1.1k', 'name openssl | [1.1.1k,1.1.1k]'],
  ['部品:busybox 版:1.36未満', 'name busybox | (,1.36)'],
  ['部品：busybox　版：1.33以上1.36未満', 'name busybox | [1.33,1.36)'],
  ['component:busybox version:1.36未満', 'name busybox | (,1.36)'],
  ['部品:openssl 版:1:1.1.1以下', 'name openssl | (,1:1.1.1]'],
  ['component:wolfSSL Embedded version:>=5', 'name wolfSSL Embedded | [5,)'],
  ['openssl 1.1.1以上1.1.1l未満', 'name openssl | [1.1.1,1.1.1l)'],
  ['openssl 1.1.1 より後 1.1.1l 以下', 'name openssl | (1.1.1,1.1.1l]'],
  ['openssl 1.1.1から1.1.1kまで', 'name openssl | [1.1.1,1.1.1k]'],
  ['openssl 1.1.1～1.1.1k', 'name openssl | [1.1.1,1.1.1k]'],
  ['部品:openssl 版:1.1.1 〜 1.1.1k', 'name openssl | [1.1.1,1.1.1k]'],
  ['openssl 1.1.1 ~ 1.1.1k', 'name openssl | [1.1.1,1.1.1k]'],
  ['openssl 1.0~rc1', 'name openssl | [1.0~rc1,1.0~rc1]'],
  ['Linux Kernel', 'name Linux Kernel | (,)'],
  ['無線モジュール 制御部', 'name 無線モジュール 制御部 | (,)'],
  [
    'pkg:deb/debian/openssl@1.1.1k-1%2Bdeb11u1?arch=arm64',
    'purl pkg:deb/debian/openssl | [1.1.1k-1+deb11u1,1.1.1k-1+deb11u1]',
  ],
  ['pkg:rpm/redhat/openssl@1.1.1k-7.el8?epoch=1', 'purl pkg:rpm/redhat/openssl | [1:1.1.1k-7.el8,1:1.1.1k-7.el8]'],
  ['PKG:npm/%40angular/core <16', 'purl pkg:npm/%40angular/core | (,16)'],
  ['cpe:2.3:a:openbsd:openssh:8.3:p1:*:*:*:*:*:*', 'cpe cpe:2.3:a:openbsd:openssh | [8.3p1,8.3p1]'],
  ['cpe:/a:openssl:openssl <1.1.1l', 'cpe cpe:2.3:a:openssl:openssl | (,1.1.1l)'],
  ['', null],
  ['  ', null],
  ['<1.0', null],
  ['pkg:', null],
  ['cpe:nonsense', null],
])('%s asks for %s', (q, asked) => expect(rangeText({ q })).toBe(asked));

test('bounds that programs give stand before those of the text', () => {
  expect(rangeText({ name: 'openssl', from: '1.1.1', to: '1.1.1l' })).toBe('name openssl | [1.1.1,1.1.1l)');
  expect(rangeText({ name: 'openssl', from: '1.1.1', fromIncluded: 'false', to: '1.1.1k', toIncluded: 'true' })).toBe(
    'name openssl | (1.1.1,1.1.1k]',
  );
  expect(rangeText({ purl: 'pkg:npm/left-pad@1.3.0', version: '1.2.0' })).toBe('purl pkg:npm/left-pad | [1.2.0,1.2.0]');
  expect(rangeText({ q: 'openssl 3', version: '1.1.1k' })).toBe('name openssl | [1.1.1k,1.1.1k]');
  expect(rangeText({})).toBeNull();
});
