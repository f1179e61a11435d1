import { expect, test } from 'vitest';
import { bestName, groupNames } from './group-names.ts';

const record = (recordId: number, names: string, vulnerabilityId: number | null = null) => ({
  recordId,
  names: names.split(' '),
  vulnerabilityId,
});

test('records that share a name are one vulnerability, over any number of steps', () => {
  const { groups, regroupings } = groupNames([
    record(1, 'CVE-2021-1'),
    record(2, 'GHSA-x JVNDB-2'),
    record(3, 'JVNDB-2 CVE-2021-1'),
    record(4, 'CVE-2021-2'),
  ]);

  expect(groups).toEqual([
    { recordIds: [1, 2, 3], names: ['CVE-2021-1', 'GHSA-x', 'JVNDB-2'], vulnerabilityId: null },
    { recordIds: [4], names: ['CVE-2021-2'], vulnerabilityId: null },
  ]);
  expect(regroupings).toEqual([]);
});

test('a record that joins two groups leaves the older one, and the merge is told', () => {
  const { groups, regroupings } = groupNames([
    record(1, 'CVE-2021-1', 7),
    record(2, 'GHSA-x', 3),
    record(3, 'GHSA-x CVE-2021-1'),
  ]);

  expect(groups).toMatchObject([{ recordIds: [1, 2, 3], vulnerabilityId: 3 }]);
  expect(regroupings).toEqual([{ how: 'merge', from: 7, group: 0, name: 'CVE-2021-1' }]);
});

test('a record that takes an alias back leaves the group, which goes on where most records are', () => {
  const { groups, regroupings } = groupNames([
    record(1, 'CVE-2021-1', 3),
    record(2, 'CVE-2021-1 JVNDB-2', 3),
    record(3, 'GHSA-x', 3),
  ]);

  expect(groups).toMatchObject([
    { recordIds: [1, 2], vulnerabilityId: 3 },
    { recordIds: [3], vulnerabilityId: null },
  ]);
  expect(regroupings).toEqual([{ how: 'split', from: 3, group: 1, name: 'GHSA-x' }]);
});

test('an advisory that two CVEs share makes them no one vulnerability, in whatever order they come', () => {
  const records = [
    record(1, 'CVE-2021-1 GHSA-x'),
    record(2, 'JVNDB-2 GHSA-x GHSA-y'),
    record(3, 'CVE-2021-2 GHSA-y', 8),
    record(4, 'CVE-2021-2'),
    record(5, 'CVE-2021-3 GHSA-y'),
    record(6, 'GHSA-z CVE-2021-3'),
    record(7, 'GHSA-z PYSEC-1'),
  ];
  const groupsOf = (given: typeof records) =>
    groupNames(given)
      .groups.map(({ recordIds }) => recordIds.toSorted())
      .sort();

  expect(groupsOf(records)).toEqual([[1], [2], [3, 4], [5, 6, 7]]);
  expect(groupsOf(records.toReversed())).toEqual(groupsOf(records));
});

test('a record that names two CVEs makes them one', () => {
  const { groups } = groupNames([
    record(1, 'CVE-2021-1'),
    record(2, 'CVE-2021-2'),
    record(3, 'OWN-1 CVE-2021-1 CVE-2021-2'),
  ]);

  expect(groups).toMatchObject([{ recordIds: [1, 2, 3] }]);
});

test('a vulnerability goes by its CVE, else by its JVN number', () => {
  expect(bestName(['GHSA-x', 'JVNDB-2021-1', 'CVE-2021-2', 'CVE-2021-1'])).toBe('CVE-2021-1');
  expect(bestName(['GHSA-x', 'JVNVU#9', 'JVNDB-2021-1'])).toBe('JVNDB-2021-1');
  expect(bestName(['OSV-2020-1', 'GHSA-x'])).toBe('GHSA-x');
});
