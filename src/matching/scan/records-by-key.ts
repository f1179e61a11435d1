import type { Statement } from '#intelligence/pure';
import { keysOf } from '../identity/keys.ts';

/** Statements of one vulnerability, whatever their source. */
export type KnownVulnerability = { name: string; names: string[]; statements: Statement[] };

/** Vulnerabilities by every key under which one of their products is looked up. */
export type RecordsByKey = { byKey: ReadonlyMap<string, ReadonlySet<KnownVulnerability>>; count: number };

/** Makes what is known ready to be looked up. */
export function recordsByKey(vulnerabilities: readonly KnownVulnerability[]): RecordsByKey {
  const byKey = new Map<string, Set<KnownVulnerability>>();
  for (const vulnerability of vulnerabilities)
    for (const { criteria } of vulnerability.statements)
      for (const { product } of criteria)
        for (const key of keysOf(product)) {
          const known = byKey.get(key);
          if (known) known.add(vulnerability);
          else byKey.set(key, new Set([vulnerability]));
        }
  return { byKey, count: vulnerabilities.length };
}
