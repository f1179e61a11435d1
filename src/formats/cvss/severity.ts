import type { CvssScore } from './score-of.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'none';

/**
 * The word for a score. Version 2 has no words of its own; those of NVD know neither critical nor none.
 * @source CVSS 3.1, 5; CVSS 4.0, 6; NVD, "Vulnerability Metrics" for version 2
 */
export function severityOf({ version, score }: Pick<CvssScore, 'version' | 'score'>): Severity {
  if (version === '2.0') return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}
