import { expect, test } from 'vitest';
import type { JvnProduct, JvnRecord } from '#formats/vuldef';
import { statementOfVuldef } from './from-vuldef.ts';
import { groupNames } from './group-names.ts';
import type { Criterion } from './statement.ts';

const aRecord = (id: string, ids: string[], facts: Partial<JvnRecord> = {}): JvnRecord => ({
  ...{
    id,
    isWhole: true,
    language: 'ja',
    title: '見本',
    overview: '',
    impact: '',
    measures: '',
    affected: [],
    scores: [],
  },
  ...{ weaknesses: [], publishedAt: null, updatedAt: null },
  related: ids.map((one) => ({ source: '', id: one, url: '' })),
  ...facts,
});

test.each([
  [['CVE-2026-1001', 'JVN#90000001'], ['CVE-2026-1001'], ['JVN#90000001']],
  [['CVE-2026-1001', 'JVNVU#90000001', 'JVNTA#90000002'], ['CVE-2026-1001'], ['JVNVU#90000001', 'JVNTA#90000002']],
  [['JVNTA11-102A', 'JVNVU#276432'], [], ['JVNTA11-102A', 'JVNVU#276432']],
  [['CVE-2026-1001', 'CVE-2026-1002'], [], ['CVE-2026-1001', 'CVE-2026-1002']],
  [['CVE-2026-1001', 'JPCERT-AT-2026-0001', 'CWE-78'], ['CVE-2026-1001'], []],
])('a record that tells of %j', (ids, names, related) => {
  expect(statementOfVuldef(aRecord('JVNDB-2026-000001', ids))).toMatchObject({
    names: ['JVNDB-2026-000001', ...names],
    related,
  });
});

const aProduct = (facts: Partial<JvnProduct>): JvnProduct => ({
  ...{ vendor: '見本電機', product: 'SampleCam', cpes: [], versions: [], status: 'vulnerable', ...facts },
});

test.each<[Partial<JvnProduct>, Partial<Criterion>]>([
  [
    { versions: ['1.2 以前'] },
    { ranges: [expect.objectContaining({ status: 'affected', to: { version: '1.2', included: true } })] as never },
  ],
  [
    { status: 'not-vulnerable' },
    { ranges: [expect.objectContaining({ status: 'unaffected', from: null, to: null })] as never, unread: [] },
  ],
  [
    { status: 'not-vulnerable', versions: ['1.2 以前'] },
    { ranges: [], unread: [], exceptions: ['1.2 以前'] },
  ],
  [
    { status: 'unknown', versions: ['1.2 以前'] },
    { ranges: [], unread: ['影響の有無が不明: 1.2 以前'] },
  ],
  [{ status: 'unknown' }, { ranges: [], unread: [], otherVersions: 'unknown' }],
])('a product that is %j', (facts, expected) => {
  const { criteria } = statementOfVuldef(
    aRecord('JVNDB-2026-000001', ['CVE-2026-1001'], { affected: [aProduct(facts)] }),
  );

  expect(criteria).toMatchObject([expected]);
});

test('a product of nobody in particular goes by its name', () => {
  const affected = [aProduct({ cpes: ['cpe:/a:misc:samplecam_app'] }), aProduct({ cpes: ['cpe:/h:mihon:samplecam'] })];

  const { criteria } = statementOfVuldef(aRecord('JVNDB-2026-000001', [], { affected }));

  expect(criteria.map(({ product }) => product)).toEqual([
    { space: 'name', vendor: '見本電機', product: 'SampleCam' },
    { space: 'cpe', part: 'h', vendor: 'mihon', product: 'samplecam' },
  ]);
});

test('words that are tied to one of the CVEs of a record count', () => {
  const affected = [aProduct({ versions: ['Ver.1.2より前のバージョン（CVE-2026-1002）'] })];

  const { criteria } = statementOfVuldef(
    aRecord('JVNDB-2026-000001', ['CVE-2026-1001', 'CVE-2026-1002'], { affected }),
  );

  expect(criteria).toMatchObject([{ ranges: [{ to: { version: '1.2', included: false } }] }]);
});

test.each([
  ['** 削除 ** 本番号は重複しています。', { state: 'rejected', stateReason: '本番号は重複しています。', criteria: [] }],
  ['＊＊ 削除 ＊＊', { state: 'rejected', stateReason: '削除', criteria: [] }],
  ['** 未確定 ** 開発者は脆弱性ではないとしています。', { state: 'published', labels: ['disputed'], criteria: [{}] }],
  ['本件は ** サポート外 ** の製品が対象です。', { labels: ['unsupported-when-assigned'], criteria: [{}] }],
  ['設定を ** 削除 ** する処理に不備があります。', { state: 'published', labels: [], criteria: [{}] }],
  ['脆弱性が存在します。', { state: 'published', stateReason: null, labels: [], criteria: [{}] }],
])('%s', (overview, expected) => {
  expect(statementOfVuldef(aRecord('JVNDB-2026-000001', [], { overview, affected: [aProduct({})] }))).toMatchObject(
    expected,
  );
});

test('two records of one advisory stay two vulnerabilities', () => {
  const statements = [1, 2].map((n) =>
    statementOfVuldef(aRecord(`JVNDB-2026-00000${n}`, [`CVE-2026-100${n}`, 'JVNVU#90000001'])),
  );

  const { groups } = groupNames(statements.map(({ names }, recordId) => ({ recordId, names, vulnerabilityId: null })));

  expect(groups).toHaveLength(2);
});
