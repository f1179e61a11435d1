import { expect, test } from 'vitest';
import { type Found, isUntouched, obstacleToMatch, progressOf } from './progress.ts';

const nothing: Found = {
  ...{ divisions: 0, putOff: [], sources: [], first: null },
  start: { models: 0, releases: 0, withParts: 0, firstModel: null, withoutParts: null, filled: null },
};
const withRecords = { sources: [{ records: 3 }] } as Found;
const filled = (components: number, unidentified: number) =>
  ({ start: { ...nothing.start, withParts: 1, filled: { components, unidentified } } }) as Found;

test('the next step is the first that is neither done nor put off', () => {
  const progress = progressOf({ ...nothing, divisions: 4, putOff: ['products'] });

  expect(progress.map(({ step, state, isNext }) => `${step} ${state}${isNext ? ' next' : ''}`)).toEqual([
    'divisions done',
    'products put-off',
    'contents open next',
    'records open',
    'match open',
  ]);
});

test('what stands is done, whether somebody had put it off or not', () => {
  expect(progressOf({ ...nothing, divisions: 1, putOff: ['divisions'] })[0]?.state).toBe('done');
});

test.each([
  ['nothing stands', {}, true],
  ['a division stands', { divisions: 1 }, false],
  ['records were brought in', withRecords, false],
  ['everything was put off', { putOff: ['divisions', 'products', 'contents', 'records', 'match'] }, false],
] as [string, Partial<Found>, boolean][])('untouched: %s', (_, facts, expected) => {
  expect(isUntouched({ ...nothing, ...facts })).toBe(expected);
});

test.each([
  ['nothing', {}, 'no-parts'],
  ['records alone', withRecords, 'no-parts'],
  ['parts alone', filled(3, 0), 'no-records'],
  ['parts of which none is identified', { ...withRecords, ...filled(3, 3) }, 'all-unidentified'],
  ['parts to which nothing applies', { ...withRecords, ...filled(3, 1) }, 'nothing-applies'],
] as [string, Partial<Found>, string][])('why there is no match: %s', (_, facts, expected) => {
  expect(obstacleToMatch({ ...nothing, ...facts })).toBe(expected);
});

test('with a match nothing stands in the way', () => {
  expect(obstacleToMatch({ ...nothing, first: {} as NonNullable<Found['first']> })).toBeNull();
});
