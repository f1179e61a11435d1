import { recordAudits, type Tools } from '#access';
import { todayInJapan } from '#platform/browser/calendar';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Move, Step } from './model.ts';
import { type Plan, planHandOver } from './plan-hand-over.ts';
import { insertHandOver } from './store/hand-over.ts';
import { endHoldings, insertHoldings } from './store/holding.ts';
import type { LockedPost } from './store/post.ts';
import { tellAbout } from './tell-about.ts';

type Parts = Pick<Tools, 'db' | 'viewer' | 'now' | 'emit' | 'origin' | 'house'>;

export type HandOverInput = { moves: Move[]; effectiveOn: string; reason: string };

/**
 * Gives posts to other people from a day on, all of them or none; who gains and who loses a post is told.
 * From one post to the whole desk of somebody who leaves.
 * @returns how many posts changed, and the id by which undoHandOver takes it back: null when everybody held already what they should
 * @throws Refusal 'conflict' with the obstacles, 'not-found' with the posts, 'invalid' with the people
 */
export async function handOver(
  tools: Parts,
  input: HandOverInput,
): Promise<{ handOverId: string | null; changed: number }> {
  return tools.db.transaction().execute(async (transaction) => {
    const plan = await planHandOver(transaction, tools, input);
    if (plan.obstacles.length > 0)
      throw new Refusal('conflict', 'Some posts cannot be handed over so.', { obstacles: plan.obstacles });
    if (plan.steps.length === 0) return { handOverId: null, changed: 0 };

    const handOverId = await write(transaction, tools, plan, input);
    await recordAudits(transaction, tools, deedsOf(plan, input, handOverId));
    await tellAbout(transaction, tools, {
      handOverId,
      changes: plan.steps.map(({ postId, kind, former, toPersonId }) => ({
        postName: postNameOf(plan.postById.get(postId)),
        kind,
        fromPersonId: former?.personId ?? null,
        toPersonId,
      })),
      effectiveOn: input.effectiveOn,
      what: 'made',
    });
    return { handOverId, changed: new Set(plan.steps.map(({ postId }) => postId)).size };
  });
}

async function write(
  transaction: Transaction,
  tools: Parts,
  { steps }: Plan,
  { effectiveOn, reason }: HandOverInput,
): Promise<string> {
  const id = newId();
  const at = tools.now();
  const day = Temporal.PlainDate.from(effectiveOn);
  const isNow = Temporal.PlainDate.compare(day, todayInJapan(at)) <= 0;
  const nextId = new Map(steps.map((step) => [step, step.toPersonId === null ? null : newId()]));

  await endHoldings(
    transaction,
    steps.flatMap(({ former }) => former?.id ?? []),
    day,
  );
  const begun = steps.flatMap((step) => {
    const next = nextId.get(step);
    return next && step.toPersonId
      ? [{ id: next, postId: step.postId, kind: step.kind, personId: step.toPersonId }]
      : [];
  });
  await insertHoldings(transaction, begun, { fromOn: day, reason, createdAt: at });
  await insertHandOver(
    transaction,
    {
      id,
      effectiveOn: day,
      reason,
      madeBy: tools.viewer.person?.id ?? null,
      madeAt: at,
      announcedAt: isNow ? at : null,
    },
    steps.map((step) => ({
      postId: step.postId,
      kind: step.kind,
      formerId: step.former?.id ?? null,
      formerUntil: step.former?.untilOn ? Temporal.PlainDate.from(step.former.untilOn) : null,
      nextId: nextId.get(step) ?? null,
    })),
  );
  if (isNow) await announce(transaction, tools, steps);
  return id;
}

/** Each post once, also when its holder and its deputy change. */
export async function announce(
  transaction: Transaction,
  { emit }: Pick<Tools, 'emit'>,
  changes: readonly { postId: string }[],
): Promise<void> {
  for (const postId of new Set(changes.map((change) => change.postId)))
    await emit(transaction, 'post.handed-over', { postId });
}

export const postNameOf = (post: Pick<LockedPost, 'divisionName' | 'name'> | undefined): string =>
  post ? `${post.divisionName} ${post.name}` : '';

const deedsOf = ({ steps, postById, nameById }: Plan, { effectiveOn, reason }: HandOverInput, handOverId: string) =>
  steps.map(({ postId, kind, former, toPersonId }: Step) => ({
    action: 'post.hand-over' as const,
    subjectKind: 'post',
    subjectId: postId,
    subjectName: postNameOf(postById.get(postId)),
    before: { [kind]: former ? nameById.get(former.personId)?.name : null, personId: former?.personId ?? null },
    after: {
      [kind]: toPersonId ? nameById.get(toPersonId)?.name : null,
      personId: toPersonId,
      effectiveOn,
      reason,
      handOverId,
    },
  }));
