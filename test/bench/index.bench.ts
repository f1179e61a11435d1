import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Statement } from '#intelligence/pure';
import { openParts, writeParts } from '#platform/parts-file';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { writeSnapshot } from '../../src/cli/snapshot.ts';
import { root } from '../../src/cli/version.ts';
import { findCandidates, noCandidates } from '../../src/matching/index/find-candidates.ts';
import { findTouched, nothingTouched } from '../../src/matching/index/find-touched.ts';
import { freeze } from '../../src/matching/index/freeze.ts';
import { gathering, saidIn } from '../../src/matching/index/gather-rows.ts';
import { changed, layersOf } from '../../src/matching/index/layers.ts';
import { type MatchIndex, openIndex } from '../../src/matching/index/match-index.ts';
import { matchPortfolio } from '../../src/matching/index/match-portfolio.ts';
import { portfolioOf } from '../../src/matching/index/portfolio.ts';
import { spansRemembered } from '../../src/matching/index/spans-remembered.ts';
import { askedOf } from '../../src/matching/index/spot-of.ts';
import { randomOf } from '../random.ts';
import { componentOf, statementsOf, type World } from './nvd-shaped.ts';

/** The index over generated records shaped like those of NVD, and like those of package databases beside them. */
export const bench: Bench = {
  title: 'Index of what is said of versions',
  measure: async () => {
    const figures: Figure[] = [];
    for (const size of [nvd, full]) figures.push(...figuresOf(size));
    return [...figures, ...scanFigures()];
  },
};

type Size = World & { name: string; mib: number; buildSeconds: number };
const nvd: Size = {
  ...{ name: 'NVD', nvd: 350_000, products: 205_000, packaged: 0, packages: 1, seed: 1 },
  ...{ mib: 45, buildSeconds: 4 },
};
const full: Size = {
  ...{ name: 'all sources', nvd: 350_000, products: 205_000, packaged: 750_000, packages: 290_000, seed: 1 },
  ...{ mib: 100, buildSeconds: 9 },
};

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
const threadSeconds = () => process.threadCpuUsage().user / 1e6;

function figuresOf(size: Size): Figure[] {
  const { index, ...built } = build(size);
  const records = size.nvd + size.packaged;
  const [ranges, products, versions] = [index.kind, index.blockHome, index.versions.start].map((one) => one.length);
  const what = `${size.name}: ${records} records, ${ranges} ranges, ${products} products, ${(versions ?? 1) - 1} versions`;
  return [
    { what: `${what}: size`, value: rounded(index.buffer.byteLength / 2 ** 20), unit: 'MiB', limit: size.mib },
    { what: `${what}: built, by the clock`, value: rounded(built.clock), unit: 's', limit: size.buildSeconds },
    { what: `${what}: built, time of its thread`, value: rounded(built.thread), unit: 's' },
    ...fileFigures(size.name, index),
    ...sbomFigures(size, index),
    ...portfolioFigures(size, index),
    ...deltaFigures(size, index),
  ];
}

/** The making of the records is not counted. */
function build(size: World): { index: MatchIndex; clock: number; thread: number } {
  const { add, rows } = gathering();
  let [clock, thread] = [0, 0];
  const timed = <Result>(work: () => Result): Result => {
    const [started, used] = [performance.now(), threadSeconds()];
    const result = work();
    clock += (performance.now() - started) / 1e3;
    thread += threadSeconds() - used;
    return result;
  };
  for (let n = 0; n < size.nvd + size.packaged; n += 100) {
    const batch = Array.from({ length: 100 }, (_, at) => statementsOf(size, n + at));
    timed(() => {
      for (const [at, statements] of batch.entries()) add(n + at, statements);
    });
  }
  const index = timed(() => freeze(rows));
  return { index, clock, thread };
}

function fileFigures(name: string, index: MatchIndex): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
  const file = path.join(folder, 'index');
  try {
    const save = timeOf(() => writeParts(file, 'bench', [{ name: 'index', chunks: [new Uint8Array(index.buffer)] }]));
    const loads = [1, 2, 3, 4, 5].map(() =>
      timeOf(() => {
        const parts = openParts(file, 'bench');
        const buffer = 'refused' in parts ? null : parts.whole('index');
        if (!buffer || !openIndex(buffer)) throw new Error('What was saved is loaded');
        if ('close' in parts) parts.close();
      }),
    );
    return [
      { what: `${name}: saved, until it is on the disk`, value: rounded(save), unit: 'ms' },
      {
        what: `${name}: loaded and its checksum compared, median of 5`,
        value: rounded(loads.toSorted((a, b) => a - b)[2] ?? 0),
        unit: 'ms',
        ...(name === 'NVD' ? { limit: 50 } : {}),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const quantile = (taken: number[], of: number) => taken.toSorted((a, b) => a - b)[Math.floor(taken.length * of)] ?? 0;

function sbomFigures({ name, products }: Size, index: MatchIndex): Figure[] {
  const random = randomOf(7);
  const layers = [{ index, isReplaced: null }];
  const taken: number[] = [];
  const read: number[] = [];
  let met = 0;
  for (let sbom = 0; sbom < 200; sbom++) {
    const components = Array.from({ length: 500 }, (_, part) => componentOf(random, part, products));
    const started = performance.now();
    const asked = components.map(askedOf);
    read.push(performance.now() - started);
    const found = noCandidates();
    taken.push(timeOf(() => asked.forEach((one) => void findCandidates(layers, one, found))));
    met = found.vulnerability.count;
  }
  const what = `${name}: SBOM of 500 components, one the kernel, about ${met} candidates`;
  return [
    { what: `${what}: p50`, value: rounded(quantile(taken, 0.5), 2), unit: 'ms', limit: 2 },
    { what: `${what}: p95`, value: rounded(quantile(taken, 0.95), 2), unit: 'ms', limit: 5 },
    {
      what: `${what}: who they are and the keys of their versions, p50`,
      value: rounded(quantile(read, 0.5)),
      unit: 'ms',
    },
  ];
}

function portfolioFigures({ name, nvd: records, products, ...world }: Size, index: MatchIndex): Figure[] {
  const random = randomOf(8);
  const components = Array.from({ length: 100_000 }, (_, part) => componentOf(random, (part % 500) + 1, products));
  const asked = components.map(askedOf);
  const [portfolio, sorted] = [portfolioOf(asked), timeOf(() => portfolioOf(asked))];
  const layers = [{ index, isReplaced: null }];
  matchPortfolio(layers, portfolio);
  const taken = [1, 2, 3, 4, 5].map(() => timeOf(() => matchPortfolio(layers, portfolio)));
  const { segment, segmentFirst } = matchPortfolio(layers, portfolio);
  const spansIn = spansRemembered();
  const fresh = Array.from({ length: 20_000 }, (_, n) =>
    saidIn(statementsOf({ ...world, nvd: records, products, seed: 99 }, n), spansIn),
  );
  const reverse = fresh.map((said) => timeOf(() => findTouched(portfolio, said, nothingTouched())) * 1_000);
  return [
    { what: `${name}: 100,000 components sorted once`, value: rounded(sorted), unit: 'ms' },
    {
      what: `${name}: 100,000 components together, ${segment.count} pairs with ${segmentFirst.count - 1} segments, median of 5`,
      value: rounded(quantile(taken, 0.5)),
      unit: 'ms',
      limit: 250,
    },
    { what: `${name}: one new record in reverse, p50`, value: rounded(quantile(reverse, 0.5)), unit: 'µs' },
    { what: `${name}: one new record in reverse, p99`, value: rounded(quantile(reverse, 0.99)), unit: 'µs', limit: 50 },
  ];
}

function deltaFigures(size: Size, index: MatchIndex): Figure[] {
  const changes = Array.from({ length: 500 }, (_, at) => {
    const vulnerability = at * 613 + 1;
    const after: Statement[] = statementsOf({ ...size, seed: 5 }, vulnerability);
    return { vulnerability, before: statementsOf(size, vulnerability), after };
  });
  const taken = [1, 2, 3].map(() => timeOf(() => changed(layersOf(index), changes)) / 1e3);
  const { overlay } = changed(layersOf(index), changes);
  const what = `${size.name}: 500 changed records, ${overlay?.blockHome.length} products with ${overlay?.kind.length} ranges`;
  return [{ what: `${what}, median of 3`, value: rounded(quantile(taken, 0.5), 2), unit: 's', limit: 0.5 }];
}

/** The command as somebody runs it in a build, against a snapshot of as much as NVD has. */
function scanFigures(): Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'mamori-bench-'));
  const [snapshot, sbom] = [path.join(folder, 'records.mamori'), path.join(folder, 'camera.cdx.json')];
  const known = function* () {
    for (let n = 0; n < nvd.nvd; n++) {
      const statements = statementsOf(nvd, n);
      yield { name: statements[0]?.externalId ?? '', names: statements[0]?.names ?? [], statements };
    }
  };
  const random = randomOf(9);
  const components = Array.from({ length: 500 }, (_, part) => {
    const { name, version, cpes } = componentOf(random, part, nvd.products);
    return { type: 'library', 'bom-ref': `part-${part}`, name, version, cpe: cpes[0] };
  });
  writeFileSync(sbom, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }));
  try {
    writeSnapshot(snapshot, { [Symbol.iterator]: known });
    const taken = [1, 2, 3, 4, 5].map(() =>
      timeOf(() =>
        execFileSync(path.join(root, 'mamori'), ['scan', sbom, '--snapshot', snapshot, '--format', 'json'], {
          maxBuffer: 512 * 1024 * 1024,
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      ),
    );
    const what = `scan of 500 components against a snapshot of ${nvd.nvd} records, whole command`;
    return [
      { what: `${what}: fastest of five`, value: rounded(quantile(taken, 0), 0), unit: 'ms', limit: 400 },
      { what: `${what}: median`, value: rounded(quantile(taken, 0.5), 0), unit: 'ms', limit: 400 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
