import { expect, test } from 'vitest';
import { readOsv } from '#formats/osv';
import { statementOfOsv } from './from-osv.ts';
import type { Statement } from './statement.ts';

function statementOf(record: object): Statement {
  const read = readOsv(
    new TextEncoder().encode(JSON.stringify({ id: 'TEST-2026-1', modified: '2026-11-01T00:00:00Z', ...record })),
  );
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return statementOfOsv(read.document);
}

test.each([
  [{ aliases: ['CVE-2026-1001', 'GHSA-x'] }, ['CVE-2026-1001', 'GHSA-x'], []],
  [{ aliases: ['CVE-2026-1001', 'CVE-2026-1002'] }, [], ['CVE-2026-1001', 'CVE-2026-1002']],
  [{ id: 'CVE-2026-1001', aliases: ['CVE-2026-1002', 'GHSA-x'] }, [], ['CVE-2026-1002', 'GHSA-x']],
  [{ upstream: ['GHSA-x'], related: ['GHSA-y'] }, ['GHSA-x'], ['GHSA-y']],
  [{ upstream: ['CVE-2026-1001', 'UBUNTU-CVE-2026-1001'] }, ['CVE-2026-1001'], ['UBUNTU-CVE-2026-1001']],
  [{ upstream: ['CVE-2026-1001', 'CVE-2026-1002'] }, [], ['CVE-2026-1001', 'CVE-2026-1002']],
  [{ aliases: ['CVE-2026-1001'], upstream: ['UBUNTU-CVE-2026-1002'] }, [], ['CVE-2026-1001', 'UBUNTU-CVE-2026-1002']],
])('a record with %j', (record, names, related) => {
  const statement = statementOf(record);

  expect(statement.names).toEqual([statement.externalId, ...names]);
  expect(statement.related).toEqual(related);
});
