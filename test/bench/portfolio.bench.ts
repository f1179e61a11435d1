import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { getVulnerability } from '../../src/intelligence/get-vulnerability.ts';
import { beginImport, type Incoming, importRecords } from '../../src/intelligence/import-records.ts';
import { listVulnerabilities } from '../../src/intelligence/list-vulnerabilities.ts';
import { readJsonFile } from '../../src/intelligence/reading/readers.ts';
import { getTrend } from '../../src/matching/get-trend.ts';
import { listChanges } from '../../src/matching/list-changes.ts';
import { countExposures, listExposures, listUnmatched } from '../../src/matching/list-exposures.ts';
import { getToday, listAffectedModels, listAffectedReleases, listTouching } from '../../src/matching/list-touching.ts';
import { matchReleases } from '../../src/matching/match-releases.ts';
import { todayInJapan } from '../../src/platform/browser/calendar.ts';
import { aCveRecord } from '../cve-record.ts';
import { loadLargeInventory, nameOf, type Size, versionOf } from './large-inventory.ts';
import { type Measured, onServer, seconds } from './on-server.ts';
import { p95 } from './p95.ts';

/** 1,000 products with 10 releases of 300 components each, before 10,000 vulnerabilities. */
export const bench: Bench = { title: 'Portfolio and vulnerabilities', measure: () => onServer(figuresOf) };

const size: Size = { models: 1_000, releasesEach: 10, names: 20_000 };
const releases = size.models * size.releasesEach;
const vulnerabilities = 10_000;

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

const idOf = (n: number) => `CVE-2025-${10_000 + n}`;

/** The popular 40 have 10 vulnerabilities each, the others are spread over names that few releases have. */
const nameOfVulnerability = (n: number) => (n < 400 ? n % 40 : 40 + ((n * 37) % (size.names - 40)));

function record(n: number, before: number): object {
  const of = nameOfVulnerability(n);
  const name = nameOf(of).toLowerCase();
  const ends = {
    version: versionOf(of, before % 5),
    lessThan: versionOf(of, before),
    status: 'affected',
    versionType: 'custom',
  };
  return aCveRecord(idOf(n), { vendor: name, product: name, versions: [ends], score: 4 + (n % 60) / 10 });
}

const endOf = (n: number) => 5 + ((n * 7) % 15);

function* records(): Generator<object> {
  for (let n = 0; n < vulnerabilities; n++) yield record(n, endOf(n));
}

async function bringIn({ tools, drain }: Measured, documents: Iterable<object>): Promise<void> {
  const id = await beginImport(tools, { names: ['bench'], fileSha256: null });
  await importRecords(tools, { id, incoming: incoming(documents) });
  await drain();
}

async function* incoming(documents: Iterable<object>): AsyncGenerator<Incoming> {
  for (const document of documents) {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    yield* readJsonFile({
      name: 'bench.json',
      sizeBytes: bytes.length,
      read: async function* () {
        yield bytes;
      },
    });
  }
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

async function pageFigures({ tools }: Measured): Promise<Figure[]> {
  const name = idOf(1);
  const { id } = await tools.db.selectFrom('release').select('id').where('key', '=', 5_000).executeTakeFirstOrThrow();
  const page = { limit: 50 };
  return [
    await p95('today: its numbers', 100, [() => getToday(tools)]),
    await p95('what is new and what is open, week by week', 300, [() => getTrend(tools)]),
    await p95('what is otherwise than yesterday, first page', 300, [() => listChanges(tools, page)]),
    await p95('what came to touch us in a week, first page', 300, [
      () => listTouching(tools, { releases: 'field', week: todayInJapan(tools.now()).toString(), ...page }),
    ]),
    await p95('today: what is new, the most urgent first', 100, [
      () => listTouching(tools, { releases: 'field', newDays: 7, limit: 10 }),
    ]),
    await p95('vulnerabilities that touch us, first page, 3 ways', 300, [
      () => listTouching(tools, { releases: 'field', ...page }),
      () => listTouching(tools, { releases: 'field', severity: ['critical'], ...page }),
      () => listTouching(tools, { releases: 'field', q: 'busybox', ...page }),
    ]),
    await p95('all vulnerabilities, first page', 300, [() => listVulnerabilities(tools, { sort: 'urgency', ...page })]),
    await p95('one vulnerability with its models and releases', 300, [
      () =>
        Promise.all([
          getVulnerability(tools, { name }),
          listAffectedModels(tools, { name, ...page }),
          listAffectedReleases(tools, { name, ...page }),
        ]),
    ]),
    await p95('what touches a release, and what of it cannot be compared', 300, [
      () =>
        Promise.all([
          countExposures(tools, { id }),
          listExposures(tools, { id, ...page }),
          listUnmatched(tools, { id, ...page }),
        ]),
    ]),
  ];
}
