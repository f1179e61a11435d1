import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../test/shared.ts';
import { scoreOf } from '../formats/cvss/index.ts';
import { differingScores } from './differing-scores.ts';
import { readPaths } from './reading/read-paths.ts';
import type { Statement } from './statement.ts';

const sets = { cve: sharedData('cve'), osv: sharedData('osv'), jvn: sharedData('jvn') };

/** Published otherwise than FIRST computes from their own vector: temporal scores as base scores, and scores of 3.0 under 3.1. */
const known = `
  CVE-2022-41328 fortinet 3.1 CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H/E:F/RL:X/RC:C 6.5 computed 6.7
  CVE-2022-42475 fortinet 3.1 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:U/RC:C 9.3 computed 9.8
  CVE-2023-27997 fortinet 3.1 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:F/RL:X/RC:R 9.2 computed 9.8
  CVE-2024-21762 fortinet 3.1 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:H/RL:W/RC:C 9.6 computed 9.8
  CVE-2024-42366 GitHub_M 3.1 CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:H/A:H 9.1 computed 9
  CVE-2024-45798 GitHub_M 3.1 CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H 10 computed 9.9`;

async function statementsIn(folder: string): Promise<Statement[]> {
  const statements: Statement[] = [];
  for await (const one of readPaths([folder])) {
    const reading = one.kind === 'record' ? one.read() : null;
    if (reading && 'statement' in reading) statements.push(reading.statement);
  }
  return statements;
}

describe.runIf(sets.cve && sets.osv && sets.jvn)('the scores of all shared records', async () => {
  const folders = Object.values(sets).filter((folder) => folder !== null);
  const statements = (await Promise.all(folders.map(statementsIn))).flat();
  const scores = statements.flatMap((statement) => statement.scores.map((score) => ({ ...score, statement })));

  test('every version is among them, and no vector is without a score that the library computes', () => {
    const counts = Object.groupBy(scores, ({ version }) => version);

    expect(Object.fromEntries(Object.entries(counts).map(([version, all]) => [version, all?.length]))).toEqual({
      ...{ '2.0': 122, '3.0': 228, '3.1': 1_579, '4.0': 174 },
    });
    expect(scores.filter(({ vector }) => scoreOf(vector) === null)).toEqual([]);
    expect(scores.filter(({ vector, version }) => scoreOf(vector)?.version !== version)).toEqual([]);
  });

  test('what is published is what is computed, except for these, which are told', () => {
    const told = statements.flatMap(({ externalId, scores: of }) =>
      differingScores(of).map(
        ({ by, version, vector, published, computed }) =>
          `${externalId} ${by} ${version} ${vector} ${published} computed ${computed}`,
      ),
    );
    const differing = scores.filter(({ vector, score }) => score !== null && scoreOf(vector)?.score !== score);

    expect(told.sort()).toEqual(known.trim().split(/\n\s+/));
    expect(differing.map(({ statement }) => statement.externalId).sort()).toEqual(
      told.map((line) => line.split(' ')[0]),
    );
  });

  test('the published number is kept as it is written, each metric of a CVE record once', () => {
    const read = new Map(statements.filter(({ source }) => source === 'cve').map((one) => [one.externalId, one]));
    const files = globSync('**/CVE-*.json', { cwd: path.join(sets.cve as string, 'cve5') });
    let compared = 0;
    for (const file of files) {
      const record = JSON.parse(readFileSync(path.join(sets.cve as string, 'cve5', file), 'utf8')) as RawRecord;
      const containers = [record.containers.cna, ...(record.containers.adp ?? [])];
      const written = containers.flatMap(({ metrics = [] }) =>
        metrics.flatMap((metric) =>
          Object.entries(metric).flatMap(([key, value]) =>
            key.startsWith('cvssV') ? [`${(value as RawScore).vectorString} ${(value as RawScore).baseScore}`] : [],
          ),
        ),
      );
      const { cveId, state } = record.cveMetadata;
      const kept = read.get(cveId)?.scores.map(({ vector, score }) => `${vector} ${score}`) ?? [];
      if (state === 'PUBLISHED') expect(kept.sort(), cveId).toEqual(written.sort());
      compared += written.length;
    }
    expect(compared).toBe(1_923);
  });
});

type RawScore = { vectorString: string; baseScore: number };
type RawRecord = {
  cveMetadata: { cveId: string; state: string };
  containers: Record<'cna', { metrics?: object[] }> & { adp?: { metrics?: object[] }[] };
};
