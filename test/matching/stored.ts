import { ask } from '../processes.ts';
import { type Inventory, type Kept, type Lines, labelOf } from './brute-force.ts';

/** What inventory keeps of the bills of materials of these releases. */
export async function inventoryOf(ownerUrl: string, releaseIds: readonly string[]): Promise<Inventory> {
  const components = await ask<Kept>(
    ownerUrl,
    'select id, name, version, purl, cpes, supplier, distribution from component order by id',
  );
  const rows = await ask<{ id: string; shipped: number[] }>(
    ownerUrl,
    'select s.release_id as id, c.shipped from sbom s join sbom_contents c on c.sbom_id = s.id where s.superseded_at is null',
  );
  const shippedOf = new Map(rows.map(({ id, shipped }) => [id, shipped]));
  return { components, ownOf: releaseIds.map((id) => shippedOf.get(id) ?? []) };
}

/** What matching has stored, as brute force tells it. Match results of components that no release has are left out. */
export async function storedLines(ownerUrl: string, releaseIds: readonly string[]): Promise<Lines> {
  const place = new Map(releaseIds.map((id, at) => [id, at]));
  const component = `jsonb_build_object('name', c.name, 'version', c.version, 'purl', c.purl, 'cpes', c.cpes,
    'supplier', c.supplier, 'distribution', c.distribution)`;
  const matches = await ask<{ component: Kept; line: string }>(
    ownerUrl,
    `select ${component} as component, concat_ws(' ', v.name, m.value, m.reason, k.key, m.tier) as line
    from match m join component c on c.id = m.component_id join vulnerability v on v.id = m.vulnerability_id
    join product_key k on k.id = m.product_key_id
    where m.value > 0 and exists (select from release_component u where u.component_id = m.component_id)`,
  );
  const exposures = await ask<{ id: string; name: string; key: string; component: Kept | null; end: string }>(
    ownerUrl,
    `select n.release_id as id, v.name, k.key, case when c.id is null then null else ${component} end as component,
      concat_ws(' ', e.value, e.reason) as end
    from exposure e join inventory_release_name_v1 n on n.release_key = e.release_key
    join vulnerability v on v.id = e.vulnerability_id join product_key k on k.id = e.product_key_id
    left join component c on c.id = e.component_id`,
  );
  const counts = await ask<{ line: string; releases: number; units: string }>(
    ownerUrl,
    `select concat_ws(' ', v.name, m.name, case when x.in_field then 'true' else 'false' end, x.value) as line, x.releases, x.units
    from exposure_count x join vulnerability v on v.id = x.vulnerability_id join model m on m.id = x.model_id`,
  );
  const phrases = await ask<{ line: string }>(
    ownerUrl,
    `select concat_ws(' ', r.source, r.external_id, p.product, p.phrase) as line
    from version_phrase p join record r on r.id = p.record_id where p.wanted_at is not null`,
  );
  return {
    match: matches.map(({ component: of, line }) => `${labelOf(of)} ${line}`).sort(),
    exposure: exposures
      .map(
        ({ id, name, key, component: of, end }) => `${place.get(id)} ${name} ${key} ${of ? labelOf(of) : null} ${end}`,
      )
      .sort(),
    count: counts
      .flatMap(({ line, releases, units }) => [`${line} releases ${releases}`, `${line} units ${units}`])
      .sort(),
    phrase: phrases.map(({ line }) => line).sort(),
  };
}

/** The sums over models that lists are sorted by, told once more from the counts themselves; empty when they are right. */
export async function wrongSums(ownerUrl: string): Promise<unknown[]> {
  return ask(
    ownerUrl,
    `with told as (
      select vulnerability_id, coalesce(max(value) filter (where in_field), -1) as value,
        coalesce(sum(releases) filter (where in_field and value = 3), 0) as applies,
        coalesce(sum(releases) filter (where in_field and value = 2), 0) as may_apply,
        coalesce(sum(releases) filter (where in_field and value = 1), 0) as cannot_compare,
        coalesce(sum(units) filter (where in_field and value >= 2), 0) as units,
        coalesce(sum(releases) filter (where not in_field and value > 0), 0) as elsewhere
      from exposure_count group by vulnerability_id),
    remembered as (select distinct on (vulnerability_id) vulnerability_id, after from vulnerability_change
      order by vulnerability_id, at desc)
    select * from told t full join vulnerability_count c using (vulnerability_id)
    left join remembered r using (vulnerability_id)
    where coalesce(r.after, -1) <> c.value or (t.value, t.applies, t.may_apply, t.cannot_compare, t.units, t.elsewhere)
      is distinct from (c.value, c.applies, c.may_apply, c.cannot_compare, c.units, c.elsewhere)`,
  );
}
