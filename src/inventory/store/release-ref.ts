import { sql } from 'kysely';

/** A release by name, as JSON, from `release r`, its `model m` and its `hardware_revision h` (left joined). */
export const releaseRef = sql`jsonb_build_object('id', r.id, 'slug', r.slug, 'version', r.version,
  'hardware', case when h.id is null then null else jsonb_build_object('id', h.id, 'name', h.name) end,
  'model', jsonb_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'kind', m.kind),
  'state', r.state, 'releasedOn', r.released_on)`;

/** A release with its model and hardware, as releaseRef needs them. */
export const namedRelease = sql`release r join model m on m.id = r.model_id
  left join hardware_revision h on h.id = r.hardware_id`;

/** When a release came or will come; without a day it is the newest. As the indexes have it. */
export const releasedAt = sql`coalesce(r.released_on, 'infinity'::date)`;
