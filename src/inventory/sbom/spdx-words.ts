import type { SbomPart } from './parts.ts';

/**
 * Primary purposes that are kinds of ours; both spellings ("OPERATING_SYSTEM", "operatingSystem") come without separators.
 * @source SPDX 2.3, 7.24; SPDX 3.0.1, Software/SoftwarePurpose
 */
const kinds: ReadonlyMap<string, SbomPart['kind']> = new Map(
  Object.entries({
    application: 'application',
    executable: 'application',
    framework: 'framework',
    library: 'library',
    module: 'library',
    container: 'container',
    operatingsystem: 'operating-system',
    device: 'device',
    firmware: 'firmware',
    filesystemimage: 'firmware',
    diskimage: 'firmware',
    file: 'file',
  } as const),
);

/** What a primary purpose says of a part. */
export function purposeSays(purpose: string | null): Pick<SbomPart, 'kind' | 'purpose'> {
  const word = (purpose ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return {
    kind: kinds.get(word) ?? 'other',
    purpose: word === 'source' || word === 'patch' ? 'source' : word === 'test' ? 'test' : 'shipped',
  };
}

/** "Organization: Example Ltd. (psirt@example.jp)" → "Example Ltd."; the names of SPDX tools' placeholders are nobody. */
export function nameOfAgent(agent: string | null): string | null {
  const name = agent
    ?.replace(/^(?:Organization|Person|Tool)\s*:/i, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
  return !name || /^(?:NOASSERTION|NONE|N\/A)$/i.test(name) ? null : name;
}

/** Algorithm in the SPDX 2 spelling ("SHA256", "SHA3-256", "BLAKE2b-256") → lower-case hex. */
export function hashesOf(checksums: readonly { algorithm: string; value: string }[]): Record<string, string> {
  const pairs = checksums.map(({ algorithm, value }) => {
    const name = algorithm
      .toUpperCase()
      .replaceAll('_', '-')
      .replace(/^BLAKE2B/, 'BLAKE2b');
    return [name, value.toLowerCase()] as const;
  });
  return Object.fromEntries(pairs);
}

/** An instant in UTC as ISO 8601, or null for what is none. */
export function instantOf(text: string | null | undefined): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.exec(text?.trim() ?? '');
  const milliseconds = match ? Date.parse(match[0]) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
