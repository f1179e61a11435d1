import { expect, test } from 'vitest';
import type { JvnRecord } from '#formats/vuldef';
import { statementOfVuldef } from './from-vuldef.ts';
import { groupNames } from './group-names.ts';

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

test('two records of one advisory stay two vulnerabilities', () => {
  const statements = [1, 2].map((n) =>
    statementOfVuldef(aRecord(`JVNDB-2026-00000${n}`, [`CVE-2026-100${n}`, 'JVNVU#90000001'])),
  );

  const { groups } = groupNames(statements.map(({ names }, recordId) => ({ recordId, names, vulnerabilityId: null })));

  expect(groups).toHaveLength(2);
});
