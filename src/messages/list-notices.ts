import { z } from 'zod';
import type { Tools } from '#access';
import { Refusal } from '#platform/errors';
import { decodeCursor, InstantOfCursor, pageOf } from '#platform/keyset';
import type { Notice } from './model.ts';
import * as store from './store/notice.ts';

type Parts = Pick<Tools, 'db' | 'viewer'>;

const Place = z.tuple([InstantOfCursor, z.uuid()]);

/** Whose notices a call is about. @throws Refusal 'not-signed-in' for what is nobody's */
export function receiverOf({ viewer }: Pick<Tools, 'viewer'>): string {
  if (!viewer.person) throw new Refusal('not-signed-in', 'Notices belong to a person.');
  return viewer.person.id;
}

/** One page of my notices, newest first. */
export async function listNotices(
  tools: Parts,
  { unread, after, limit }: { unread: boolean; after?: string | undefined; limit: number },
): Promise<{ items: Notice[]; next: string | null }> {
  const rows = await store.listNotices(tools.db, tools.viewer, receiverOf(tools), {
    unreadOnly: unread,
    after: after === undefined ? null : placeAfter(after),
    limit: limit + 1,
  });
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id]);
}

/** The place that a cursor of a list by time names. @throws Refusal 'invalid' */
export function placeAfter(cursor: string): { createdAt: Temporal.Instant; id: string } {
  const [createdAt, id] = decodeCursor(cursor, Place);
  return { createdAt: Temporal.Instant.from(createdAt), id };
}

/** How many notices I have not read. */
export async function countUnread(tools: Parts): Promise<{ unread: number }> {
  return { unread: await store.countUnread(tools.db, tools.viewer, receiverOf(tools)) };
}
