import type { Stated } from '#inventory';
import type { TheirAnalysis, TheirFinding } from './shapes.ts';

/** Somebody has looked at a finding: there is a decision to ask for. */
export const isLookedAt = ({ analysis }: TheirFinding): boolean =>
  (analysis?.state ?? null) !== null || analysis?.isSuppressed === true;

/**
 * The decision about a finding in its own words. What has no field of its own stands in the detail, a line each:
 * the response, that it was suppressed, and who said what when.
 * @returns null when nothing was decided
 */
export function statementOf({ component, vulnerability }: TheirFinding, analysis: TheirAnalysis): Stated | null {
  const { analysisState, analysisJustification, analysisResponse, analysisDetails, isSuppressed } = analysis;
  const comments = analysis.analysisComments.filter(({ comment }) => comment !== null);
  const detail = [
    analysisDetails,
    isSet(analysisResponse) ? `response: ${analysisResponse}` : null,
    isSuppressed ? 'suppressed: yes' : null,
    ...comments.map(({ timestamp, commenter, comment }) =>
      [instantOf(timestamp)?.toString(), commenter, comment].filter(Boolean).join(' '),
    ),
  ].filter((line) => line !== null);
  if (!isSet(analysisState) && detail.length === 0) return null;
  const last = comments.at(-1);
  return {
    vulnerability: vulnerability.vulnId,
    status: analysisState ?? 'NOT_SET',
    justification: isSet(analysisJustification) ? analysisJustification : null,
    detail: detail.join('\n') || null,
    at: instantOf(last?.timestamp),
    by: last?.commenter ?? null,
    about: {
      name: component.group ? `${component.group}/${component.name}` : component.name,
      version: component.version,
      purl: component.purl,
      cpes: component.cpe ? [component.cpe] : [],
    },
  };
}

const isSet = (word: string | null): boolean => word !== null && word !== 'NOT_SET';

function instantOf(said: number | string | null | undefined): Temporal.Instant | null {
  if (said === null || said === undefined) return null;
  try {
    return typeof said === 'number' ? Temporal.Instant.fromEpochMilliseconds(said) : Temporal.Instant.from(said);
  } catch {
    return null;
  }
}
