import { expect, test } from 'vitest';
import { saidByPurl } from './identity-draft.ts';

test.each([
  ['pkg:generic/openssl@1.1.1k', { name: 'openssl', version: '1.1.1k' }],
  [' pkg:deb/debian/curl@7.88.1-10?arch=arm64 ', { name: 'curl', version: '7.88.1-10' }],
  ['pkg:generic/openssl', { name: 'openssl', version: '' }],
  ['pkg:gen', {}],
  ['', {}],
])('the purl "%s" says %j while it is typed', (purl, said) => {
  expect(saidByPurl(purl)).toEqual({ purl, ...said });
});
