import { scoreOf } from '#formats/cvss';
import type { Score } from './statement.ts';

export type ScoreDifference = { by: string; version: string; vector: string; published: number; computed: number };

/** Scores that were published otherwise than their own vector gives. */
export function differingScores(scores: readonly Score[]): ScoreDifference[] {
  return scores.flatMap(({ by, version, vector, score: published }) => {
    const computed = scoreOf(vector)?.score ?? null;
    const differs = published !== null && computed !== null && Math.abs(computed - published) > 0.05;
    return differs ? [{ by, version, vector, published, computed }] : [];
  });
}
