import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelOf as modelAsWritten, readSbom, type Sbom } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';
import type { SbomPart } from './parts.ts';

// Some of the examples write parentheses around a whole expression in one form and not in the other.
const bare = (licence: string) => licence.replace(/^\(([^()]*)\)$/, '$1');
const modelOf = (sbom: Sbom) =>
  modelAsWritten({ ...sbom, parts: sbom.parts.map((part) => ({ ...part, licences: part.licences.map(bare) })) });

const folder = sharedData('sbom');

// The example itself is no YAML: quotation marks stand unescaped within quotation marks (line 322 on).
const noYaml = 'spdx-spec-2.3/examples/SPDXYAMLExample-2.2.spdx.yaml';
// Written in the shape of SPDX 2.0, which had no JSON schema: no version where 2.2 has it.
const olderShape = /missing_component_name\/SPDX(?:Json|Yaml)Example/;

if (folder) {
  const bytesOf = (file: string) => readFileSync(path.join(folder, file));
  const read = (file: string) => readSbom(bytesOf(file), file);

  describe('one model in every serialisation', () => {
    test.each<[string, string, string, string | null]>([
      [
        'spdx-spec-2.2.2/examples',
        'SPDXJSONExample-v2.2.spdx.json',
        'SPDXTagExample-v2.2.spdx',
        'SPDXYAMLExample-2.2.spdx.yaml',
      ],
      ['spdx-spec-2.3/examples', 'SPDXJSONExample-v2.2.spdx.json', 'SPDXTagExample-v2.2.spdx', null],
      ...['no_elements_missing', 'missing_supplier_name', 'missing_dependency_relationships', 'missing_timestamp'].map(
        (set): [string, string, string, string] => [
          `ntia-minimum-elements/${set}`,
          'SPDXJSONExample-v2.3.spdx.json',
          'SPDXTagExample-v2.3.spdx',
          'SPDXYAMLExample-v2.3.spdx.yaml',
        ],
      ),
    ])('%s', async (set, json, tags, yaml) => {
      const model = modelOf(await read(`${set}/${json}`));

      expect(model.parts.length).toBeGreaterThan(0);
      expect(modelOf(await read(`${set}/${tags}`))).toEqual(model);
      if (yaml) expect(modelOf(await read(`${set}/${yaml}`))).toEqual(model);
    });

    test('the ledger: what is no YAML is refused with its line', async () => {
      expect((await read(noYaml)).errors).toMatchObject([{ rule: 'spdx-not-yaml', place: 'line 322' }]);
    });
  });

  test('a Yocto image in SPDX 3 has as many parts and statements as its text', async () => {
    const file = 'yocto/example/spdx3/core-image-minimal-qemux86-64.rootfs.spdx.json';
    const text = bytesOf(file).toString();
    const count = (like: RegExp) => text.match(like)?.length ?? 0;

    const { parts, statements, errors, problems, head, edges } = await read(file);

    expect(errors).toEqual([]);
    expect(problems).toEqual([]);
    const packages = parts.filter(
      ({ place, kind, purpose }) => place !== '' && (purpose === 'source' || kind === 'other'),
    );
    // Two images come out of the last builds: a file system and an archive.
    expect(parts).toHaveLength(count(/"type":\s*"software_Package"/g) + 2);
    expect(packages.filter(({ purpose }) => purpose === 'source')).toHaveLength(103);
    expect(statements).toHaveLength(count(/"type":\s*"security_Vex\w+VulnAssessmentRelationship"/g));
    expect(statements.filter(({ status }) => status === 'fixed')).toHaveLength(count(/"fixedIn"/g));
    expect(statements.every(({ vulnerability }) => /^CVE-\d{4}-\d+$/.test(vulnerability))).toBe(true);
    expect(parts.flatMap(({ cpes }) => cpes)).toHaveLength(count(/"externalIdentifierType":\s*"cpe23"/g));
    expect(edges.filter(({ from, kind }) => from === head?.subject && kind === 'contains')).toHaveLength(
      count(/"software_primaryPurpose":\s*"install"/g),
    );
  });

  describe('every shared document is read or refused with a place', () => {
    const files = globSync(
      '{docfest,spdx-examples,spdx-spec-*,three-tools,ntia-minimum-elements,yocto,buildroot,esp-idf}/**/*.*',
      {
        cwd: folder,
      },
    ).filter((file) =>
      /(?:spdx|SPDX|esp-idf\/agg|buildroot|doc_fest).*\.(?:json|spdx|tag|ya?ml|rdf|xml|csv)$/.test(file),
    );

    test.each(files.filter((file) => !/schema|context|cdx|pull_request/.test(file)))('%s', async (file) => {
      const isNone = /nexB\/.*\.json$|invalid|grype_spdx/.test(file);
      if (isNone) return expect(read(file)).rejects.toThrow('No reader');
      const { errors, parts } = await read(file);

      const isRefused =
        /\.xml$|\.rdf$|missing_unique_identifiers/.test(file) || file === noYaml || olderShape.test(file);
      expect({ file, errors: errors.length }).toEqual({ file, errors: isRefused ? 1 : 0 });
      for (const { place } of errors) expect(place).toMatch(/line \d+|\$/);
      if (isRefused) expect(parts).toEqual([]);
    });
  });

  test.each(['manifest.csv', 'manifest_simple.csv', 'raspi_manifest.csv'])(
    'buildroot/%s has a part for each line',
    async (file) => {
      const lines = bytesOf(`buildroot/${file}`).toString().trim().split('\n').slice(1);
      const names = lines.map((line) => line.split(',')[0]?.replaceAll('"', ''));

      const { parts, reader } = await read(`buildroot/${file}`);

      expect(reader).toBe('buildroot');
      expect(parts.map(({ name }) => name)).toEqual(names);
    },
  );

  test.each(globSync('esp-idf/aggregated_manifests/*.yml', { cwd: folder }))(
    '%s has a part for each manifest',
    async (file) => {
      const text = bytesOf(file).toString();

      const { parts, statements } = await read(file);

      expect(parts).toHaveLength(text.match(/^- dest:/gm)?.length ?? 0);
      expect(parts.map(({ version }) => version)).not.toContain(null);
      expect(parts.map(({ name }) => name)).not.toContain('');
      expect(statements).toHaveLength(text.match(/^ +- cve:/gm)?.length ?? 0);
      expect(parts.flatMap(({ cpes }) => cpes).join()).not.toContain('{}');
    },
  );

  describe('docfest: as many packages as the text names', () => {
    test.each(globSync('docfest/**/*.spdx.json', { cwd: folder }))('%s', async (file) => {
      const { packages = [] } = JSON.parse(bytesOf(file).toString());

      const { parts } = await read(file);

      expect(packagesOf(parts)).toEqual(packages.map(({ name }: { name: string }) => name));
    });

    test.each(globSync('docfest/**/*.tag', { cwd: folder }))('%s', async (file) => {
      const names = [
        ...bytesOf(file)
          .toString()
          .matchAll(/^PackageName: *(.+?)\r?$/gm),
      ].map(([, name]) => name);

      const { parts } = await read(file);

      expect(names.length).toBeGreaterThan(0);
      expect(packagesOf(parts)).toEqual(names);
    });
  });

  describe('the same example in SPDX 2 and SPDX 3 has the same packages', () => {
    const examples = globSync('spdx-examples/software/*/spdx2.*/*.{json,spdx}', { cwd: folder }).flatMap((older) => {
      const stem = older.replace(/spdx2\.\d/, 'spdx3.0').replace(/(?:\.spdx)?(?:\.json)?$/, '');
      const newer = globSync(`${stem}{.json,.spdx3.json}`, { cwd: folder });
      return newer.map((file): [string, string] => [older, file]);
    });
    // The examples themselves differ: in SPDX 3 the archive of Go and one of three modules are no packages any more.
    const differing = /example7-(?:golang|third-party)/;

    test.each(examples.filter(([older]) => !differing.test(older)))('%s and %s', async (older, newer) => {
      const of = async (file: string) =>
        (await read(file)).parts
          .filter(isPackage)
          .map(({ name, version }) => `${name} ${version}`)
          .toSorted();

      expect(await of(newer)).toEqual(await of(older));
    });

    test('there are 21 such pairs', () => {
      expect(examples).toHaveLength(21);
    });
  });
}

const isPackage = ({ kind }: SbomPart) => kind !== 'file';
const packagesOf = (parts: SbomPart[]) => parts.filter(isPackage).map(({ name }) => name);
