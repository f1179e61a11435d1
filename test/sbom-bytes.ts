import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Tools } from '#access';
import type { ComingSbom } from '../src/inventory/take-sbom.ts';

/** The same tools, with a folder to keep files in; removed at the end. */
export function withFolder() {
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-sboms-'));
  afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));
  return (tools: Tools): Tools => ({ ...tools, house: { ...tools.house, stateFolder } });
}

type Part = {
  name: string;
  version?: string;
  purl?: string;
  cpe?: string;
  scope?: string;
  licence?: string;
  type?: string;
};

/** A CycloneDX document of a camera with these parts; `dependencies` by name. */
export function aDocument(
  parts: readonly Part[],
  dependencies: Record<string, string[]> = {},
  more: object = {},
): object {
  const component = ({ name, licence, type = 'library', ...said }: Part) => ({
    type,
    'bom-ref': name,
    name,
    ...said,
    ...(licence ? { licenses: [{ expression: licence }] } : {}),
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      timestamp: '2026-11-01T00:00:00Z',
      authors: [{ name: '港電機' }],
      component: { type: 'firmware', 'bom-ref': 'camera', name: 'camera', version: '1.0' },
    },
    components: parts.map(component),
    dependencies: Object.entries(dependencies).map(([ref, dependsOn]) => ({ ref, dependsOn })),
    ...more,
  };
}

/** A part that can be looked up. */
export const aPart = (name: string, version = '1.0', more: Partial<Part> = {}): Part => ({
  name,
  version,
  purl: `pkg:generic/${name}@${version}`,
  ...more,
});

/** A document as a file that comes in. */
export function comingDocument(document: object | string | Uint8Array, name = 'bom.json'): ComingSbom {
  const bytes =
    document instanceof Uint8Array
      ? document
      : Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
  return { name, sizeBytes: bytes.length, content: () => Readable.from([bytes]) };
}
