import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { Tools } from '#access';
import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { listReleaseComponents } from '../../src/inventory/list-release-components.ts';
import { runImport } from '../../src/inventory/run-import.ts';
import { takeSbom } from '../../src/inventory/take-sbom.ts';
import { writeLargeSbom } from '../large-sbom.ts';
import { aRelease, contain } from '../products.ts';
import { onServer, seconds } from './on-server.ts';

/** Bills of materials of 5,000 components as they come in from builds, and the pages that show them. */
export const bench: Bench = {
  title: 'Bills of materials',
  measure: () => onServer(({ tools, stateFolder }) => figuresOf(tools, stateFolder)),
};

// Of the shape that writeLargeSbom writes, 5,000 components have this size.
const sizeBytes = Math.round(5_000 * 520 + 2_000);

async function figuresOf(tools: Tools, folder: string): Promise<Figure[]> {
  const file = path.join(folder, 'bom.json');
  const parts = writeLargeSbom(file, 'json', sizeBytes);
  const [release, other, whole] = [await aRelease(tools.db), await aRelease(tools.db), await aRelease(tools.db)];
  for (const part of [release, other]) await contain(tools.db, whole, part);
  const coming = { name: 'bom.json', sizeBytes: statSync(file).size, content: () => createReadStream(file) };
  const take = (releaseId: string) => takeSbom(tools, { releaseId, file: coming, origin: 'api' });
  const accepted = await seconds(() => take(whole.id));
  const store = async (releaseId: string) => runImport(tools, (await take(releaseId)).id);
  const first = await seconds(() => store(release.id));
  const known = await seconds(() => store(other.id));
  const again = await seconds(() => store(other.id));
  const page = await seconds(() => listReleaseComponents(tools, { id: whole.id, sort: 'name', limit: 50 }));
  return [
    { what: `${parts} components: accepted`, value: accepted, unit: 's', limit: 1 },
    { what: `${parts} new components: judged and stored`, value: first, unit: 's', limit: 3 },
    { what: `${parts} components that others have: judged and stored`, value: known, unit: 's', limit: 3 },
    { what: 'the same bytes again: accepted and recognized', value: again, unit: 's', limit: 1 },
    {
      what: 'first page of the components of a release with two such modules',
      value: page * 1_000,
      unit: 'ms',
      limit: 300,
    },
  ];
}
