import { describe, expect, test } from 'vitest';
import {
  edge,
  everything,
  exportForms,
  head,
  openssl,
  part,
  readBack,
  release,
  written,
} from '../../../test/sbom-exporting.ts';
import { checkItems } from './check.ts';
import { outlineOf } from './outline.ts';
import type { SbomEdge, SbomItem } from './parts.ts';

const edgesOf = async (items: SbomItem[], told: (edge: SbomEdge) => boolean = () => true): Promise<string[]> => {
  const { edges, subjectRef } = await outlineOf(items);
  const nameOf = (ref: string) => (ref === subjectRef ? 'the release' : ref);
  return edges
    .filter(told)
    .map(({ from, to, kind }) => `${nameOf(from)} ${kind} ${nameOf(to)}`)
    .sort();
};

describe.each(exportForms)('%s', (form) => {
  test('the same gives the same bytes', async () => {
    expect(await written(form, everything)).toBe(await written(form, everything));
  });

  test('a document that tells everything comes back', async () => {
    const back = await readBack(await written(form, everything));

    const problems = back.flatMap((item) => (item.is === 'problem' ? [item.problem] : []));
    expect(problems).toEqual([]);
    const { head: readHead, subject, parts } = await outlineOf(back);
    expect(readHead).toMatchObject({ createdAt: '2026-11-23T12:00:00Z', authors: [release.maker], tools: ['Mamori'] });
    expect(subject).toMatchObject({
      name: 'MR-1167',
      version: '1.4.7',
      kind: 'firmware',
      supplier: release.maker,
      cpes: ['cpe:2.3:h:minato:mr-1167:*:*:*:*:*:*:*:*'],
      hashes: { SHA256: 'ab'.repeat(32) },
    });
    const ssl = [...parts.values()].find(({ name }) => name === 'openssl');
    expect(ssl).toMatchObject({ ...openssl, kind: 'library', purpose: 'shipped' });
  });

  test('a release of nothing is a document as well', async () => {
    const { parts, subject } = await outlineOf(await readBack(await written(form, [])));

    expect(subject?.name).toBe('MR-1167');
    expect(parts.size).toBe(0);
  });

  test('a circle and a chain of 10,000 parts end', async () => {
    const refs = Array.from({ length: 10_000 }, (_, index) => `part-${index}`);
    const chain = refs.slice(1).map((ref, index) => edge(`part-${index}`, 'contains', ref));
    const items = [...refs.map((ref) => part(ref)), ...chain, edge('part-9999', 'contains', 'part-0')];

    const back = await readBack(await written(form, items));

    expect((await outlineOf(back)).parts.size).toBe(10_000);
  }, 60_000);
});

test('CycloneDX keeps which part stands in which, and what the product depends on', async () => {
  const back = await readBack(await written('CycloneDX 1.6 JSON', everything));

  expect(await edgesOf(back)).toEqual([
    'os contains ssl',
    'os contains web',
    'own depends-on compiler',
    // What stands at the top can only be depended on.
    'the release depends-on no identity',
    'the release depends-on os',
    'the release depends-on own',
    'web contains maybe',
    'web depends-on ssl',
  ]);
});

test('a part that two contain stands in one and is needed by the other', async () => {
  const items = [part('a'), part('b'), part('c'), edge('a', 'contains', 'c'), edge('b', 'contains', 'c')];

  const back = await readBack(await written('CycloneDX 1.7 XML', items));

  expect(await edgesOf(back, ({ from }) => from !== 'release')).toEqual(['a contains c', 'b depends-on c']);
});

test('SPDX says relations and purposes in its own words', async () => {
  const spdx = JSON.parse(await written('SPDX 2.3 JSON', everything)) as { relationships: Record<string, string>[] };

  const said = spdx.relationships.map((one) =>
    [one.spdxElementId, one.relationshipType, one.relatedSpdxElement].join(' '),
  );
  expect(said).toEqual([
    'SPDXRef-DOCUMENT DESCRIBES SPDXRef-product',
    'SPDXRef-product CONTAINS SPDXRef-os',
    'SPDXRef-os CONTAINS SPDXRef-ssl',
    'SPDXRef-os CONTAINS SPDXRef-web',
    'SPDXRef-web DEPENDS_ON SPDXRef-ssl',
    'SPDXRef-maybe OPTIONAL_COMPONENT_OF SPDXRef-web',
    'SPDXRef-compiler BUILD_DEPENDENCY_OF SPDXRef-own',
    'SPDXRef-product DEPENDS_ON SPDXRef-own',
    'SPDXRef-product CONTAINS SPDXRef-no-identity',
  ]);
});

test('SPDX explains every licence that is none of its list', async () => {
  const spdx = JSON.parse(await written('SPDX 2.3 JSON', everything)) as {
    packages: { name: string; licenseDeclared: string }[];
    hasExtractedLicensingInfos: object[];
  };

  const own = spdx.packages.find(({ name }) => name === 'own');
  expect(own?.licenseDeclared).toBe('LicenseRef-name AND LicenseRef-own AND MIT');
  expect(spdx.hasExtractedLicensingInfos).toEqual([
    { licenseId: 'LicenseRef-name', name: '自社ライセンス', extractedText: '自社ライセンス' },
    { licenseId: 'LicenseRef-own', name: 'LicenseRef-own', extractedText: 'LicenseRef-own' },
  ]);
});

test.each([
  ['not_affected', 'code_not_reachable', null, { state: 'not_affected', justification: 'code_not_reachable' }],
  ['NOT_AFFECTED', 'CODE_NOT_PRESENT', null, { state: 'not_affected', justification: 'code_not_present' }],
  ['affected', null, 'update', { state: 'exploitable', detail: 'update' }],
  ['not_affected', 'vulnerableCodeNotPresent', null, { state: 'not_affected', justification: 'code_not_present' }],
  ['undecided', 'because', 'soon', { detail: 'undecided: because: soon' }],
])('a statement %s, %s becomes CycloneDX', async (status, justification, detail, analysis) => {
  const statement = { vulnerability: 'CVE-2026-1', refs: ['ssl'], status, justification, detail };

  const text = await written('CycloneDX 1.6 JSON', [part('ssl'), { is: 'statement', statement }]);

  expect((JSON.parse(text) as { vulnerabilities: object[] }).vulnerabilities).toEqual([
    { id: 'CVE-2026-1', analysis, affects: [{ ref: 'ssl' }] },
  ]);
});

test('what is exported passes our own check without a gap', async () => {
  const whole = [head(null), part('ssl', openssl)];

  for (const form of exportForms) {
    async function* items() {
      yield* await readBack(await written(form, whole));
    }
    const { missingElements, problems } = await checkItems(form, items());
    expect({ form, missingElements, problems }).toEqual({ form, missingElements: [], problems: [] });
  }
});
