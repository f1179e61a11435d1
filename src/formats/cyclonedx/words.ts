import type { Minor } from './shape.ts';

/** Words by the version that brought them. */
const since = (groups: Partial<Record<Minor, string>>): ReadonlyMap<string, Minor> =>
  new Map(
    Object.entries(groups).flatMap(([minor, words]) =>
      words.split(' ').map((word) => [word, Number(minor) as Minor] as const),
    ),
  );

/** @source CycloneDX specification 1.2 to 1.7, the enumerations of its schemas */
export const words = {
  componentType: since({
    2: 'application framework library container operating-system device firmware file',
    5: 'platform device-driver machine-learning-model data',
    6: 'cryptographic-asset',
  }),
  scope: since({ 2: 'required optional excluded' }),
  hashAlgorithm: since({
    2: 'MD5 SHA-1 SHA-256 SHA-384 SHA-512 SHA3-256 SHA3-384 SHA3-512 BLAKE2b-256 BLAKE2b-384 BLAKE2b-512 BLAKE3',
    7: 'Streebog-256 Streebog-512',
  }),
  reference: since({
    2: 'vcs issue-tracker website advisories bom mailing-list social chat documentation support distribution license build-meta build-system other',
    4: 'release-notes',
    5: 'distribution-intake security-contact model-card log configuration evidence formulation attestation threat-model adversary-model risk-assessment vulnerability-assertion exploitability-statement pentest-report static-analysis-report dynamic-analysis-report runtime-analysis-report component-analysis-report maturity-report certification-report codified-infrastructure quality-metrics poam',
    6: 'source-distribution electronic-signature digital-signature rfc-9116',
    7: 'patent patent-family patent-assertion citation',
  }),
  patch: since({ 2: 'unofficial monkey backport cherry-pick' }),
  issue: since({ 2: 'defect enhancement security' }),
  dataFlow: since({ 2: 'inbound outbound bi-directional unknown' }),
  encoding: since({ 2: 'base64' }),
  state: since({ 4: 'resolved resolved_with_pedigree exploitable in_triage false_positive not_affected' }),
  justification: since({
    4: 'code_not_present code_not_reachable requires_configuration requires_dependency requires_environment protected_by_compiler protected_at_runtime protected_at_perimeter protected_by_mitigating_control',
  }),
  response: since({ 4: 'can_not_fix will_not_fix update rollback workaround_available' }),
  affected: since({ 4: 'affected unaffected unknown' }),
} as const;
