import { sql } from 'kysely';
import { listMatchable } from '../../src/intelligence/list-matchable.ts';
import { byVulnerability, evaluateMeetings } from '../../src/matching/evaluate-meetings.ts';
import { candidatesOf } from '../../src/matching/identity/candidates.ts';
import { matchReleases } from '../../src/matching/match-releases.ts';
import { matchRules } from '../../src/matching/rules.ts';
import { listComponents } from '../../src/matching/store/components.ts';
import { listMeetings, numberKeys } from '../../src/matching/store/keys.ts';
import { replaceMatches } from '../../src/matching/store/matches.ts';
import { withOwner } from './large-inventory.ts';
import type { Measured } from './on-server.ts';

const versionsEach = 50;
const namesAtOnce = 500;

/**
 * Match results and exposures of the large inventory as matching would write them, in bulk.
 * @returns how many exposures there are
 * @throws when matching a few releases again changes something: then this is not what the product does
 */
export async function loadLargeMatches({ tools, ownerUrl }: Measured, names: number): Promise<number> {
  const { db, viewer } = tools;
  for (let first = 0; first < names; first += namesAtOnce)
    await db.transaction().execute(async (transaction) => {
      const ids = Array.from({ length: namesAtOnce }, (_, n) => (first + n) * versionsEach + 1);
      const candidates = (await listComponents(transaction, ids)).flatMap((component) =>
        candidatesOf(component).map(({ key, tier, why }) => ({ id: component.id, key, tier, why })),
      );
      const numbers = await numberKeys(
        transaction,
        candidates.map(({ key }) => key),
      );
      const rows = candidates.map(({ id, key, tier, why }) => ({ id, number: numbers.get(key), tier, why }));
      await sql`
        insert into component_key (component_id, product_key_id, tier, why)
        select x.id + v, x.number, min(x.tier), min(x.why) from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as x(id integer, number integer, tier smallint, why text), generate_series(0, ${versionsEach - 1}) v
        group by 1, 2`.execute(transaction);
      const componentIds = ids.flatMap((id) => Array.from({ length: versionsEach }, (_, version) => id + version));
      await sql`
        insert into looked_up_component (component_id, rules)
        select id, ${matchRules} from unnest(${componentIds}::integer[]) as id`.execute(transaction);
      const meetings = await listMeetings(transaction, viewer, { componentIds });
      const met = [...new Set(meetings.map(({ vulnerabilityId }) => vulnerabilityId))];
      const statementsOf = byVulnerability(await listMatchable(transaction, viewer, met));
      const matched = await evaluateMeetings(transaction, meetings, statementsOf);
      await replaceMatches(transaction, viewer, { scope: { componentIds }, rows: matched });
    });
  await withOwner(ownerUrl, places);
  await sameAsMatching({ tools });
  return count(tools, 'exposure');
}

const places = [
  'drop index exposure_by_vulnerability',
  'alter table exposure drop constraint exposure_pk',
  `insert into exposure (release_key, vulnerability_id, product_key_id, component_id, value, reason, standing, first_seen_at, changed_at)
    select distinct on (u.release_key, m.vulnerability_id, m.product_key_id) u.release_key, m.vulnerability_id, m.product_key_id,
      m.component_id, m.value, m.reason, m.value, at, at
    from match m join release_component u using (component_id),
      lateral (select now() - (m.vulnerability_id % 700) * interval '1 day' as at) seen
    where m.value > 0 and m.needs = 'nothing'
    order by u.release_key, m.vulnerability_id, m.product_key_id, m.value desc, m.component_id`,
  'alter table exposure add constraint exposure_pk primary key (release_key, vulnerability_id, product_key_id)',
  'create index exposure_by_vulnerability on exposure (vulnerability_id, release_key)',
  `insert into exposed_release (release_key, release_id, model_id, line_id, in_field, units, matched_at)
    select release_key, release_id, model_id, line_id, in_field, units, now() from inventory_release_v1`,
  `insert into exposure_count (vulnerability_id, model_id, in_field, value, releases, units)
    select e.vulnerability_id, f.model_id, f.in_field, e.value, count(*), sum(f.units)
    from (select release_key, vulnerability_id, max(value) as value from exposure group by 1, 2) e
    join exposed_release f using (release_key) group by 1, 2, 3, 4`,
  `insert into vulnerability_count (vulnerability_id, value, first_seen_at, applies, may_apply, cannot_compare, units, elsewhere,
      elsewhere_applies, elsewhere_may_apply)
    select c.vulnerability_id, coalesce(max(value) filter (where in_field), -1), now() - (c.vulnerability_id % 700) * interval '1 day',
      coalesce(sum(releases) filter (where in_field and value = 3), 0), coalesce(sum(releases) filter (where in_field and value = 2), 0),
      coalesce(sum(releases) filter (where in_field and value = 1), 0), coalesce(sum(units) filter (where in_field and value >= 2), 0),
      coalesce(sum(releases) filter (where not in_field and value > 0), 0),
      coalesce(sum(releases) filter (where not in_field and value = 3), 0),
      coalesce(sum(releases) filter (where not in_field and value = 2), 0)
    from exposure_count c group by c.vulnerability_id`,
  'vacuum analyze',
];

async function sameAsMatching({ tools }: Pick<Measured, 'tools'>): Promise<void> {
  await matchReleases(tools, [1, 50, 777]);
  const changed = await count(tools, 'exposure_change');
  if (changed > 0)
    throw new Error(`Matching again changes ${changed} places: the bulk load is not what matching writes`);
}

async function count({ db }: Pick<Measured['tools'], 'db'>, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}
