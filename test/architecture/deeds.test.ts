import { expect, test } from 'vitest';
import { deedsIn } from '../../src/deeds.ts';
import { reactions } from '../../src/steps.ts';
import { isStep, roomOf, sources } from './sources.ts';

const server = sources.filter(
  ({ file, text }) => isStep(roomOf(file)) && !file.includes('/pages/') && /\brecordAudits?\(|\bDeed\b/.test(text),
);

/** The words in quotes that stand behind this key, also as one of two. */
const wordsBehind = (key: string) =>
  new Set(
    server.flatMap(({ text }) =>
      [...text.matchAll(new RegExp(`\\b${key}: ([^\\n]*)`, 'g'))].flatMap(([, rest = '']) =>
        [...rest.matchAll(/'([a-z-]+(?:\.[a-z-]+)?)'/g)].map(([, word = '']) => word),
      ),
    ),
  );

test.each(['ja', 'en'] as const)('every deed that is written into the trail has its words (%s)', (language) => {
  const { actions } = deedsIn(language);
  const written = [...wordsBehind('action')].filter((word) => word.includes('.'));

  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((action) => !(action in actions))).toEqual([]);
});

test.each(['ja', 'en'] as const)('every kind of subject has its word (%s)', (language) => {
  const { subjects } = deedsIn(language);
  const written = new Set(
    server.flatMap(({ text }) => [...text.matchAll(/\bsubjectKind: '([a-z-]+)'/g)].map(([, kind = '']) => kind)),
  );

  expect(written.size).toBeGreaterThan(8);
  expect([...written].filter((kind) => !(kind in subjects))).toEqual([]);
});

test.each(['ja', 'en'] as const)('everything that happens by itself has its words (%s)', (language) => {
  const { jobs } = deedsIn(language);

  expect(reactions.map(({ queue }) => queue).filter((queue) => !(queue in jobs))).toEqual([]);
});

test('both languages know the same deeds', () => {
  for (const part of ['actions', 'subjects', 'fields', 'values', 'jobs'] as const)
    expect(Object.keys(deedsIn('en')[part]).sort()).toEqual(Object.keys(deedsIn('ja')[part]).sort());
});
