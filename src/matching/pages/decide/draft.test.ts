import { expect, test } from 'vitest';
import { changed, contentOf, countable, emptyDraft, missingOf, reasonsFor, scopesFor } from './draft.ts';

const today = '2026-11-24';

test('what is missing is named one after the other; what it does can be counted before the reason is given', () => {
  const notAffected = changed(emptyDraft, { status: 'not-affected' }, true);
  const justified = changed(notAffected, { justification: 'vulnerable-code-not-present' }, true);
  const whole = changed(justified, { reason: 'not-compiled' }, true);

  expect([emptyDraft, notAffected, justified, whole].map((draft) => missingOf(draft, today))).toEqual([
    ...['choose-status', 'justification-needed', 'reason-needed', null],
  ]);
  expect(missingOf(countable(justified), today)).toBe(null);
  expect(reasonsFor(justified)).toEqual(['not-compiled', 'other-platform']);
});

test('another verdict takes the justification, the reason and the scope that do not fit it with it', () => {
  const wide = changed(
    emptyDraft,
    { status: 'not-affected', justification: 'component-not-present', reason: 'not-in-image', scope: 'all' },
    false,
  );

  const fixed = changed(wide, { status: 'fixed' }, false);

  expect(wide.reason).toBe('not-in-image');
  expect(fixed).toMatchObject({ justification: null, reason: 'own', scope: 'release' });
  expect(scopesFor('fixed', true)).toEqual(['release', 'model']);
});

test('own words stay, and the release with the fix is said for a model alone', () => {
  const own = changed(
    { ...emptyDraft, note: '実機で確認した', fixedIn: 'r' },
    { status: 'fixed', scope: 'model' },
    true,
  );

  expect(contentOf(own)).toMatchObject({ reason: null, note: '実機で確認した', fixedIn: 'r', until: null });
  expect(contentOf({ ...own, scope: 'release' })?.fixedIn).toBe(null);
});
