import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import { bringIn, records, vulnerabilities } from './bench-records.ts';
import { large, loadLargeInventory } from './large-inventory.ts';
import { loadLargeMatches } from './large-matches.ts';
import { type Measured, onServer, seconds } from './on-server.ts';
import { pageFigures } from './page-figures.ts';

/** The large inventory before 10,000 vulnerabilities: some ten million exposures. */
export const bench: Bench = { title: 'Large inventory with matches', measure: () => onServer(figuresOf) };

async function figuresOf(measured: Measured): Promise<Figure[]> {
  await loadLargeInventory(measured.ownerUrl);
  await bringIn(measured, records());
  let exposures = 0;
  const loaded = await seconds(async () => {
    exposures = await loadLargeMatches(measured, large.names);
  });
  const what = `100,000 releases before ${vulnerabilities} vulnerabilities, ${exposures} exposures: bulk load`;
  return [{ what, value: Math.round(loaded), unit: 's' }, ...(await pageFigures(measured))];
}
