import type { Db, Transaction } from '#platform/database';
import { Refusal } from '#platform/errors';
import { newId } from '#platform/ids';
import { recordAudit } from './record-audit.ts';
import * as store from './store/wall.ts';
import type { Tools } from './tools.ts';
import type { Viewer } from './viewer.ts';

type WallTools = Pick<Tools, 'viewer' | 'now' | 'origin'>;

/**
 * Raises a wall in the caller's transaction: what carries its id is seen by its members only. Whoever raises it stands inside.
 * @param memberIds  the others inside; the system must name at least one person
 * @returns the wall's id, for the `wall_id` of what it hides
 */
export async function raiseWall(
  transaction: Transaction,
  tools: WallTools,
  { reason, memberIds }: { reason: string; memberIds: string[] },
): Promise<string> {
  const { viewer, now } = tools;
  const inside = [...new Set([...(viewer.person ? [viewer.person.id] : []), ...memberIds])];
  if (inside.length === 0) throw new Refusal('invalid', 'A wall needs somebody inside.', { field: 'memberIds' });
  const id = newId();
  await store.insertWall(transaction, { id, reason }, now());
  await store.insertMembers(transaction, id, inside, { by: viewer.person?.id ?? null, at: now() });
  await auditWall(transaction, tools, id, 'wall.raise', { reason, memberIds: inside });
  return id;
}

/**
 * Lets more people in. Who is inside already is left as they are.
 * @throws Refusal 'not-found' outside, 'conflict' with obstacle 'lifted'
 */
export async function letIntoWall(
  transaction: Transaction,
  tools: WallTools,
  wallId: string,
  personIds: string[],
): Promise<void> {
  const { viewer, now } = tools;
  await requireStanding(transaction, viewer, wallId);
  const inside = new Set((await store.listMembers(transaction, viewer, wallId)).map(({ personId }) => personId));
  const entering = [...new Set(personIds)].filter((id) => !inside.has(id));
  if (entering.length === 0) return;
  await store.insertMembers(transaction, wallId, entering, { by: viewer.person?.id ?? null, at: now() });
  await auditWall(transaction, tools, wallId, 'wall.let-in', { memberIds: entering });
}

/**
 * Takes somebody out; they see nothing of it from then on.
 * @throws Refusal 'not-found' outside or for somebody who is not inside, 'conflict' with obstacle 'last-member' or 'lifted'
 */
export async function takeOutOfWall(
  transaction: Transaction,
  tools: WallTools,
  wallId: string,
  personId: string,
): Promise<void> {
  const { viewer, now } = tools;
  await requireStanding(transaction, viewer, wallId);
  const inside = await store.listMembers(transaction, viewer, wallId);
  if (!inside.some((member) => member.personId === personId))
    throw new Refusal('not-found', 'Nobody inside by this id');
  if (inside.length === 1)
    throw new Refusal('conflict', 'Somebody must stay inside; lift the wall instead.', { obstacle: 'last-member' });
  // Written while still inside: afterwards nobody outside could write about it.
  await auditWall(transaction, tools, wallId, 'wall.take-out', { memberIds: [personId] });
  await store.endMembership(transaction, viewer, wallId, personId, now());
}

/**
 * Lifts the wall: what it hid is seen by everybody who may see its kind.
 * @throws Refusal 'not-found' outside, 'conflict' with obstacle 'lifted'
 */
export async function liftWall(transaction: Transaction, tools: WallTools, wallId: string): Promise<void> {
  await requireStanding(transaction, tools.viewer, wallId);
  await store.markLifted(transaction, wallId, tools.now());
  await auditWall(transaction, tools, wallId, 'wall.lift', {});
}

/**
 * Who stands inside a wall.
 * @throws Refusal 'not-found' for somebody outside
 */
export async function listWallMembers(db: Db, viewer: Viewer, wallId: string): Promise<store.WallMember[]> {
  const members = await store.listMembers(db, viewer, wallId);
  if (members.length === 0) throw new Refusal('not-found', `No wall ${wallId}`);
  return members;
}

async function requireStanding(transaction: Transaction, viewer: Viewer, wallId: string): Promise<void> {
  const wall = await store.lockWall(transaction, viewer, wallId);
  if (!wall) throw new Refusal('not-found', `No wall ${wallId}`);
  if (wall.liftedAt) throw new Refusal('conflict', 'This wall is lifted.', { obstacle: 'lifted' });
}

async function auditWall(
  transaction: Transaction,
  tools: WallTools,
  wallId: string,
  action: `wall.${string}`,
  after: object,
): Promise<void> {
  await recordAudit(transaction, tools, { action, subjectKind: 'wall', subjectId: wallId, after, wallId });
}
