import { defineConfig } from 'vitest/config';

// The long proofs: one file at a time, real clusters of their own, no limit but the proof's.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['test/prove/*.prove.ts'],
    globalSetup: 'test/postgres.ts',
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
