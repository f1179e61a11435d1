import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sharedData } from '../../../test/shared.ts';
import { type CvssVersion, scoreOf, severityOf } from './index.ts';

test.each([
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C', '2.0', 10],
  ['(AV:N/AC:L/Au:N/C:P/I:P/A:P)', '2.0', 7.5],
  ['AV:L/AC:H/Au:M/C:N/I:N/A:N', '2.0', 0],
  ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', '3.0', 9.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:L/E:U', '3.1', 10],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', '4.0', 9.3],
])('%s is of version %s and scores %d', (vector, version, score) => {
  expect(scoreOf(vector)).toEqual({ version, vector: vector.replace(/^\((.*)\)$/, '$1'), score });
});

test.each([
  '',
  'rubbish',
  'CVSS:3.1/AV:N/AC:L',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:Q',
  `CVSS:3.1/${'AV:N/'.repeat(300)}`,
])('%s has no score', (vector) => {
  expect(scoreOf(vector)).toBeNull();
});

test.each<[CvssVersion, number, string]>([
  ['2.0', 10, 'high'],
  ['2.0', 6.9, 'medium'],
  ['2.0', 0, 'low'],
  ['3.1', 9, 'critical'],
  ['3.1', 8.9, 'high'],
  ['4.0', 4, 'medium'],
  ['3.0', 0.1, 'low'],
  ['4.0', 0, 'none'],
])('in version %s a score of %d is called %s', (version, score, word) => {
  expect(severityOf({ version, score })).toBe(word);
});

const folder = sharedData('identifiers/cvss');

// A line is a vector and its scores: "AV:L/… - (0.8, None, None)", the base score first.
test.skipIf(folder === null)('the vectors of others have the scores that others compute', () => {
  const files = ['vectors_simple2', 'vectors_simple3', 'vectors_simple31', 'vectors_simple4'];
  const lines = files.flatMap((file) =>
    readFileSync(path.join(folder ?? '', file), 'utf8')
      .trim()
      .split('\n'),
  );

  const wrong = lines.filter((line) => {
    const [vector = '', scores = ''] = line.split(' - ');
    return scoreOf(vector)?.score !== Math.abs(Number(/-?[\d.]+/.exec(scores)?.[0]));
  });

  expect(lines).toHaveLength(6_971);
  expect(wrong).toEqual([]);
});
