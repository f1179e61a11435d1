import { vexFileSeeders } from './vex-files.ts';

/** What a row is made of. */
export type Seed = {
  id: string;
  at: Temporal.Instant;
  /** null: the same row in public, so that walled rows stand between public ones. */
  wallId: string | null;
  personId: string;
  /** A word that stands in this column of this row only; behind a wall a canary. */
  word: (column: string) => string;
  number: number;
};

export type Seeder = {
  /** Its columns; every text of it holds a word. */
  row: (seed: Seed) => Record<string, unknown>;
  /** Columns whose text is the schema's own, e.g. a state; these cannot hold a word. */
  plain: string[];
  /** Endpoints and edges in which whoever stands inside the wall must see a word of it: so the test knows that it looks. */
  showsIn: string[];
  /** One row for each person, outside and inside: it belongs to somebody. */
  each: 'person' | 'wall';
};

/**
 * How to put a thing behind a wall, by table. A table with a wall that has no seeder here stops the leak test:
 * nobody would know whether it leaks.
 */
export const seeders: Record<string, Seeder> = {
  ...vexFileSeeders,
  audit: {
    each: 'wall',
    row: ({ id, at, wallId, personId, word, number }) => ({
      ref: id,
      at,
      actor_kind: 'person',
      actor_id: personId,
      actor_name: word('actor_name'),
      action: `${word('action')}.create`,
      subject_kind: word('subject_kind'),
      subject_id: word('subject_id'),
      subject_name: word('subject_name'),
      before: { text: word('before') },
      after: { text: word('after') },
      origin: { ip: word('ip'), requestId: word('requestId'), userAgent: word('userAgent') },
      wall_id: wallId,
      salt: `\\x${String(number % 100)
        .padStart(2, '0')
        .repeat(16)}`,
    }),
    plain: ['actor_kind', 'salt', 'erased'],
    showsIn: ['access.listAudit', 'access.listAuditWords', 'edge access.export-audit'],
  },
  notice: {
    each: 'person',
    row: ({ id, at, wallId, personId, word }) => ({
      id,
      person_id: personId,
      kind: word('kind'),
      subject_kind: word('subject_kind'),
      subject_id: word('subject_id'),
      title: word('title'),
      body: word('body'),
      path: `/${word('path')}`,
      dedupe_key: word('dedupe_key'),
      wall_id: wallId,
      created_at: at,
    }),
    plain: [],
    showsIn: ['messages.listNotices'],
  },
  delivery: {
    each: 'person',
    row: ({ id, at, wallId, personId, word, number }) => ({
      id,
      channel: 'mail',
      kind: word('kind'),
      person_id: personId,
      receiver_name: word('receiver_name'),
      address: `${word('address')}@example.jp`,
      subject: word('subject'),
      body: word('body'),
      dedupe_key: word('dedupe_key'),
      wall_id: wallId,
      state: ['failed', 'cancelled', 'waiting-for-settings'][number % 3],
      attempts: 1,
      created_at: at,
      due_at: at,
      last_error: word('last_error'),
    }),
    plain: ['channel', 'state'],
    showsIn: ['messages.listDeliveries', 'messages.exportDeliveries'],
  },
};
