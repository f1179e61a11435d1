import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSbom } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';
import type { SbomPart } from './parts.ts';

// The listed difference. cdxgen looked at the image from outside: it names programs and libraries that it found, without
// versions, not the packages of the database. This is which package of Alpine each of them comes from.
const packageOfFile: Record<string, string> = {
  busybox: 'busybox',
  apk: 'apk-tools',
  'libapk.so.2.14.0': 'apk-tools',
  ldconfig: 'musl-utils',
  getconf: 'musl-utils',
  getent: 'musl-utils',
  iconv: 'musl-utils',
  ldd: 'musl-utils',
  'ld-musl-x86_64.so.1': 'musl',
  scanelf: 'scanelf',
  ssl_client: 'ssl_client',
  'libcrypto.so.3': 'libcrypto3',
  'libssl.so.3': 'libssl3',
  'libz.so.1.3.1': 'zlib',
};
// Packages of files that are neither programs nor libraries, so that cdxgen cannot see them.
const dataOnly = /^(?:alpine-baselayout(?:-data)?|alpine-keys|alpine-release|busybox-binsh|ca-certificates-bundle)$/;

const folder = sharedData('sbom/three-tools/test-data');
if (folder) {
  describe.each(['3.20', '3.21'])('three tools see the same packages in alpine %s', (version) => {
    const partsOf = async (tool: string) => {
      const file = `alpine_${version}_${tool}.json`;
      const { parts, errors } = await readSbom(readFileSync(path.join(folder, file)), file);
      expect(errors).toEqual([]);
      return parts;
    };
    const isApk = ({ purl }: SbomPart) => purl?.startsWith('pkg:apk/');
    const bare = ({ purl }: SbomPart) => purl?.replace(/[?#].*$/, '');

    test('syft and trivy, as CycloneDX and as SPDX: package by package', async () => {
      const expected = (await partsOf('syft.spdx')).filter(isApk).map(bare).toSorted();

      expect(expected.length).toBe(version === '3.20' ? 14 : 15);
      for (const tool of ['syft.cdx', 'trivy.spdx', 'trivy.cdx']) {
        expect((await partsOf(tool)).filter(isApk).map(bare).toSorted()).toEqual(expected);
      }
    });

    test('what is no package is the image, its operating system or a file', async () => {
      for (const tool of ['syft.cdx', 'syft.spdx', 'trivy.spdx', 'trivy.cdx']) {
        const others = (await partsOf(tool)).filter((part) => !isApk(part));

        expect(others.filter(({ kind }) => !['operating-system', 'container', 'file'].includes(kind))).toEqual([]);
      }
    });

    test('cdxgen: a program or library of every package that has one', async () => {
      const packages = (await partsOf('syft.spdx')).filter(isApk).map(({ name }) => name);
      const found = (await partsOf('cdxgen.cdx')).filter(({ kind }) => kind !== 'container');

      const seen = found.map(({ name }) => packageOfFile[name]);

      expect(seen).not.toContain(undefined);
      expect([...new Set(seen)].toSorted()).toEqual(packages.filter((name) => !dataOnly.test(name)).toSorted());
      expect(found.every((part) => part.version === null)).toBe(true);
    });
  });
}
