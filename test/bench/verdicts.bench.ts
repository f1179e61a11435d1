import type { Bench, Figure } from '../../src/cli/run-benches.ts';
import type { Deciding } from '../../src/matching/contract.ts';
import { decide, previewVerdict } from '../../src/matching/decide.ts';
import { undoDecision } from '../../src/matching/undo-decision.ts';
import { VerdictContent } from '../../src/verdicts/model.ts';
import { bringIn, idOf, record } from './bench-records.ts';
import { loadLargeInventory, type Size } from './large-inventory.ts';
import { loadLargeMatches } from './large-matches.ts';
import { type Measured, onServer, seconds } from './on-server.ts';

/** One vulnerability in nine of ten releases, decided for all at once and for each of them. */
export const bench: Bench = { title: 'Verdicts', measure: () => onServer(figuresOf) };

const size: Size = { models: 2_230, releasesEach: 50, names: 500, componentsEach: 1 };
const others = 9;

const content = VerdictContent.parse({
  ...{ status: 'not-affected', justification: 'vulnerable-code-not-present', reason: 'not-compiled' },
});

async function figuresOf(measured: Measured): Promise<Figure[]> {
  await bringIn(measured, [record(0, 49), ...Array.from({ length: others }, (_, n) => record((n + 1) * 40, 10 + n))]);
  // After the records: what runs by itself must not find releases to match meanwhile.
  await loadLargeInventory(measured.ownerUrl, size);
  await loadLargeMatches(measured, size.names);
  const figures: Figure[] = [];
  for (const scope of ['all', 'model', 'release'] as const)
    figures.push(...(await figuresFor(measured, { scope, content, readerIds: null, places: one })));
  return figures;
}

const one = { by: 'vulnerability' as const, vulnerability: idOf(0) };

async function figuresFor({ tools }: Measured, deciding: Deciding): Promise<Figure[]> {
  let [places, verdicts, decisionId] = [0, 0, ''];
  const preview = await seconds(async () => {
    ({
      closes: { places },
      verdicts,
    } = await previewVerdict(tools, deciding));
  });
  const apply = await seconds(async () => {
    ({ decisionId } = await decide(tools, deciding));
  });
  const undo = await seconds(() => undoDecision(tools, { id: decisionId }));
  const what = `${places} places, ${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'} (${deciding.scope})`;
  return [
    { what: `${what}: preview`, value: preview, unit: 's', limit: 2 },
    { what: `${what}: apply`, value: apply, unit: 's', limit: 10 },
    { what: `${what}: undo`, value: undo, unit: 's', limit: 10 },
  ];
}
