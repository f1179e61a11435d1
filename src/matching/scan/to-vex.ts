import { severityOfNumber } from '#intelligence/model';
import type { Component, MatchValue } from '../evidence.ts';
import { sentenceOf } from '../sentence.ts';
import type { ScanHit } from './scan-components.ts';
import { summaryOf } from './summary-of.ts';

/** A component with the document's own name for it. */
export type Referred = Component & { ref: string };

// What the machine finds is not yet a verdict: 'applies' is in triage until a person has decided.
const states: Record<MatchValue, { state: string; justification?: string }> = {
  applies: { state: 'in_triage' },
  'may-apply': { state: 'in_triage' },
  'cannot-compare': { state: 'in_triage' },
  'does-not-apply': { state: 'not_affected', justification: 'code_not_present' },
};

/**
 * The hits as a CycloneDX document of vulnerabilities, one for each with all components that it meets.
 * @param about  the bill of materials that was scanned: its serial number, if it has one, and whether refs are its own
 * @source CycloneDX 1.6, vulnerabilities; BOM-Link for what stands in another document
 */
export function toVex(
  hits: readonly ScanHit<Referred>[],
  about: { serialNumber: string | null; at: string; version: string; id: string },
): object {
  const groups = Map.groupBy(hits, ({ vulnerability, match }) => `${vulnerability.name} ${match.value}`);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${about.id}`,
    version: 1,
    metadata: {
      timestamp: about.at,
      tools: { components: [{ type: 'application', name: 'Mamori', version: about.version }] },
    },
    components: componentsOf(hits),
    vulnerabilities: [...groups.values()].map((group) => {
      const [{ vulnerability, match }] = group as [ScanHit<Referred>, ...ScanHit<Referred>[]];
      const { title, severity, score } = summaryOf(vulnerability, 'en');
      const source = vulnerability.name.startsWith('CVE-')
        ? { source: { name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${vulnerability.name}` } }
        : {};
      return {
        'bom-ref': `${vulnerability.name} ${match.value}`,
        id: vulnerability.name,
        ...source,
        ratings: [{ severity: severityOfNumber(severity), ...(score === null ? {} : { score }) }],
        description: title,
        analysis: { ...states[match.value], detail: sentenceOf(match.evidence, 'en') },
        affects: [...new Set(group.map(({ component }) => component.ref))].map((ref) => ({
          ref: linkOf(ref, about.serialNumber),
        })),
        properties: [{ name: 'mamori:match', value: match.value }],
      };
    }),
  };
}

/** Refs into the scanned document are BOM-Links when it has a serial number; else the parts are repeated here. */
const linkOf = (ref: string, serialNumber: string | null): string =>
  serialNumber === null ? ref : `urn:cdx:${serialNumber.replace(/^urn:uuid:/, '')}/1#${encodeURIComponent(ref)}`;

function componentsOf(hits: readonly ScanHit<Referred>[]): object[] {
  const byRef = new Map(hits.map(({ component }) => [component.ref, component]));
  return [...byRef.values()].map(({ ref, name, version, purl, cpes }) => ({
    ...{ type: 'library', 'bom-ref': ref, name },
    ...(version === null ? {} : { version }),
    ...(purl === null ? {} : { purl }),
    ...(cpes[0] === undefined ? {} : { cpe: cpes[0] }),
  }));
}
