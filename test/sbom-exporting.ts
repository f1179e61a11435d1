import { findReader } from '../src/inventory/sbom/detect.ts';
import type { ExportedRelease } from '../src/inventory/sbom/exported-release.ts';
import { type Outline, outlineOf } from '../src/inventory/sbom/outline.ts';
import { type SbomEdge, type SbomItem, type SbomPart, sbomLimits } from '../src/inventory/sbom/parts.ts';
import { toCycloneDx } from '../src/inventory/sbom/to-cyclonedx.ts';
import { toSpdx } from '../src/inventory/sbom/to-spdx.ts';
import { inPieces } from './sbom-reading.ts';

export const release: ExportedRelease['release'] = {
  maker: '港電機株式会社 (Minato)',
  line: 'ルーター',
  model: 'MR-1167',
  kind: 'firmware',
  version: '1.4.7',
  hardware: 'Rev. B',
  firmwareSha256: 'ab'.repeat(32),
  releasedOn: '2026-10-01',
};

const exported = (outline: Outline): ExportedRelease => ({
  release,
  outline,
  documentId: '01890a5d-ac96-774b-bcce-b302099a8057',
  createdAt: '2026-11-23T12:00:00Z',
});

const forms = {
  'CycloneDX 1.6 JSON': (outline: Outline) => toCycloneDx(exported(outline), { specVersion: '1.6', as: 'json' }),
  'CycloneDX 1.6 XML': (outline: Outline) => toCycloneDx(exported(outline), { specVersion: '1.6', as: 'xml' }),
  'CycloneDX 1.7 JSON': (outline: Outline) => toCycloneDx(exported(outline), { specVersion: '1.7', as: 'json' }),
  'CycloneDX 1.7 XML': (outline: Outline) => toCycloneDx(exported(outline), { specVersion: '1.7', as: 'xml' }),
  'SPDX 2.3 JSON': (outline: Outline) => toSpdx(exported(outline)),
};
export type ExportForm = keyof typeof forms;
export const exportForms = Object.keys(forms) as ExportForm[];

export const written = async (form: ExportForm, items: SbomItem[]): Promise<string> =>
  [...forms[form](await outlineOf(items))].join('').toWellFormed();

/** Everything that our own reader finds in a text. */
export async function readBack(text: string): Promise<SbomItem[]> {
  const bytes = new TextEncoder().encode(text);
  const reader = findReader(bytes.subarray(0, 65_536), 'document');
  if (!reader) throw new Error('No reader knows this document');
  return Array.fromAsync(reader.read(inPieces(bytes), sbomLimits));
}

export const part = (ref: string, more: Partial<SbomPart> = {}): SbomItem => ({
  is: 'part',
  part: {
    ref,
    name: ref,
    version: '1.0',
    purl: null,
    cpes: [],
    supplier: null,
    licences: [],
    hashes: {},
    kind: 'library',
    purpose: 'shipped',
    place: '',
    ...more,
  },
});
export const edge = (from: string, kind: SbomEdge['kind'], to: string): SbomItem => ({
  is: 'edge',
  edge: { from, to, kind },
});
export const head = (subject: string | null): SbomItem => ({
  is: 'head',
  head: {
    format: 'cyclonedx',
    formatVersion: '1.6',
    serialNumber: null,
    createdAt: null,
    authors: [],
    tools: [],
    subject,
  },
});

export const openssl: Partial<SbomPart> = {
  name: 'openssl',
  version: '3.0.3',
  purl: 'pkg:deb/debian/openssl@3.0.3?arch=arm64',
  cpes: ['cpe:2.3:a:openssl:openssl:3.0.3:*:*:*:*:*:*:*', 'cpe:/a:openssl_project:openssl:3.0.3'],
  supplier: 'The OpenSSL Project (OMC)',
  licences: ['Apache-2.0'],
  hashes: { SHA256: 'cd'.repeat(32), 'SHA3-256': 'ef'.repeat(32), MD5: '01'.repeat(16) },
};

/** Something of everything. */
export const everything: SbomItem[] = [
  head('product'),
  part('product', { kind: 'device', cpes: ['cpe:2.3:h:minato:mr-1167:*:*:*:*:*:*:*:*'] }),
  part('os', { kind: 'operating-system' }),
  part('ssl', openssl),
  part('web', { name: '@scope/web <&>"', purl: 'pkg:npm/%40scope/web@1.0', licences: ['MIT OR GPL-2.0-only'] }),
  part('own', { licences: ['自社ライセンス', 'LicenseRef-own AND MIT'], version: null }),
  part('compiler', { purpose: 'build' }),
  part('maybe', { purpose: 'optional' }),
  part('no identity', { purl: 'not a purl', cpes: ['cpe:2.3:nonsense'], kind: 'application' }),
  edge('product', 'contains', 'os'),
  edge('os', 'contains', 'ssl'),
  edge('os', 'contains', 'web'),
  edge('web', 'depends-on', 'ssl'),
  edge('web', 'contains', 'maybe'),
  edge('own', 'depends-on', 'compiler'),
  edge('product', 'depends-on', 'own'),
];
