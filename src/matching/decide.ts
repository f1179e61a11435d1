import { raiseWall, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { getVerdictPolicy, insertDecision, recordDeeds } from '#verdicts';
import { closes, obstacleToVerdict } from '#verdicts/model';
import { choosePlaces } from './choose-places.ts';
import type { Deciding, VerdictEffect } from './contract.ts';
import { rejudge } from './rejudge.ts';
import { countReplaced, measureEffect } from './store/effects.ts';
import { collectPicked, holdMatching } from './store/exposures.ts';
import { judgeWanted } from './store/judged.ts';
import * as store from './store/picked.ts';

export type DecideTools = Pick<Tools, 'db' | 'viewer' | 'now' | 'origin' | 'emit'>;

/** What a decision would do, exactly as things stand. @throws Refusal as `decide` */
export async function previewVerdict(
  tools: Pick<Tools, 'db' | 'viewer' | 'now'>,
  deciding: Deciding,
): Promise<VerdictEffect> {
  return tools.db.transaction().execute(async (transaction) => {
    const { chosen, verdicts, waits, isOver } = await ask(transaction, tools, deciding);
    return foretell(transaction, tools, { chosen, verdicts, waits, isOver });
  });
}

/**
 * Decides for the selected places at once: one verdict for each vulnerability, product and what the scope names. What counts
 * takes its places out of what is open, in the same transaction.
 * @throws Refusal 'invalid' with the obstacle, 'not-found', 'too-large', or 'conflict' as choosePlaces
 */
export async function decide(tools: DecideTools, deciding: Deciding): Promise<VerdictEffect & { decisionId: string }> {
  return tools.db.transaction().execute(async (transaction) => {
    await holdMatching(transaction);
    return decideIn(transaction, tools, deciding);
  });
}

/** The same in the caller's transaction, which holds matching. */
export async function decideIn(
  transaction: Transaction,
  tools: DecideTools,
  deciding: Deciding,
): Promise<VerdictEffect & { decisionId: string }> {
  const asked = await ask(transaction, tools, deciding);
  const effect = await foretell(transaction, tools, asked);
  const id = newId();
  const wallId = asked.isOver ? await wallOf(transaction, tools, { deciding, id }) : asked.wallId;
  // Whoever foretold saw them as their readers will; written they stand behind their wall.
  if (asked.isOver) await askBehind(transaction, tools, { deciding, wallId });
  const { content, scope } = deciding;
  const at = tools.now();
  const authorId = tools.viewer.person?.id ?? null;
  await insertDecision(transaction, tools.viewer, {
    ...{ id, content, scope, at, authorId, needsApproval: asked.waits, wallId },
  });
  if (!asked.waits && !asked.isOver) await rejudge(transaction, tools, 'verdict');
  const done = [{ decisionId: id, status: content.status, scope, verdicts: asked.verdicts, wallId }];
  await recordDeeds(transaction, tools, { what: 'decide', done, note: content.note });
  return { ...effect, decisionId: id };
}

type Asked = { chosen: number; verdicts: number; waits: boolean; isOver: boolean; wallId: string | null };

/** Writes what is asked for and all that it may count for into the temporary tables. */
async function ask(
  transaction: Transaction,
  tools: Pick<Tools, 'db' | 'viewer' | 'now'>,
  { places, scope, content, readerIds }: Deciding,
): Promise<Asked> {
  const at = tools.now();
  const obstacle = obstacleToVerdict(content, scope, todayInJapan(at).toString());
  if (obstacle) throw new Refusal('invalid', 'This cannot be decided so.', { obstacle });
  const { places: chosen, wallId } = await choosePlaces(transaction, tools, places);
  if (wallId !== null && readerIds !== null)
    throw new Refusal('conflict', 'This is confidential already.', { obstacle: 'walled-already' });
  const isOver = readerIds !== null;
  const { fixedIn, status } = content;
  const verdicts = await store.collectAsked(transaction, tools.viewer, {
    ...{ scope, status, fixedIn, at, wallId, overlays: isOver },
  });
  if (fixedIn !== null && !(await store.isForModelOf(transaction, fixedIn)))
    throw new Refusal('invalid', 'The release is not of this model alone.', { obstacle: 'fixed-in-unfit' });
  await store.collectCovered(transaction, tools.viewer, 'verdict_asked');
  const { fourEyes } = await getVerdictPolicy({ db: transaction });
  return { chosen, verdicts, waits: fourEyes && closes(status), isOver, wallId };
}

async function foretell(
  transaction: Transaction,
  { viewer }: Pick<Tools, 'viewer'>,
  { chosen, verdicts, waits, isOver }: Omit<Asked, 'wallId'>,
): Promise<VerdictEffect> {
  await collectPicked(transaction, viewer);
  await judgeWanted(transaction, viewer, 'as-asked');
  const effect = await measureEffect(transaction, viewer);
  const replaces = isOver ? 0 : await countReplaced(transaction, viewer);
  return { verdicts, replaces, chosen, waits, readersOnly: isOver, ...effect };
}

/** A wall around the decision: its author and those who are named. */
async function wallOf(
  transaction: Transaction,
  tools: DecideTools,
  { deciding, id }: { deciding: Deciding; id: string },
): Promise<string> {
  return raiseWall(transaction, tools, { reason: id, memberIds: deciding.readerIds ?? [] });
}

async function askBehind(
  transaction: Transaction,
  { viewer, now }: DecideTools,
  { deciding, wallId }: { deciding: Deciding; wallId: string | null },
): Promise<void> {
  const { scope, content } = deciding;
  const { status, fixedIn } = content;
  await store.collectAsked(transaction, viewer, {
    ...{ scope, status, fixedIn, at: now(), wallId, overlays: false },
  });
}
