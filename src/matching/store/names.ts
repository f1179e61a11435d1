import { sql } from 'kysely';

/** A release with what leads to it, as JSON, from `inventory_release_name_v1 n`. */
export const releaseName = sql`jsonb_build_object('id', n.release_id, 'slug', n.slug, 'version', n.version, 'hardware', n.hardware,
  'model', jsonb_build_object('id', n.model_id, 'slug', n.model_slug, 'name', n.model_name))`;

/** A component, as JSON, from `inventory_component_v1 c`; null where a technology is the reason. */
export const componentName = sql`case when c.component_id is null then null else
  jsonb_build_object('id', c.component_id, 'name', c.name, 'version', c.version) end`;

/** The technology that is the reason, from `product_key k`. */
export const technology = sql<string | null>`case when k.key like 'technology:%' then substr(k.key, 12) end`;

export type ReleaseName = {
  id: string;
  slug: string;
  version: string;
  hardware: string | null;
  model: { id: string; slug: string; name: string };
};
export type ComponentName = { id: number; name: string; version: string | null };
