import { listFirmwareParts } from './firmware-parts.ts';
import type { DemoRelease } from './release-facts.ts';

/**
 * The bill of materials of a release of みはり電機 as its build would write it: CycloneDX 1.6, the programs inside the root file system.
 * @returns null for a release that has none
 */
export function writeSbom(model: string, release: DemoRelease): File | null {
  const { version, firmware, instead, releasedOn } = release;
  if (!firmware) return null;
  const parts = listFirmwareParts(firmware, instead);
  const components = parts.map(({ name, version: of, cpe, purl, licence }) => ({
    type: name === 'linux' ? 'operating-system' : 'library',
    'bom-ref': `${name}@${of ?? ''}`,
    name,
    ...(of === null ? {} : { version: of }),
    ...(cpe === null ? {} : { cpe, supplier: { name: cpe.split(':')[3] } }),
    ...(purl === null ? {} : { purl, supplier: { name: purl.split('/')[1] } }),
    ...(licence === null ? {} : { licenses: [{ expression: licence }] }),
  }));
  // A module is linked into the firmware of others; it has no file system of its own.
  const isModule = firmware === 'wirelessModule';
  const rootfs = { type: 'firmware', 'bom-ref': 'rootfs', name: 'rootfs' };
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: `${typeof releasedOn === 'string' ? releasedOn : '2026-11-02'}T01:00:00Z`,
      tools: { components: [{ type: 'application', name: 'mihari-build', version: '7.2' }] },
      authors: [{ name: 'みはり電機 開発' }],
      component: { type: 'firmware', 'bom-ref': 'firmware', name: model, version },
    },
    components: isModule ? components : [{ ...rootfs, version, cpe: firmwareCpe(model, version), components }],
    dependencies: [
      {
        ref: 'firmware',
        dependsOn: isModule ? parts.map(({ name, version: of }) => `${name}@${of ?? ''}`) : ['rootfs'],
      },
      ...parts
        .filter(({ name }) => name === 'curl')
        .map(({ name, version: of }) => ({
          ref: `${name}@${of}`,
          dependsOn: parts
            .filter((part) => ['zlib', 'openssl', 'mbedtls'].includes(part.name))
            .map((part) => `${part.name}@${part.version}`),
        })),
    ],
  };
  return new File([JSON.stringify(document, null, 1)], `${model}_${version}.cdx.json`);
}

// What the maker calls its own firmware, as NVD writes such names.
const firmwareCpe = (model: string, version: string) =>
  `cpe:2.3:o:mihari:${model.toLowerCase()}_firmware:${version}:*:*:*:*:*:*:*`;
