import type { SourceId } from '#intelligence/pure';
import type { Language } from '#platform/browser/texts';
import type { Opinion } from './evidence.ts';

const own = { ja: '自社', en: 'our own record' } as const;
const names: Partial<Record<SourceId, string>> = { nvd: 'NVD', jvn: 'JVN', kev: 'KEV', epss: 'EPSS' };

/** The CVE List is named by who wrote there, OSV by whose record it is. */
export function sourceName(
  { source, by, externalId }: Pick<Opinion, 'source' | 'by' | 'externalId'>,
  language: Language,
): string {
  if (source === 'own') return own[language];
  if (source === 'osv') return /^[A-Z]+/.exec(externalId)?.[0] ?? 'OSV';
  return names[source] ?? by;
}
