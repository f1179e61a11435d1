import { expect, test } from 'vitest';
import { warningsOf } from './model.ts';

const now = Temporal.Instant.from('2026-11-24T03:00:00Z');
const fine = {
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  lastBackup: { madeAt: '2026-11-23T03:00:00Z', sizeBytes: 1 },
  failedJobs: 0,
};

test.each([
  ['nothing', {}, []],
  ['less than 2 GB', { disk: { freeBytes: 1.9e9, totalBytes: 10e9 } }, ['disk-low']],
  ['less than a tenth', { disk: { freeBytes: 9e9, totalBytes: 100e9 } }, ['disk-low']],
  ['no disk of ours', { disk: null }, []],
  ['no backup', { lastBackup: null }, ['backup-none']],
  ['a backup of seven days', { lastBackup: { madeAt: '2026-11-17T03:00:00Z', sizeBytes: 1 } }, []],
  ['an older backup', { lastBackup: { madeAt: '2026-11-17T02:59:59Z', sizeBytes: 1 } }, ['backup-old']],
  ['failed jobs', { failedJobs: 1 }, ['jobs-failed']],
])('%s asks for the right care', (_what, facts, warnings) => {
  expect(warningsOf({ ...fine, ...facts }, now)).toEqual(warnings);
});
