import { expect, test } from 'vitest';
import type { Version } from '#formats/cve5';
import { versionsOf } from './cve5-versions.ts';
import type { Range } from './statement.ts';

const textOf = ({ status, from, to }: Range) =>
  `${status} ${from ? `${from.included ? '[' : '('}${from.version}` : '('},${to ? `${to.version}${to.included ? ']' : ')'}` : ')'}`;

function said(version: Partial<Version>) {
  const { ranges, ...words } = versionsOf([{ version: '0', status: 'affected', changes: [], ...version }]);
  return { ranges: ranges.map(textOf), ...words };
}
const nothing = { ranges: [], unread: [], exceptions: [], commits: [] };
const change = (at: string, status: string) => ({ at, status });

test.each<[Partial<Version>, string[]]>([
  [{ version: '1.0', lessThan: '2.0' }, ['affected [1.0,2.0)']],
  [{ version: '1.0', lessThanOrEqual: '2.0' }, ['affected [1.0,2.0]']],
  [{ version: '5.10', lessThanOrEqual: '5.10.*' }, ['affected [5.10,5.10.*]']],
  [{ version: 'unspecified', lessThan: '2.0' }, ['affected (,2.0)']],
  [{ version: '1.0', lessThan: 'unspecified' }, ['affected [1.0,)']],
  [{ version: 'next of 1.0', lessThan: '2.0' }, ['affected (1.0,2.0)']],
  [{ version: '1.0' }, ['affected [1.0,1.0]']],
  [{ version: '0' }, ['affected (,)']],
  [{ version: '*' }, ['affected (,)']],
  [{ version: 'n/a' }, []],
  [{ version: '1.0', lessThan: '*', status: 'unaffected' }, ['unaffected [1.0,)']],
  [{ version: '0', lessThan: '1.0', status: 'unaffected' }, ['unaffected (,1.0)']],
  [{ version: '0', status: 'unaffected' }, ['unaffected [0,0]']],
  [{ version: 'next of 1.0', lessThan: '*', status: 'unaffected' }, ['unaffected (1.0,)']],
  [
    { version: '1.0', changes: [change('1.2', 'unaffected'), change('2.0', 'affected')] },
    ['affected [1.0,1.2)', 'unaffected [1.2,2.0)', 'affected [2.0,)'],
  ],
  [
    { version: 'n/a', lessThan: '2.0', changes: [change('1.2', 'unaffected')] },
    ['affected (,1.2)', 'unaffected [1.2,2.0)'],
  ],
])('%j is %j', (version, ranges) => {
  expect(said(version)).toEqual({ ...nothing, ranges });
});

test.each<[Partial<Version>, Partial<typeof nothing> | object]>([
  // Words about affected versions are for the grammar.
  [{ version: '1.2 and earlier' }, { unread: ['1.2 and earlier'] }],
  [{ version: 'unspecified', lessThan: '2.0 HF3' }, { unread: ['< 2.0 HF3'] }],
  // An order that the record names and in which a bound has no place is no other order.
  [{ lessThan: '2:2.10-21ubuntu0.1', versionType: 'semver' }, { unread: ['semver: < 2:2.10-21ubuntu0.1'] }],
  [{ version: 'FW13', versionType: 'semver' }, { unread: ['semver: FW13'] }],
  [
    { version: '1.0', lessThan: 'FW13', versionType: 'semver', status: 'unaffected' },
    { exceptions: ['semver: 1.0 < FW13'] },
  ],
  // Words about versions that are not affected make nothing safe.
  [{ version: '4.6 Patch 519', status: 'unaffected' }, { exceptions: ['4.6 Patch 519'] }],
  [{ version: '1.0', lessThan: '2.0 HF3', status: 'unaffected' }, { exceptions: ['1.0 < 2.0 HF3'] }],
  [{ version: 'unspecified', lessThan: '2.0', status: 'unaffected' }, { exceptions: ['< 2.0'] }],
  [{ version: '1.0', lessThan: 'unspecified', status: 'unaffected' }, { exceptions: ['1.0 < unspecified'] }],
  [{ version: 'n/a', status: 'unaffected' }, {}],
  // What is neither, or becomes neither, is for a person too.
  [{ version: '1.0', lessThan: '2.0', status: 'unknown' }, { unread: ['unknown: 1.0 < 2.0'] }],
  [{ version: '1.0', changes: [change('1.2', 'unknown')] }, { unread: ['affected: 1.0; 1.2: unknown'] }],
  [
    { version: '1.0', status: 'unaffected', changes: [change('HF 3', 'affected')] },
    { unread: ['unaffected: 1.0; HF 3: affected'] },
  ],
])('%j waits for a person: %j', (version, words) => {
  expect(said(version)).toEqual({ ...nothing, ...words });
});

test.each([
  { version: 'fcb3635f5018', lessThan: '8bd3eee7720c', versionType: 'git' },
  { version: 'fcb3635f5018', lessThan: '8bd3eee7720c', versionType: 'custom' },
])('commits are never versions: %j', (version) => {
  expect(said(version)).toEqual({ ...nothing, commits: [{ introduced: 'fcb3635f5018', fixed: '8bd3eee7720c' }] });
  expect(said({ ...version, status: 'unaffected' })).toEqual(nothing);
});
