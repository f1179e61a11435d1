import { expect, test } from 'vitest';
import { actingOf, type Held, type Move, planMoves } from './model.ts';

const away = { id: 'x', kind: 'leave' as const, fromOn: '2026-04-01', untilOn: null };
const person = (id: string, is: 'here' | 'away' | 'left') => ({
  person: { id, name: id, hasLeft: is === 'left' },
  absence: is === 'away' ? away : null,
});

test.each([
  ['here', 'here', 'ono', 'holder', 'present'],
  ['away', 'here', 'matsumoto', 'deputy', 'holder-absent'],
  ['left', 'here', 'matsumoto', 'deputy', 'holder-left'],
  [null, 'here', 'matsumoto', 'deputy', 'no-holder'],
  ['away', 'away', null, null, 'holder-absent'],
  ['left', null, null, null, 'holder-left'],
  [null, 'left', null, null, 'no-holder'],
  [null, null, null, null, 'no-holder'],
] as const)('holder %s and deputy %s: %s acts as %s, because %s', (holder, deputy, who, as, because) => {
  const acting = actingOf(holder && person('ono', holder), deputy && person('matsumoto', deputy));

  expect(acting).toMatchObject({ as, because });
  expect(acting.person?.id ?? null).toBe(who);
});

const post = 'p';
const held = (kind: Held['kind'], personId: string, fromOn = '2024-04-01', untilOn: string | null = null): Held => ({
  id: `${kind}-${personId}`,
  postId: post,
  kind,
  personId,
  fromOn,
  untilOn,
});
const move = (kind: Move['kind'], toPersonId: string | null): Move => ({ postId: post, kind, toPersonId });
const plan = (moves: Move[], holdings: Held[]) => {
  const { steps, obstacles } = planMoves(moves, holdings, '2026-12-01');
  return {
    steps: steps.map(({ kind, former, toPersonId }) => `${kind} ${former?.personId ?? '-'} → ${toPersonId ?? '-'}`),
    obstacles: obstacles.map(({ kind, obstacle }) => `${kind} ${obstacle}`),
  };
};

test.each<[string, Move[], Held[], string[], string[]]>([
  ['a first holder', [move('holder', 'b')], [], ['holder - → b'], []],
  ['another holder', [move('holder', 'b')], [held('holder', 'a')], ['holder a → b'], []],
  ['nobody', [move('holder', null)], [held('holder', 'a')], ['holder a → -'], []],
  ['the same holder', [move('holder', 'a')], [held('holder', 'a')], [], []],
  ['nobody again', [move('holder', null)], [], [], []],
  [
    'a past holder is no former one',
    [move('holder', 'b')],
    [held('holder', 'a', '2024-04-01', '2026-12-01')],
    ['holder - → b'],
    [],
  ],
  [
    'the deputy moves up',
    [move('holder', 'b')],
    [held('holder', 'a'), held('deputy', 'b')],
    ['holder a → b', 'deputy b → -'],
    [],
  ],
  [
    'holder and deputy change places',
    [move('holder', 'b'), move('deputy', 'a')],
    [held('holder', 'a'), held('deputy', 'b')],
    ['holder a → b', 'deputy b → a'],
    [],
  ],
  ['the holder as deputy', [move('deputy', 'a')], [held('holder', 'a')], ['deputy - → a'], ['deputy deputy-is-holder']],
  [
    'one person as both',
    [move('holder', 'b'), move('deputy', 'b')],
    [],
    ['holder - → b', 'deputy - → b'],
    ['deputy deputy-is-holder'],
  ],
  [
    'a change is planned already',
    [move('holder', 'b')],
    [held('holder', 'c', '2027-04-01')],
    [],
    ['holder planned-later'],
  ],
  ['two receivers', [move('holder', 'b'), move('holder', 'c')], [], ['holder - → b', 'holder - → c'], ['holder twice']],
])('%s', (_name, moves, holdings, steps, obstacles) => {
  expect(plan(moves, holdings)).toEqual({ steps, obstacles });
});
