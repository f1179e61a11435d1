import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { matchReleases } from '../../src/matching/match-releases.ts';
import { bringIn, record, records, vulnerabilities } from './bench-records.ts';
import { loadLargeInventory, type Size } from './large-inventory.ts';
import { type Measured, onServer, seconds } from './on-server.ts';
import { pageFigures } from './page-figures.ts';

/** 1,000 products with 10 releases of 300 components each, before 10,000 vulnerabilities. */
export const bench: Bench = { title: 'Portfolio and vulnerabilities', measure: () => onServer(figuresOf) };

const size: Size = { models: 1_000, releasesEach: 10, names: 20_000 };
const releases = size.models * size.releasesEach;

async function figuresOf(measured: Measured): Promise<Figure[]> {
  const { tools, ownerUrl, drain } = measured;
  await loadLargeInventory(ownerUrl, size);
  const known = await seconds(() => bringIn(measured, records()));
  const matched = await seconds(async () => {
    await matchReleases(
      tools,
      Array.from({ length: releases }, (_, place) => place + 1),
    );
    await drain();
  });
  const { rows } = await countRows(measured);
  return [
    {
      what: `${vulnerabilities} vulnerabilities kept and given their keys, before any release is matched`,
      value: known,
      unit: 's',
    },
    {
      what: `${releases} releases of 300 components matched for the first time, ${rows} exposures`,
      value: matched,
      unit: 's',
    },
    ...(await changeFigures(measured)),
    ...(await pageFigures(measured)),
  ];
}

async function countRows({ tools }: Measured): Promise<{ rows: number }> {
  const { rows } = await tools.db
    .selectFrom('exposure')
    .select(({ fn }) => fn.countAll<string>().as('rows'))
    .executeTakeFirstOrThrow();
  return { rows: Number(rows) };
}

/** From the bytes of a changed record to its exposures, committed. */
async function changeFigures(measured: Measured): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, n] of [
    ['a component in every release', 1],
    ['the same, another time', 41],
    ['a component in few releases', 5_000],
  ] as const) {
    const before = await countRows(measured);
    const taken = await seconds(() => bringIn(measured, [record(n, 49)]));
    const { rows } = await countRows(measured);
    figures.push({
      what: `a changed vulnerability of ${what}: ${rows - before.rows} exposures more, committed`,
      value: taken,
      unit: 's',
      limit: 1,
    });
  }
  return figures;
}
