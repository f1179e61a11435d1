import type { Statement } from '#intelligence/pure';
import type { Component } from '../evidence.ts';
import { candidatesOf } from '../identity/candidates.ts';
import { keysOf } from '../identity/keys.ts';

/** Statements of one vulnerability, whatever their source. */
export type KnownVulnerability = { name: string; names: string[]; statements: Statement[] };

/** What is known, ready to be looked up: each that may concern a component once. What is passed over does not apply to it. */
export type Records = { mayConcern: (component: Component) => Iterable<KnownVulnerability> };

/** Vulnerabilities by every key under which one of their products is looked up. */
export function recordsByKey(vulnerabilities: readonly KnownVulnerability[]): Records {
  const byKey = new Map<string, Set<KnownVulnerability>>();
  for (const vulnerability of vulnerabilities)
    for (const { criteria } of vulnerability.statements)
      for (const { product } of criteria)
        for (const key of keysOf(product)) {
          const known = byKey.get(key);
          if (known) known.add(vulnerability);
          else byKey.set(key, new Set([vulnerability]));
        }
  return {
    mayConcern: (component) => new Set(candidatesOf(component).flatMap(({ key }) => [...(byKey.get(key) ?? [])])),
  };
}
