import { beforeEach, expect, test } from 'vitest';
import type { Tools } from '#access';
import { nameMaker } from '#organization';
import { freshDatabase } from '../../test/database.ts';
import { aModel, aRelease, contain } from '../../test/products.ts';
import { aDocument, aPart, comingDocument, withFolder } from '../../test/sbom-bytes.ts';
import { readSbom, type Sbom } from '../../test/sbom-reading.ts';
import { addHandParts } from './change-hand-parts.ts';
import { type SbomForm, sbomForms } from './contract/exports.ts';
import { HandPartInput } from './contract/release-components.ts';
import { correctComponent } from './correct-component.ts';
import { exportSbom } from './export-sbom.ts';
import { takeSbom } from './take-sbom.ts';

const { db, aPerson, reset } = await freshDatabase();
const inFolder = withFolder();
beforeEach(reset);

async function aStage() {
  const { tools } = await aPerson();
  const model = await aModel(db, { name: 'MR-1167' });
  return { tools: inFolder(tools), release: await aRelease(db, { modelId: model.id, version: '1.4.7' }) };
}

const take = (tools: Tools, releaseId: string, document: object) =>
  takeSbom(tools, { releaseId, file: comingDocument(document), origin: 'page' });

async function exported(tools: Tools, id: string, format: SbomForm = 'cyclonedx-1.6-json'): Promise<Sbom> {
  const file = await exportSbom(tools, { id, format, language: 'ja' });
  return readSbom(await file.bytes(), file.name);
}

/** "name version" of every part with what it stands in. */
function tree({ parts, edges }: Sbom): string[] {
  const nameOf = (ref: string) => parts.find((part) => part.ref === ref)?.name ?? ref;
  return parts
    .map(({ ref, name, version }) => {
      const above = edges.find(({ to, kind }) => to === ref && kind === 'contains');
      return `${above ? `${nameOf(above.from)} > ` : ''}${name} ${version}`;
    })
    .sort();
}

const openssl = aPart('openssl', '3.0.3', { licence: 'Apache-2.0' });
const busybox = aPart('busybox', '1.36.1');

test('a release without a document and without parts is exported as itself', async () => {
  const { tools, release } = await aStage();

  const file = await exportSbom(tools, { id: release.id, format: 'cyclonedx-1.6-json', language: 'ja' });

  expect(file.name).toBe('MR-1167_1.4.7.cdx.json');
  expect(file.type).toBe('application/vnd.cyclonedx+json; version=1.6');
  expect(tree(await exported(tools, release.id))).toEqual(['MR-1167 1.4.7']);
});

test('own parts, hand-entered ones and those of modules at any depth stand where they belong', async () => {
  const { tools, release } = await aStage();
  const radio = await aRelease(db, {
    modelId: (await aModel(db, { name: 'WM-1', kind: 'module' })).id,
    version: '2.0',
  });
  const chip = await aRelease(db, { modelId: (await aModel(db, { name: 'CH-9', kind: 'module' })).id, version: '0.9' });
  await contain(db, release, radio);
  await contain(db, radio, chip);
  await take(tools, release.id, aDocument([openssl, busybox], { busybox: ['openssl'] }));
  await take(tools, radio.id, aDocument([aPart('lwip', '2.2.0')]));
  await addHandParts(tools, {
    id: chip.id,
    parts: [HandPartInput.parse({ name: 'bootrom', version: '7', licence: '自社' })],
  });

  const found = await exported(tools, release.id);

  expect(tree(found)).toEqual([
    'CH-9 > bootrom 7',
    'MR-1167 1.4.7',
    'WM-1 2.0',
    'WM-1 > CH-9 0.9',
    'WM-1 > lwip 2.2.0',
    'busybox 1.36.1',
    'openssl 3.0.3',
  ]);
  expect(found.edges.filter(({ kind }) => kind === 'depends-on')).toContainEqual({
    from: 'busybox',
    to: 'openssl',
    kind: 'depends-on',
  });
  // SPDX says it of what stands at the top as well, where nothing else leads to it.
  expect(tree(await exported(tools, release.id, 'spdx-2.3-json'))).toEqual([
    'CH-9 > bootrom 7',
    'MR-1167 1.4.7',
    'MR-1167 > WM-1 2.0',
    'MR-1167 > busybox 1.36.1',
    'WM-1 > CH-9 0.9',
    'WM-1 > lwip 2.2.0',
    'openssl 3.0.3',
  ]);
});

test('a component is named as a person has corrected it', async () => {
  const { tools, release } = await aStage();
  const vulnerabilities = [{ id: 'CVE-2022-0778', analysis: { state: 'resolved' }, affects: [{ ref: 'libssl' }] }];
  await take(tools, release.id, aDocument([{ name: 'libssl', version: '3.0.3' }], {}, { vulnerabilities }));
  const { id } = await db.selectFrom('component').select('id').where('name', '=', 'libssl').executeTakeFirstOrThrow();
  const said = HandPartInput.omit({ licence: true, note: true }).parse({ purl: 'pkg:generic/openssl@3.0.3' });
  await correctComponent(tools, { id, releaseId: null, reason: 'the same', ...said });

  const { parts, statements } = await exported(tools, release.id);

  expect(parts.find(({ ref }) => ref === 'libssl')).toMatchObject({
    name: 'openssl',
    purl: 'pkg:generic/openssl@3.0.3',
  });
  expect(statements.map(({ refs }) => refs)).toEqual([['libssl']]);
});

test('statements about vulnerabilities go along with the refs of their parts', async () => {
  const { tools, release } = await aStage();
  const vulnerabilities = [
    {
      id: 'CVE-2022-0778',
      analysis: { state: 'not_affected', justification: 'code_not_reachable' },
      affects: [{ ref: 'openssl' }],
    },
  ];
  await take(tools, release.id, aDocument([openssl], {}, { vulnerabilities }));

  const { statements } = await exported(tools, release.id);

  expect(statements).toEqual([
    {
      vulnerability: 'CVE-2022-0778',
      refs: ['openssl'],
      status: 'not_affected',
      justification: 'code_not_reachable',
      detail: null,
    },
  ]);
});

test('the company supplies the product, in the language that is asked for', async () => {
  const { tools, release } = await aStage();
  await nameMaker(tools, { nameJa: '港電機', nameEn: 'Minato Electric' });

  const inJapanese = await exported(tools, release.id);
  const file = await exportSbom(tools, { id: release.id, format: 'cyclonedx-1.7-xml', language: 'en' });
  const inEnglish = await readSbom(await file.bytes(), file.name);

  expect([inJapanese.head?.authors, inEnglish.head?.authors]).toEqual([['港電機'], ['Minato Electric']]);
});

test.each(sbomForms)('%s names every part', async (format) => {
  const { tools, release } = await aStage();
  await take(tools, release.id, aDocument([openssl, busybox]));

  const { parts, errors } = await exported(tools, release.id, format);

  expect(errors).toEqual([]);
  const named = parts.map(({ name, version, purl }) => [name, version, purl]);
  expect(named).toEqual(
    expect.arrayContaining([openssl, busybox].map(({ name, version, purl }) => [name, version, purl])),
  );
});

test('a list has a row for each part with its licence and what it stands in', async () => {
  const { tools, release } = await aStage();
  await take(tools, release.id, aDocument([openssl]));

  const file = await exportSbom(tools, { id: release.id, format: 'csv', language: 'ja' });

  expect(file.name).toBe('MR-1167_1.4.7.csv');
  const text = new TextDecoder().decode(await file.bytes());
  expect(text.trim().split('\r\n')).toEqual([
    '部品名,版,供給者,ライセンス,purl,CPE,SHA-256,種類,用途,含んでいる部品,参照名',
    'openssl,3.0.3,,Apache-2.0,pkg:generic/openssl@3.0.3,,,ライブラリ,出荷する,,openssl',
  ]);
});

test('a release that is not there is refused', async () => {
  const { tools } = await aStage();

  const attempt = exportSbom(tools, { id: crypto.randomUUID(), format: 'xlsx', language: 'ja' });

  await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
});
