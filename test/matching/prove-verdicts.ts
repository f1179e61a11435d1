import { expect } from 'vitest';
import type { Tools } from '#access';
import { VerdictContent, verdictScopes, verdictStatuses } from '#verdicts/model';
import { confirmInherited } from '../../src/matching/confirm-inherited.ts';
import { decide, previewVerdict } from '../../src/matching/decide.ts';
import { expireVerdicts } from '../../src/matching/expire-verdicts.ts';
import { revokeVerdicts } from '../../src/matching/revoke-verdicts.ts';
import { undoDecision } from '../../src/matching/undo-decision.ts';
import { noon } from '../database.ts';
import { ask } from '../processes.ts';
import type { Random } from '../random.ts';
import { aMatchingHouse } from './house.ts';
import { type Change, follow, nothingYet } from './present.ts';
import type { Ground } from './prove-world.ts';
import { everythingCounted, wrongStandings } from './standings.ts';
import { wrongSums } from './stored.ts';
import { aChange, buildUp, type Size, sayings } from './worlds.ts';

/**
 * A world in which people decide while records and releases change, in any order. Whenever matching has settled, every place
 * stands as resolving all verdicts anew says, and is counted so; what is foretold happens; what is undone stands as before.
 * @returns how many decisions were made
 */
export async function proveVerdicts(
  { tools: plain, told, ownerUrl, reset }: Ground,
  { random, size, deeds }: { random: Random; size: Size; deeds: number },
): Promise<number> {
  await reset();
  let hours = 0;
  const tools: Tools = { ...plain, now: () => noon.add({ hours }) };
  const stage = aMatchingHouse(tools, told);
  const present = nothingYet();
  const make = async (change: Change) => {
    hours += 1;
    await stage.make(change);
    follow(present, change);
  };
  const check = async (what: string) => {
    await stage.settle();
    expect(await wrongStandings({ ownerUrl }), what).toEqual([]);
    expect(await wrongSums(ownerUrl), what).toEqual([]);
  };
  await make({ kind: 'records', statements: sayings(random, size) });
  for (const change of buildUp(random, size)) await make(change);
  await check('built');
  let decided = 0;
  for (let n = 0; n < deeds; n++) {
    hours += 1;
    if (random.int(4) > 0) decided += await aDeed({ tools, ownerUrl }, random);
    else await make(aChange(random, present, size));
    if (random.int(3) === 0) await check(`after ${n}`);
  }
  hours += 72;
  await expireVerdicts(tools);
  await check('expired');
  return decided;
}

type Stage = { tools: Tools; ownerUrl: string };
type Place = { release: string; vulnerability: string; product: string; model: string };

const placesOf = (ownerUrl: string) =>
  ask<Place>(
    ownerUrl,
    `select n.release_id as release, v.name as vulnerability, k.key as product, n.model_id as model from exposure e
     join inventory_release_name_v1 n on n.release_key = e.release_key join vulnerability v on v.id = e.vulnerability_id
     join product_key k on k.id = e.product_key_id order by e.release_key, v.name, k.key`,
  );

/** One deed of a person, whatever can be done now. @returns how many decisions it made */
async function aDeed(stage: Stage, random: Random): Promise<number> {
  const { tools, ownerUrl } = stage;
  const all = await placesOf(ownerUrl);
  if (all.length === 0) return 0;
  const { model, ...place } = random.pick(all);
  const standing = await ask<{ id: string }>(ownerUrl, "select id from verdict where state = 'standing' order by key");
  switch (random.int(8)) {
    case 0:
      if (standing.length > 0) await revokeVerdicts(tools, { ids: [random.pick(standing).id], note: '誤り' });
      return 0;
    case 1:
      await confirmInherited(tools, { release: place.release }).catch((thrown) =>
        expect(thrown).toMatchObject({ code: 'not-found' }),
      );
      return 0;
    default:
      await aDecision(stage, random, { place, ofModel: all.filter((one) => one.model === model) });
      return 1;
  }
}

async function aDecision(
  { tools, ownerUrl }: Stage,
  random: Random,
  { place, ofModel }: { place: Omit<Place, 'model'>; ofModel: readonly Place[] },
): Promise<void> {
  const status = random.pick(verdictStatuses);
  const scope = status === 'fixed' ? random.pick(['release', 'model'] as const) : random.pick(verdictScopes);
  const content = VerdictContent.parse({
    ...{ status, note: '理由', justification: status === 'not-affected' ? 'component-not-present' : null },
    fixedIn: status === 'fixed' && scope === 'model' ? random.pick(ofModel).release : null,
    until: random.int(4) === 0 ? '2026-11-28' : null,
  });
  const places =
    random.int(3) > 0 || status === 'fixed'
      ? { by: 'places' as const, places: [place] }
      : { by: 'vulnerability' as const, vulnerability: place.vulnerability };
  const deciding = { places, scope, content, readerIds: null };
  const isOver = content.until !== null && content.until < tools.now().toString().slice(0, 10);
  if (isOver) return;
  const before = await everythingCounted(ownerUrl);
  const foretold = await previewVerdict(tools, deciding);
  const was = await countOpen(ownerUrl);
  const { decisionId } = await decide(tools, deciding);
  expect((await countOpen(ownerUrl)) - was).toBe(foretold.reopens.places - foretold.closes.places);
  if (random.int(3) > 0) return;
  await undoDecision(tools, { id: decisionId });
  expect(await everythingCounted(ownerUrl)).toEqual(before);
}

async function countOpen(ownerUrl: string): Promise<number> {
  const rows = await ask<{ count: number }>(ownerUrl, 'select count(*)::int as count from exposure where standing > 0');
  return rows[0]?.count ?? 0;
}
