import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPaths } from '#intelligence';
import { bestName, groupNames, type Statement } from '#intelligence/pure';
import { readShipped, type ShippedPart } from '#inventory';
import {
  forScan,
  indexOf,
  type KnownVulnerability,
  recordsByIndex,
  recordsByKey,
  scanComponents,
} from '#matching/pure';
import { findTouched, nothingTouched } from '../../src/matching/index/find-touched.ts';
import { saidIn } from '../../src/matching/index/gather-rows.ts';
import { changed, compacted, layersOf } from '../../src/matching/index/layers.ts';
import { openIndex } from '../../src/matching/index/match-index.ts';
import { portfolioOf } from '../../src/matching/index/portfolio.ts';
import { askedOf } from '../../src/matching/index/spot-of.ts';
import { found, indexOf as indexOfKnown } from '../index/built.ts';
import { criteriaThatHold, rowsThatMeet } from '../index/by-comparing.ts';
import { someComponents, someStatements, someVulnerabilities } from '../index/worlds.ts';
import { randomOf, seedOfRun } from '../random.ts';
import { sharedData } from '../shared.ts';

const figures: Record<string, unknown> = {};
afterAll(() => {
  if (process.env.MAMORI_FIGURES) writeFileSync(process.env.MAMORI_FIGURES, JSON.stringify(figures));
});

const worlds = Number(process.env.MAMORI_WORLDS ?? 200);
const criterionOf = (row: string) => row.split(' ').slice(0, 2).join(' ');

test(`in ${worlds} generated worlds an index finds what comparing finds, before and after changes, compacted or not`, {
  timeout: 60 * 60_000,
}, () => {
  const tally = { components: 0, rows: 0, holding: 0, looked: 0 };
  for (let world = 0; world < worlds; world++) {
    const random = randomOf(seedOfRun(1) + world);
    const known = new Map(someVulnerabilities(random, 100));
    let layers = layersOf(indexOfKnown(known));
    const changes = Array.from({ length: 20 }, (_, n) => n * 7).map((vulnerability) => {
      const after = someStatements(random, vulnerability);
      return { vulnerability, before: known.get(vulnerability) ?? [], after };
    });
    for (const { vulnerability, after } of changes) known.set(vulnerability, after);
    layers = changed(layers, changes);
    const whole = indexOfKnown(known);
    expect(Buffer.from(compacted(layers).buffer).equals(Buffer.from(whole.buffer))).toBe(true);
    for (const component of someComponents(random, 60)) {
      const rows = found([{ index: whole, isReplaced: null }], component);
      const criteria = new Set(rows.map(criterionOf));
      const holding = criteriaThatHold(component, known);
      expect(rows).toEqual(rowsThatMeet(component, known));
      expect(
        holding.filter((name) => !criteria.has(name)),
        JSON.stringify(component),
      ).toEqual([]);
      tally.components += 1;
      tally.rows += rows.length;
      tally.holding += holding.length;
      tally.looked += criteria.size;
    }
  }
  figures.generated = { worlds, ...tally };
});

const sboms = sharedData('sbom');
const records = ['cve', 'osv', 'jvn'].map(sharedData);
if (sboms && records.every((set) => set !== null))
  test('of the real records a scan by the index says the same of every real bill of materials, and so does reverse', {
    timeout: 60 * 60_000,
  }, async () => {
    const known = grouped(await statementsOf(records as string[]));
    const index = indexOf(known.map(forScan));
    const byIndex = recordsByIndex(index.buffer, (number) => forScan(known[number] as KnownVulnerability));
    const byKey = recordsByKey(known);
    const tally = { documents: 0, components: 0, hits: 0, looked: 0, byKey: 0 };
    const all: ShippedPart[] = [];
    for (const parts of await shippedIn(sboms)) {
      const [one, other] = [byKey, byIndex ?? byKey].map((way) => outcomeOf(scanComponents(parts, way, null)));
      expect(other).toEqual(one);
      tally.documents += 1;
      tally.components += parts.length;
      tally.hits += one?.hits.length ?? 0;
      for (const part of parts) {
        tally.looked += [...(byIndex?.mayConcern(part) ?? [])].length;
        tally.byKey += [...byKey.mayConcern(part)].length;
      }
      all.push(...parts);
    }
    figures.real = { ...tally, vulnerabilities: known.length, ...reverse(known, all, index.buffer) };
    expect(tally.hits).toBeGreaterThan(1_000);
  });

/** Which components each vulnerability touches, in reverse, against which are found forward. */
function reverse(known: readonly KnownVulnerability[], parts: readonly ShippedPart[], buffer: SharedArrayBuffer) {
  const index = openIndex(buffer);
  if (!index) throw new Error('The index opens');
  const forward = known.map((): Set<number> => new Set());
  for (const [at, part] of parts.entries())
    for (const row of found([{ index, isReplaced: null }], part)) forward[Number(row.split(' ')[0])]?.add(at);
  const portfolio = portfolioOf(parts.map(askedOf));
  let touching = 0;
  for (const [number, { statements }] of known.entries()) {
    const touched = nothingTouched();
    findTouched(portfolio, saidIn(statements), touched);
    const components = new Set(touched.single.numbers.subarray(0, touched.single.count));
    for (let at = 0; at < touched.sliceFrom.count; at++)
      for (const one of portfolio.component.subarray(touched.sliceFrom.numbers[at], touched.sliceBefore.numbers[at]))
        components.add(one);
    expect(components).toEqual(forward[number]);
    touching += components.size;
  }
  return { touching };
}

const outcomeOf = ({ hits, unidentified }: ReturnType<typeof scanComponents<ShippedPart>>) => ({
  hits: hits
    .map(({ component, vulnerability, match }) => JSON.stringify([component.ref, vulnerability.name, match]))
    .sort(),
  unidentified,
});

async function statementsOf(paths: readonly string[]): Promise<Statement[]> {
  const statements: Statement[] = [];
  for await (const one of readPaths(paths)) {
    const reading = one.kind === 'record' ? one.read() : null;
    if (reading && 'statement' in reading) statements.push(reading.statement);
  }
  return statements;
}

function grouped(statements: readonly Statement[]): KnownVulnerability[] {
  const { groups } = groupNames(statements.map(({ names }, recordId) => ({ recordId, names, vulnerabilityId: null })));
  return groups.map(({ recordIds, names }) => ({
    ...{ name: bestName(names), names },
    statements: recordIds.map((id) => statements[id] as Statement),
  }));
}

async function shippedIn(folder: string): Promise<ShippedPart[][]> {
  const all: ShippedPart[][] = [];
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const file = path.join(folder, name);
    const status = statSync(file);
    if (!status.isFile()) continue;
    const kept = { path: file, fileName: path.basename(file), sizeBytes: status.size, mapping: null };
    const { check, parts } = await readShipped(kept);
    if (check.isAccepted) all.push(parts);
  }
  return all;
}
