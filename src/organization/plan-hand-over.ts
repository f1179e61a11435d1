import { listPeopleNames, type PersonName, type Tools } from '#access';
import type { Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { type DutySource, listDuties } from './duties.ts';
import type { HandOverInput } from './hand-over.ts';
import { personRef } from './list-posts.ts';
import { type HandOverPreview, type Obstacle, planMoves, type Step } from './model.ts';
import { requireDivision } from './require-division.ts';
import { listAbsencesOn } from './store/absence.ts';
import { listHoldingsFrom } from './store/holding.ts';
import { type LockedPost, lockPosts } from './store/post.ts';

export type Plan = {
  steps: Step[];
  obstacles: Obstacle[];
  postById: Map<string, LockedPost>;
  nameById: Map<string, PersonName>;
};

/**
 * What a hand-over would change, with the posts locked, so that it is still true when it is written.
 * @throws Refusal 'not-found' with the posts that are gone, 'invalid' with the people who cannot hold a post, 'not-allowed'
 */
export async function planHandOver(
  transaction: Transaction,
  { viewer }: Pick<Tools, 'viewer'>,
  { moves, effectiveOn }: Pick<HandOverInput, 'moves' | 'effectiveOn'>,
): Promise<Plan> {
  const postIds = [...new Set(moves.map(({ postId }) => postId))];
  const posts = (await lockPosts(transaction, postIds)).filter(({ removedAt }) => removedAt === null);
  const postById = new Map(posts.map((post) => [post.id, post]));
  const gone = postIds.filter((id) => !postById.has(id));
  if (gone.length > 0) throw new Refusal('not-found', 'Some posts do not exist.', { postIds: gone });
  for (const { divisionId } of posts) requireDivision(viewer, divisionId);

  const held = await listHoldingsFrom(transaction, postIds, Temporal.PlainDate.from(effectiveOn));
  const receivers = moves.flatMap(({ toPersonId }) => toPersonId ?? []);
  const nameById = await listPeopleNames(transaction, [...receivers, ...held.map(({ personId }) => personId)]);
  const absent = receivers.filter((id) => nameById.get(id)?.disabled ?? true);
  if (absent.length > 0)
    throw new Refusal('invalid', 'A post is held by somebody who can sign in.', { personIds: [...new Set(absent)] });

  return { ...planMoves(moves, held, effectiveOn), postById, nameById };
}

/** Shows what handOver would do, without doing it. */
export async function previewHandOver(
  { db, viewer }: Pick<Tools, 'db' | 'viewer'>,
  sources: readonly DutySource[],
  input: Pick<HandOverInput, 'moves' | 'effectiveOn'>,
): Promise<HandOverPreview> {
  return db.transaction().execute(async (transaction) => {
    const { steps, obstacles, postById, nameById } = await planHandOver(transaction, { viewer }, input);
    const day = Temporal.PlainDate.from(input.effectiveOn);
    const receivers = steps.flatMap(({ toPersonId }) => toPersonId ?? []);
    const away = new Set((await listAbsencesOn(transaction, receivers, day)).map(({ personId }) => personId));
    const heldPosts = steps.filter(({ kind }) => kind === 'holder').map(({ postId }) => postId);
    const dutiesOf = Map.groupBy(
      await listDuties({ db: transaction, viewer }, sources, heldPosts),
      ({ postId }) => postId,
    );
    return {
      steps: steps.map(({ postId, kind, former, toPersonId }) => ({
        post: {
          id: postId,
          name: postById.get(postId)?.name ?? '',
          divisionName: postById.get(postId)?.divisionName ?? '',
        },
        kind,
        from: former && personRef(former.personId, nameById),
        to: toPersonId === null ? null : personRef(toPersonId, nameById),
        toIsAbsent: toPersonId !== null && away.has(toPersonId),
        duties: kind === 'holder' ? (dutiesOf.get(postId) ?? []) : [],
      })),
      obstacles: obstacles.map((one) => ({ ...one, postName: postById.get(one.postId)?.name ?? '' })),
    };
  });
}
