import type { KernelEvidence } from '#formats/kernel';
import { type Match, matchOf } from '../evaluate/match-of.ts';
import type { Component } from '../evidence.ts';
import { candidatesOf } from '../identity/candidates.ts';
import { systemOf } from '../in-release/context.ts';
import { inRelease } from '../in-release/in-release.ts';
import type { KnownVulnerability, Records } from './records-by-key.ts';

/** A component of a document with a vulnerability that meets it; what does not apply is left out unless asked for. */
export type ScanHit<C extends Component> = { component: C; vulnerability: KnownVulnerability; match: Match };

export type ScanResult<C extends Component> = {
  hits: ScanHit<C>[];
  /** Components that nothing can be looked up for. */
  unidentified: C[];
};

/** The components of one release against what is known: the same rules and results as in a running Mamori. */
export function scanComponents<C extends Component>(
  components: readonly C[],
  records: Records,
  kernel: KernelEvidence | null,
): ScanResult<C> {
  const keyed = components.flatMap((component) =>
    candidatesOf(component)
      .filter(({ tier }) => tier <= 4)
      .map(({ key }) => ({ key, version: component.version })),
  );
  const context = {
    ...{ hardware: [], isHardwareComplete: false, operatingSystem: systemOf(keyed), kernel },
    components: keyed,
  };
  const hits: ScanHit<C>[] = [];
  const unidentified: C[] = [];
  for (const component of components) {
    const candidates = candidatesOf(component);
    if (candidates.every(({ tier }) => tier > 5)) unidentified.push(component);
    for (const vulnerability of records.mayConcern(component)) {
      const match = matchOf(component, vulnerability.statements);
      const settled = match && inRelease(match, context);
      if (settled && (match.value !== 'does-not-apply' || settled.value !== 'does-not-apply'))
        hits.push({ component, vulnerability, match: settled });
    }
  }
  return { hits, unidentified };
}
