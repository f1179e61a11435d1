import type { Tools } from '#access';
import type { Transaction } from '#platform/database';
import { writeScores } from './store/scores.ts';

/** How likely it is that a CVE will be exploited: probability and percentile 0–1, the day and the model where they are told. */
export type ScoredName = {
  name: string;
  probability: number;
  percentile: number | null;
  scoredOn: string | null;
  model: string | null;
};

/** Keeps scores of EPSS. Only the vulnerabilities themselves carry them, so that a day's 300,000 touch no match result. */
export async function keepScores(
  transaction: Transaction,
  { viewer, now }: Pick<Tools, 'viewer' | 'now'>,
  scores: readonly ScoredName[],
): Promise<void> {
  const latest = [...new Map(scores.map((score) => [score.name, score])).values()];
  if (latest.length > 0) await writeScores(transaction, viewer, latest, now());
}
