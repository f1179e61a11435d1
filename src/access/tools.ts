import type { Emit } from '#events';
import type { Db } from '#platform/database';
import type { House } from '#platform/house';
import type { Viewer } from './viewer.ts';

/** Where a call came from; kept with the audit trail. */
export type Origin = { requestId: string; ip: string | null; userAgent: string | null };

/** The browser's session, read and written only by the use cases of signing in. */
export type SessionCarrier = {
  token: string | null;
  start: (token: string, expiresAt: Temporal.Instant) => void;
  end: () => void;
  /** What marks the browser as one that somebody has signed in with; stays after the session. */
  device: string | null;
  keepDevice: (word: string, expiresAt: Temporal.Instant) => void;
};

/**
 * What a use case works with, made per call: the database as this viewer may see it, the clock, the way to tell others.
 * Each use case names only the parts that it needs.
 */
export type Tools = {
  db: Db;
  viewer: Viewer;
  now: () => Temporal.Instant;
  emit: Emit;
  origin: Origin;
  session: SessionCarrier;
  house: House;
};
