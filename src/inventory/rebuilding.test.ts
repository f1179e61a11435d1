import { expect, test } from 'vitest';
import { type BuildFacts, judgeRebuilding } from './rebuilding.ts';

const today = '2026-11-24';
const known: BuildFacts = {
  buildSource: 'git.mihari.example.jp/firmware/mc-220',
  buildToolchain: 'registry.mihari.example.jp/mc-build:2024.1',
  keyKeeper: 'somebody',
  buildPeople: 'カメラ開発課',
  rebuiltOn: '2026-11-02',
};

test.each([
  ['2026-11-24', 'recent', 0, true],
  ['2025-11-24', 'recent', 1, true],
  ['2025-11-23', 'old', 1, false],
  ['2021-06-01', 'old', 5, false],
  ['2027-01-01', 'recent', 0, true],
  [null, 'unknown', 0, false],
] as const)('last built on %s: %s, %i years ago, can be built: %s', (rebuiltOn, last, years, can) => {
  expect(judgeRebuilding({ ...known, rebuiltOn }, today)).toEqual({ can, last, years, gaps: [] });
});

test.each([
  [{ buildSource: '' }, ['source']],
  [{ buildToolchain: '' }, ['toolchain']],
  [{ keyKeeper: 'unknown' }, ['key']],
  [{ keyKeeper: 'vacant' }, ['key-holder']],
  [{ buildPeople: '', buildSource: '' }, ['source', 'people']],
] as const)('with %j a build of yesterday is not enough: %j', (lacking, gaps) => {
  expect(judgeRebuilding({ ...known, ...lacking }, today)).toMatchObject({ can: false, last: 'recent', gaps });
});

test('a leap day is twelve months old at the end of the next February', () => {
  const builtOnLeapDay = { ...known, rebuiltOn: '2028-02-29' };

  expect(judgeRebuilding(builtOnLeapDay, '2029-02-28').last).toBe('recent');
  expect(judgeRebuilding(builtOnLeapDay, '2029-03-01').last).toBe('old');
});
