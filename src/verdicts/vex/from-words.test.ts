import { expect, test } from 'vitest';
import { fromWords } from './from-words.ts';

const said = { vulnerability: 'CVE-2026-1', detail: 'Never called.', part: null, at: null };

test.each([
  ['not_affected', 'code_not_reachable', 'not-affected', 'vulnerable-code-not-in-execute-path'],
  ['not_affected', 'vulnerableCodeNotPresent', 'not-affected', 'vulnerable-code-not-present'],
  ['notAffected', 'component_not_present', 'not-affected', 'component-not-present'],
  ['false_positive', null, 'not-affected', null],
  ['resolved_with_pedigree', null, 'fixed', null],
  ['exploitable', 'code_not_present', 'affected', null],
  ['under investigation', null, 'under-investigation', null],
  ['FIXED', null, 'fixed', null],
])('%s, %s is %s, %s', (status, justification, expected, reason) => {
  expect(fromWords({ ...said, status, justification })).toMatchObject({ status: expected, justification: reason });
});

test('a status that is none of VEX is not understood', () => {
  expect(fromWords({ ...said, status: 'Unpatched', justification: null })).toBeNull();
});
