import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCsv } from '#formats/csv';
import { Refusal } from '#platform/errors';
import { freshDatabase } from '../../test/database.ts';
import { explain } from '../matching/explain.ts';
import { loadDemo } from './load-demo.ts';

const { system, db } = await freshDatabase();
const stateFolder = mkdtempSync(path.join(tmpdir(), 'mamori-demo-'));
afterAll(() => rmSync(stateFolder, { recursive: true, force: true }));
const tools = { ...system, house: { ...system.house, stateFolder } };
await loadDemo(tools, 'a password of this test');

const { document } = readCsv(readFileSync(path.join(import.meta.dirname, 'truth.csv')));
const lines = document.rows.map(({ cells }) => {
  const [release = '', component = '', version = '', cve = '', expected = '', source = '', checked = ''] = cells;
  return { release, component, version, cve, expected, source, checked };
});

const rows = await db
  .selectFrom('release_component as rc')
  .innerJoin('component as c', 'c.id', 'rc.component_id')
  .innerJoin('release as r', 'r.key', 'rc.release_key')
  .innerJoin('model as m', 'm.id', 'r.model_id')
  .leftJoin('hardware_revision as h', 'h.id', 'r.hardware_id')
  .select([
    'r.id',
    'm.name as model',
    'r.version',
    'h.name as hardware',
    'c.id as componentId',
    'c.name',
    'c.version as of',
  ])
  .execute();
const places = new Map(
  rows.flatMap(({ id, model, version, hardware, componentId, name, of }) =>
    [`${model} ${version}`, `${model} ${version} ${hardware}`].map(
      (release) => [`${release}, ${name} ${of ?? ''}`, { id, component: componentId }] as const,
    ),
  ),
);

/** What the engine says; where no record is about the component it does not apply. */
async function resultOf({ release, component, version, cve }: (typeof lines)[number]): Promise<string> {
  const place = places.get(`${release}, ${component} ${version}`);
  if (!place) return 'no such component there';
  try {
    const { match, evidence } = await explain(tools, { ...place, name: cve });
    return match === 'may-apply' ? `${match} (${evidence?.decided.reason})` : match;
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'not-found') return 'does-not-apply';
    throw problem;
  }
}

test('what was read in the records by plain comparison is what the engine says, line by line', async () => {
  const wrong: string[] = [];
  for (const line of lines) {
    const result = await resultOf(line);
    if (result.split(' (')[0] !== line.expected)
      wrong.push(
        `${line.release}, ${line.component} ${line.version}, ${line.cve}: ${line.expected} by ${line.source}, but ${result}`,
      );
  }

  expect(wrong).toEqual([]);
}, 120_000);

test('the truth has more than 210 lines, 60 of them near misses, each with its source and the day it was checked', () => {
  expect(lines.length).toBeGreaterThanOrEqual(210);
  expect(lines.filter(({ expected }) => expected === 'does-not-apply').length).toBeGreaterThanOrEqual(60);
  expect(lines.filter(({ source, checked }) => source === '' || !/^\d{4}-\d\d-\d\d$/.test(checked))).toEqual([]);
});

test('whatever the truth speaks of is known to the demonstration', async () => {
  const known = new Set((await db.selectFrom('vulnerability').select('name').execute()).map(({ name }) => name));

  expect(lines.filter(({ cve }) => !known.has(cve))).toEqual([]);
});
