import { expect, test } from 'vitest';
import { labelOf, titleOf } from './release-title.ts';

test.each([
  [{ name: 'LAN' }, 'MG-10　3.2.0　LAN', '3.2.0 LAN'],
  [null, 'MG-10　3.2.0', '3.2.0'],
])('a release for %j is called by what it has', (hardware, title, label) => {
  const release = { model: { name: 'MG-10' }, version: '3.2.0', hardware };

  expect([titleOf(release), labelOf(release)]).toEqual([title, label]);
});
