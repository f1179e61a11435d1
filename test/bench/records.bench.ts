import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tools } from '#access';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { root } from '../../src/cli/version.ts';
import { beginImport, importRecords } from '../../src/intelligence/import-records.ts';
import { readPaths } from '../../src/intelligence/reading/read-paths.ts';
import { sharedFolder } from '../shared.ts';
import { nameOf, purlTypeOf, versionOf } from './large-inventory.ts';
import { onServer, seconds } from './on-server.ts';

/** Records of the world into an empty house, and a bill of materials against them without one. Needs ../shared/data. */
export const bench: Bench = {
  title: 'Records and scan',
  measure: async () => [...(await onServer(({ tools }) => importFigures(tools))), ...scanFigures()],
};

const sets = ['cve', 'osv'].map(sharedFolder);

async function importFigures(tools: Tools): Promise<Figure[]> {
  let read = 0;
  const run = async () => {
    const id = await beginImport(tools, { names: ['shared sets'], fileSha256: null });
    read = (await importRecords(tools, { id, incoming: readPaths(sets) })).counts.read;
  };
  const first = await seconds(run);
  const again = await seconds(run);
  return [
    { what: `${read} records of the shared cve and osv sets: kept`, value: first, unit: 's', limit: 60 },
    { what: 'the same again: recognized', value: again, unit: 's', limit: 60 },
  ];
}

const parts = 500;

/** The command as somebody runs it in a build: all of it, from the start of its process to its end. */
function scanFigures(): Figure[] {
  const file = path.join(tmpdir(), `mamori-bench-${process.pid}.cdx.json`);
  writeFileSync(file, JSON.stringify(document()));
  try {
    const taken = [1, 2, 3].map(() => {
      const started = performance.now();
      execFileSync(path.join(root, 'mamori'), ['scan', file, '--intel', ...sets, '--format', 'json'], {
        maxBuffer: 256 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return Math.round(performance.now() - started) / 1_000;
    });
    const [fastest = 0, , slowest = 0] = taken.toSorted((a, b) => a - b);
    const what = `scan of ${parts} components against the shared sets, whole command`;
    return [
      { what: `${what}: fastest of three`, value: fastest, unit: 's', limit: 2 },
      { what: `${what}: slowest of three`, value: slowest, unit: 's', limit: 2 },
    ];
  } finally {
    rmSync(file, { force: true });
  }
}

const document = () => ({
  ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 },
  components: Array.from({ length: parts }, (_, n) => {
    const [name, version, type] = [nameOf(n).toLowerCase(), versionOf(n, n % 50), purlTypeOf(n)];
    return {
      type: 'library',
      'bom-ref': `part-${n}`,
      name,
      version,
      ...(type ? { purl: `pkg:${type}/${name}@${version}` } : {}),
    };
  }),
});
