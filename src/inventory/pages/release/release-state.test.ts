import { expect, test } from 'vitest';
import { readState } from '../../../kit/url-state.ts';
import { askedComponents, componentSort, releaseParams } from './release-state.ts';

const read = (address: string) => readState(releaseParams, Object.fromEntries(new URLSearchParams(address)));

test.each([
  ['', {}, 'name'],
  ['q=openssl&sort=-version', { q: 'openssl' }, '-version'],
  ['tab=unidentified', { identified: 'no' }, 'name'],
  ['purpose=build,source,nonsense&origin=hand', { purpose: 'source,build', origin: 'hand' }, 'name'],
  ['licence=MIT AND Zlib&tab=nonsense', { licence: 'MIT AND Zlib' }, 'name'],
])('"%s" asks %j', (address, asked, sort) => {
  expect([askedComponents(read(address)), componentSort(read(address))]).toEqual([asked, sort]);
});
