import { expect, test } from 'vitest';
import { type KevEntry, readKevCsv, readKevEntry, readKevJson } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const columns = [
  'cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate',
  'knownRansomwareCampaignUse,notes,cwes',
].join(',');
const rows = [
  'CVE-2026-1001,Example,Router,"Example Router, Injection",2026-11-01,A flaw.,Update.,2026-11-22,Known,,"CWE-78, CWE-20"',
  'CVE-2026-10,Example,Router,Too short,2026-11-01,,,,Unknown,,',
  'CVE-2026-1002,Example,Router,No such day,2026-02-30,,,,Unknown,,',
  'CVE-2026-1003,Example,Router,No such due day,2026-11-01,,,soon,Unknown,,',
  'CVE-2026-1004,Example,Router,One cell less,2026-11-01,,,,Unknown,',
  'CVE-2026-1005,Example,Camera,No due day,2026-11-03,,,,Unknown,,',
];

function outcomes(pieces: { place: string; value: unknown }[]) {
  const read = pieces.map(({ place, value }) => ({ place, read: readKevEntry(value) }));
  return {
    entries: read.flatMap((one): KevEntry[] => ('document' in one.read ? one.read.document : [])),
    problems: read.flatMap(({ place, read: one }) =>
      'problems' in one ? one.problems.map(({ path }) => `${place}${path}`) : [],
    ),
  };
}

test('a row that is wrong is a problem with its line and its column, and the others are read', () => {
  const { entries: pieces, problems } = readKevCsv(bytesOf([columns, ...rows].join('\r\n')));
  const read = outcomes(pieces);

  expect(read.entries.map(({ cve, dueOn, ransomware, weaknesses }) => [cve, dueOn, ransomware, weaknesses])).toEqual([
    ['CVE-2026-1001', '2026-11-22', 'known', ['CWE-78', 'CWE-20']],
    ['CVE-2026-1005', null, 'unknown', []],
  ]);
  expect(read.problems).toEqual(['line 3/cveID', 'line 4/dateAdded', 'line 5/dueDate']);
  expect(problems).toMatchObject([{ path: 'line 6', rule: 'ragged-row' }]);
});

test('the same catalogue says the same in JSON', () => {
  const csv = readKevCsv(bytesOf([columns, ...rows.filter((_, at) => at !== 4)].join('\n'))).entries;
  const vulnerabilities = csv.map(({ value }) => ({
    ...(value as object),
    cwes: (value as { cwes: string }).cwes.split(', ').filter(Boolean),
  }));
  const json = readKevJson(bytesOf(JSON.stringify({ title: 'KEV', vulnerabilities })));
  if ('problems' in json) throw new Error('not read');

  expect(outcomes(json.document).entries).toEqual(outcomes(csv).entries);
  expect(outcomes(json.document).problems).toEqual([
    '/vulnerabilities/1/cveID',
    '/vulnerabilities/2/dateAdded',
    '/vulnerabilities/3/dueDate',
  ]);
});

test.each([
  ['without a column', columns.replace('dateAdded', 'added'), 'There is no column dateAdded'],
  ['with one twice', columns.replace('notes', 'dateAdded'), '"dateAdded" already names column 5'],
])('a table %s has no entries', (_, header, message) => {
  const { entries, problems } = readKevCsv(bytesOf([header, rows[0]].join('\n')));

  expect(entries).toEqual([]);
  expect(problems).toMatchObject([{ message }]);
});

const enisa = { cveID: 'CVE-2026-1001', vendorProject: 'Example', product: 'Router', dateReported: '17/01/25' };
const vulnCheck = {
  ...{ cve: ['CVE-2026-1001', 'CVE-2026-1002'], vendorProject: 'Example', product: 'Router', vulnerabilityName: 'X' },
  date_added: '2026-10-19T23:30:00Z',
};

test.each([
  [enisa, [['CVE-2026-1001', 'EU KEV', '2025-01-17']]],
  [
    vulnCheck,
    [
      ['CVE-2026-1001', 'VulnCheck KEV', '2026-10-19'],
      ['CVE-2026-1002', 'VulnCheck KEV', '2026-10-19'],
    ],
  ],
])('other catalogues have days of their own', (value, expected) => {
  expect(outcomes([{ place: '', value }]).entries.map((one) => [one.cve, one.catalogue, one.addedOn])).toEqual(
    expected,
  );
});

test.each([
  [{ ...enisa, dateReported: '31/02/25' }, '/dateReported'],
  [{ ...enisa, dateReported: '2025-01-17 or so' }, '/dateReported'],
  [{ ...vulnCheck, date_added: 'recently' }, '/date_added'],
  [{ ...vulnCheck, cve: ['CVE-2026-1001', 'CVE-x'] }, '/cve/1'],
  ['CVE-2026-1001', ''],
])('%j is refused at %s', (value, path) => {
  expect(readKevEntry(value)).toMatchObject({ problems: [{ path, rule: 'wrong-shape' }] });
});
