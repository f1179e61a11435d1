import { listFirmwareParts } from './firmware-parts.ts';
import type { DemoRelease } from './release-facts.ts';
import { writeSpdx3 } from './write-spdx3.ts';

/**
 * The bill of materials of a release of みはり電機 as its build would write it: CycloneDX 1.6, or SPDX 3 where Yocto builds it;
 * the programs of a device stand inside its root file system.
 * @returns null for a release that has none
 */
export function writeSbom(model: string, release: DemoRelease): File | null {
  const { version, firmware, instead, releasedOn } = release;
  if (!firmware) return null;
  if (release.form === 'spdx3') return writeSpdx3(model, release);
  const hidden = release.first?.hidden ?? {};
  const parts = listFirmwareParts(firmware, instead).map((part) => {
    const name = hidden[part.name];
    return name === undefined ? part : { ...part, name, cpe: null, purl: null };
  });
  const components = parts.map(({ name, version: of, cpe, purl, licence }) => ({
    type: name === 'linux' ? 'operating-system' : 'library',
    'bom-ref': `${name}@${of ?? ''}`,
    name,
    ...(of === null ? {} : { version: of }),
    ...(cpe === null ? {} : { cpe }),
    ...(purl === null ? {} : { purl }),
    ...(cpe === null && purl === null ? {} : { supplier: { name: supplierOf(cpe, purl) } }),
    ...(licence === null ? {} : { licenses: [{ expression: licence }] }),
  }));
  // A module is linked into the firmware of others, a service and an app run on what others make: no file system of theirs.
  const isModule = ['wirelessModule', 'relay', 'app'].includes(firmware);
  const rootfs = { type: 'firmware', 'bom-ref': 'rootfs', name: 'rootfs' };
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: `${typeof releasedOn === 'string' ? releasedOn : '2026-11-02'}T01:00:00Z`,
      tools: { components: [{ type: 'application', name: 'mihari-build', version: '7.2' }] },
      authors: [{ name: 'みはり電機 開発' }],
      component: {
        type: ['relay', 'app'].includes(firmware) ? 'application' : 'firmware',
        'bom-ref': 'firmware',
        name: model,
        version,
      },
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

/** Who makes it: the namespace of its package, else the vendor of its CPE. */
function supplierOf(cpe: string | null, purl: string | null): string | undefined {
  const namespace = purl?.split('@')[0]?.split('/').slice(1, -1).join('/');
  return namespace || cpe?.split(':')[3];
}

// What the maker calls its own firmware, as NVD writes such names.
const firmwareCpe = (model: string, version: string) =>
  `cpe:2.3:o:mihari:${model.toLowerCase()}_firmware:${version}:*:*:*:*:*:*:*`;
