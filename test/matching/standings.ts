import { ask } from '../processes.ts';

type Verdict = {
  key: number;
  vulnerability_id: number;
  product: string;
  scope: string;
  scope_id: string | null;
  status: string;
  fixed_in: string | null;
  decided_at: string;
  wall_id: string | null;
};
type Release = {
  release_key: number;
  release_id: string;
  model_id: string;
  line_id: string;
  hardware: string | null;
  released_on: string | null;
  born_at: string | null;
};
type Exposure = {
  release_key: number;
  vulnerability_id: number;
  product: string;
  value: number;
  standing: number;
  verdict_key: number | null;
  inherited: boolean;
  wall_id: string | null;
};

const rank = { release: 1, model: 2, line: 3, all: 4 } as Record<string, number>;

/** Where every place stands by what is stored: "1.0 3" for version and standing, "?" behind one that was carried over. */
export async function standingsOf(ownerUrl: string, vulnerability = 'CVE-2026-1'): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    ownerUrl,
    `select concat(n.version, ' ', e.standing, case when e.inherited then '?' end) as line from exposure e
     join inventory_release_name_v1 n on n.release_key = e.release_key join vulnerability v on v.id = e.vulnerability_id
     where v.name = '${vulnerability}' order by n.version collate "C", e.standing`,
  );
  return rows.map(({ line }) => line);
}

/** All that lists and counts are read from, but for when places were last written. */
export async function everythingCounted(ownerUrl: string): Promise<unknown[]> {
  return ask(
    ownerUrl,
    `select 'place' as kind, (to_jsonb(e) - 'changed_at')::text as row from exposure e
     union all select 'count', to_jsonb(c)::text from exposure_count c
     union all select 'sum', to_jsonb(v)::text from vulnerability_count v
     union all select 'verdict', jsonb_build_array(v.key, v.state, v.ended_at, v.inherited)::text from verdict v where v.state in ('standing', 'waiting')
     order by 1, 2`,
  );
}

/** Resolves every place anew by itself and counts everything once more; what is stored otherwise comes back. */
export async function wrongStandings({ ownerUrl }: { ownerUrl: string }): Promise<unknown[]> {
  const exposures = await ask<Exposure>(
    ownerUrl,
    'select e.*, k.key as product from exposure e join product_key k on k.id = e.product_key_id',
  );
  const verdicts = await ask<Verdict>(
    ownerUrl,
    "select v.*, v.decided_at::text as decided_at from verdict v where state = 'standing'",
  );
  const releases = await ask<Release>(
    ownerUrl,
    `select n.*, n.released_on::text as released_on, b.born_at::text as born_at from inventory_release_name_v1 n
     left join inventory_release_birth_v1 b using (release_key)`,
  );
  const confirmed = new Set(
    (
      await ask<{ line: string }>(
        ownerUrl,
        "select concat(verdict_key, ' ', release_id) as line from verdict_confirmation",
      )
    ).map(({ line }) => line),
  );
  const byKey = new Map(releases.map((release) => [release.release_key, release]));
  const byId = new Map(releases.map((release) => [release.release_id, release]));
  const wrong: unknown[] = [];
  for (const exposure of exposures) {
    const release = byKey.get(exposure.release_key) as Release;
    const counting = verdicts
      .filter((verdict) => countsAt(verdict, exposure, release, byId))
      .sort((a, b) => (rank[a.scope] ?? 0) - (rank[b.scope] ?? 0) || (a.decided_at < b.decided_at ? 1 : -1))[0];
    const inherited =
      counting !== undefined &&
      counting.scope !== 'release' &&
      release.born_at !== null &&
      new Date(release.born_at) > new Date(counting.decided_at) &&
      !confirmed.has(`${counting.key} ${release.release_id}`);
    const standing = standingOf(exposure.value, counting?.status ?? null, inherited);
    const expected = [counting?.key ?? null, inherited, standing];
    const stored = [exposure.verdict_key, exposure.inherited, exposure.standing];
    if (JSON.stringify(expected) !== JSON.stringify(stored)) wrong.push({ exposure, expected });
  }
  return [...wrong, ...(await wrongCounts(ownerUrl))];
}

function countsAt(verdict: Verdict, exposure: Exposure, release: Release, byId: ReadonlyMap<string, Release>): boolean {
  if (verdict.vulnerability_id !== exposure.vulnerability_id || verdict.product !== exposure.product) return false;
  if (verdict.wall_id !== null && verdict.wall_id !== exposure.wall_id) return false;
  const id = { release: release.release_id, model: release.model_id, line: release.line_id, all: null }[verdict.scope];
  if (id !== verdict.scope_id) return false;
  const fixed = verdict.fixed_in === null ? undefined : byId.get(verdict.fixed_in);
  if (!fixed) return true;
  const [day, fixedDay] = [release.released_on ?? '9999', fixed.released_on ?? '9999'];
  const isAfter = day > fixedDay || (day === fixedDay && release.release_key >= fixed.release_key);
  return isAfter && (fixed.hardware === null || fixed.hardware === release.hardware);
}

function standingOf(value: number, status: string | null, inherited: boolean): number {
  if (status === null) return value;
  if (status === 'affected') return 3;
  if (status === 'under-investigation') return Math.max(value, 2);
  return inherited ? value : 0;
}

/** The counts once more from the places themselves. */
async function wrongCounts(ownerUrl: string): Promise<unknown[]> {
  return ask(
    ownerUrl,
    `with pair as (
      select e.vulnerability_id, f.model_id, f.in_field, f.units, max(e.standing) as value, max(e.standing) = 0 and max(e.value) > 0 as closed
      from exposure e join exposed_release f on f.release_key = e.release_key
      group by e.vulnerability_id, f.release_key, f.model_id, f.in_field, f.units),
    counted as (select vulnerability_id, model_id, in_field, value, count(*)::integer as releases, sum(units)::bigint as units,
      count(*) filter (where closed)::integer as closed from pair group by 1, 2, 3, 4),
    summed as (select vulnerability_id, sum(closed)::integer as closed from counted group by 1),
    carried as (select verdict_key, count(*)::integer as places from exposure where inherited group by 1)
    select 'count' as kind, to_jsonb(n)::text as told, to_jsonb(c)::text as kept
      from counted n full join exposure_count c using (vulnerability_id, model_id, in_field, value)
      where (n.releases, n.units, n.closed) is distinct from (c.releases, c.units, c.closed)
    union all select 'sum', to_jsonb(s)::text, to_jsonb(c)::text from summed s full join vulnerability_count c using (vulnerability_id)
      where s.closed is distinct from c.closed
    union all select 'carried', to_jsonb(x)::text, to_jsonb(v)::text from verdict v left join carried x on x.verdict_key = v.key
      where v.inherited <> coalesce(x.places, 0)`,
  );
}
