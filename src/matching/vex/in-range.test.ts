import { expect, test } from 'vitest';
import { isInRange } from './in-range.ts';

test.each([
  ['vers:semver/<2.0.0', '1.9.9', true],
  ['vers:semver/<2.0.0', '2.0.0', false],
  ['vers:semver/>=2.0.0|<=2.7.0', '2.7.0', true],
  ['vers:semver/>=2.0.0|<=2.7.0', '2.7.1', false],
  ['vers:semver/<1.5.0|>=7.0.0', '3.0.0', false],
  ['vers:semver/<1.5.0|>=7.0.0', '7.1.0', true],
  ['vers:generic/!=1.2', '1.2', false],
  ['vers:generic/*', '9', true],
  ['vers:unheard-of/<2', '1', null],
  ['before 2.0', '1.0', null],
])('of %s is %s: %s', (range, version, expected) => expect(isInRange(range, version)).toBe(expected));
