import { severityOfNumber } from '#intelligence/model';
import type { Language } from '#platform/browser/texts';
import type { Component } from '../evidence.ts';
import { sentenceOf } from '../sentence.ts';
import type { ScanHit } from './scan-components.ts';
import { summaryOf } from './summary-of.ts';

/** A component with the document that names it, and where in it. */
export type Located = Component & { file: string; place: string };

/**
 * The hits as a SARIF log: each vulnerability is a rule, each component that it meets a result.
 * @source SARIF 2.1.0 (OASIS), 3.13 log, 3.27 result; security-severity as GitHub code scanning reads it
 */
export function toSarif(hits: readonly ScanHit<Located>[], tool: { version: string; language: Language }): object {
  const names = [...new Set(hits.map(({ vulnerability }) => vulnerability.name))];
  const ruleIndex = new Map(names.map((name, index) => [name, index]));
  const first = new Map(hits.map((hit) => [hit.vulnerability.name, hit.vulnerability]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mamori',
            version: tool.version,
            rules: names.map((name) => {
              const { title, score, severity, url } = summaryOf(
                first.get(name) ?? { name, names: [], statements: [] },
                tool.language,
              );
              return {
                id: name,
                shortDescription: { text: title },
                ...(url ? { helpUri: url } : {}),
                properties: {
                  tags: ['security', `severity:${severityOfNumber(severity)}`],
                  ...(score === null ? {} : { 'security-severity': score.toFixed(1) }),
                },
              };
            }),
          },
        },
        results: hits.map(({ component, vulnerability, match }) => ({
          ruleId: vulnerability.name,
          ruleIndex: ruleIndex.get(vulnerability.name),
          level: match.value === 'applies' ? 'error' : match.value === 'may-apply' ? 'warning' : 'note',
          ...(match.value === 'does-not-apply' ? { kind: 'pass', level: 'none' } : {}),
          message: { text: sentenceOf(match.evidence, tool.language, component.name) },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: encodeURI(component.file) } },
              logicalLocations: [
                { fullyQualifiedName: component.purl ?? component.name, name: component.place, kind: 'object' },
              ],
            },
          ],
          partialFingerprints: {
            'mamori/v1': `${vulnerability.name} ${component.purl ?? component.name} ${component.version ?? ''}`,
          },
          properties: { match: match.value, reason: match.evidence.decided.reason, version: component.version },
        })),
      },
    ],
  };
}
