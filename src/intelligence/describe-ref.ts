import { severityOfNumber, type VulnerabilityRef } from './model.ts';
import type { VulnerabilityRow } from './store/list.ts';

/** A vulnerability as clients see it. */
export function describeRef(row: VulnerabilityRow): VulnerabilityRef {
  const { name, titleJa, titleEn, score, scoreVersion, exploitedOn, epssPercentile, state, labels, walled } = row;
  return {
    ...{ name, titleJa, titleEn, score, scoreVersion, exploitedOn, epssPercentile, state, labels, walled },
    severity: severityOfNumber(row.severity),
    publishedAt: row.publishedAt?.toString() ?? null,
    modifiedAt: row.modifiedAt?.toString() ?? null,
  };
}
