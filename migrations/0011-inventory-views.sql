-- What steps to the right read of inventory in their own statements.

create view inventory_use_v1 as select release_key, component_id from release_component;
comment on view inventory_use_v1 is 'Which distinct component is shipped in which release, modules at any depth included.';

create view inventory_release_v1 as
  select r.key as release_key, r.id as release_id, r.model_id, m.line_id,
    r.removed_at is null and m.removed_at is null as standing,
    r.state in ('shipped', 'shipment-stopped', 'supported') as in_field,
    coalesce(t.units, 0)::bigint as units
  from release r join model m on m.id = r.model_id left join release_tally t on t.release_key = r.key;
comment on view inventory_release_v1 is 'Releases with what they are counted by: whether they stand, are in the field, and how many units were shipped.';

create view inventory_release_name_v1 as
  select r.key as release_key, r.id as release_id, r.slug, r.version, h.name as hardware, m.id as model_id, m.slug as model_slug,
    m.name as model_name, m.name_folded as model_folded, l.id as line_id, l.name as line_name, l.name_folded as line_folded, r.released_on
  from release r join model m on m.id = r.model_id join product_line l on l.id = m.line_id
  left join hardware_revision h on h.id = r.hardware_id;
comment on view inventory_release_name_v1 is 'Releases with the names that lead to them.';

create view inventory_model_name_v1 as
  select m.id as model_id, m.slug as model_slug, m.name as model_name, m.name_folded as model_folded, l.id as line_id,
    l.name as line_name, l.name_folded as line_folded
  from model m join product_line l on l.id = m.line_id;
comment on view inventory_model_name_v1 is 'Models with the names that lead to them.';

create view inventory_component_v1 as
  select id as component_id, name, version, purl, cpes, supplier, distribution, identified from component;
comment on view inventory_component_v1 is 'Distinct components as they are known.';

-- Until now nothing matched, so nobody waits for it.
update sbom_import set matched_at = finished_at where state = 'stored' and matched_at is null;
