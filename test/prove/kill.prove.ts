import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { killRounds } from '../kill-rounds.ts';
import { randomOf, seedOfRun } from '../random.ts';

const rounds = 200;

test(`${rounds} kills at random moments of writing lose nothing that was acknowledged, and double nothing`, {
  timeout: 60 * 60_000,
}, async () => {
  const figures = await killRounds({ rounds, random: randomOf(seedOfRun(200)) });
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));

  expect(figures.acknowledged).toBeGreaterThan(rounds);
  // Other work on the machine may slow one start; half of them slowed would be ours.
  expect(figures.usualStartMs).toBeLessThan(5_000);
});
