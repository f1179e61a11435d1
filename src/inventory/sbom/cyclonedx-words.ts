import type { SbomStatement } from './parts.ts';

/**
 * Words of OpenVEX, SPDX 3 and others in those of CycloneDX, which are themselves as they are.
 * @source CycloneDX 1.7, impactAnalysisState and impactAnalysisJustification; OpenVEX 0.2.0, status labels and justifications
 */
const states: ReadonlyMap<string, string> = new Map([
  ...['resolved', 'resolved_with_pedigree', 'exploitable', 'in_triage', 'false_positive', 'not_affected'].map(itself),
  ['affected', 'exploitable'],
  ['fixed', 'resolved'],
  ['under_investigation', 'in_triage'],
]);

const justifications: ReadonlyMap<string, string> = new Map([
  ...[
    'code_not_present',
    'code_not_reachable',
    'requires_configuration',
    'requires_dependency',
    'requires_environment',
    'protected_by_compiler',
    'protected_at_runtime',
    'protected_at_perimeter',
    'protected_by_mitigating_control',
  ].map(itself),
  ['component_not_present', 'code_not_present'],
  ['vulnerable_code_not_present', 'code_not_present'],
  ['vulnerable_code_not_in_execute_path', 'code_not_reachable'],
  ['inline_mitigations_already_exist', 'protected_by_mitigating_control'],
]);

function itself(word: string): [string, string] {
  return [word, word];
}

/** A statement in the words of CycloneDX; what it has no word for goes before the detail, as it was written. */
export function analysisOf({ status, justification, detail }: SbomStatement) {
  const state = states.get(folded(status));
  const reason = justification === null ? undefined : justifications.get(folded(justification));
  const unsaid = [state ? '' : status, reason ? '' : (justification ?? ''), detail ?? ''].filter((text) => text !== '');
  return {
    ...(state && { state }),
    ...(reason && { justification: reason }),
    ...(unsaid.length > 0 && { detail: unsaid.join(': ') }),
  };
}

/** "NOT_AFFECTED", "not affected" and "notAffected" are one word. */
const folded = (word: string): string =>
  word
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z]+/g, '_');
