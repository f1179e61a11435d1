import { expect, test } from 'vitest';
import { sessionEnd } from './session-end.ts';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

test('a session ends a while after the last call', () => {
  const session = { endsAt: '2026-11-24T12:00:00Z', idleMinutes: 30 };

  expect(sessionEnd(session, at('09:00'))).toEqual({ at: at('09:30'), canGoOn: true });
});

test('it ends at its fixed end at the latest, and then nothing helps', () => {
  const session = { endsAt: '2026-11-24T12:00:00Z', idleMinutes: 30 };

  expect(sessionEnd(session, at('11:45'))).toEqual({ at: at('12:00'), canGoOn: false });
});
