import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelOf as modelAsWritten, readSbom, type Sbom } from '../../../test/sbom-reading.ts';
import { sharedData } from '../../../test/shared.ts';

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

  test.each(['3.20', '3.21'])('three tools see the same packages in alpine %s', async (version) => {
    const of = async (file: string) => {
      const { parts } = await read(`three-tools/test-data/alpine_${version}_${file}`);
      const found = parts.filter(({ purl }) => purl?.startsWith('pkg:apk/'));
      return found.map(({ purl }) => purl?.replace(/[?#].*$/, '')).toSorted();
    };
    const expected = await of('syft.spdx.json');

    expect(expected.length).toBeGreaterThan(10);
    expect(await of('syft.cdx.json')).toEqual(expected);
    expect(await of('trivy.spdx.json')).toEqual(expected);
    expect(await of('trivy.cdx.json')).toEqual(expected);
  });
}
