import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { ask } from './processes.ts';

/** What a database knows and what it found to touch us: a line for each row, by table, without numbers, ids and times that chance gives. */
export type KnownContent = Record<string, string[]>;

const recordNamed = `(r.source || ' ' || r.external_id) as record`;
const releaseNamed = `(n.model_name || ' ' || n.version) as release`;
const componentNamed = `concat_ws(' ', c.name, c.version, c.purl, array_to_string(c.cpes, ' '), c.supplier, c.distribution) as component`;
const vulnerabilityNamed = `(v.name || case when v.state = 'merged' then ' (merged)' else '' end) as vulnerability`;

const statements: Record<string, string> = {
  vulnerability: `select ${vulnerabilityNamed}, v.title_ja, v.title_en, v.state, v.score, v.score_version, v.severity, v.exploited_on,
      v.epss, v.epss_percentile, v.labels, v.technologies, v.published_at, v.modified_at, v.searched, m.name as merged_into
    from vulnerability v left join vulnerability m on m.id = v.merged_into`,
  record: `select ${recordNamed}, ${vulnerabilityNamed}, r.revision, r.reader, encode(r.original_sha256, 'hex') as original,
      r.statement, r.state, r.modified_at
    from record r join vulnerability v on v.id = r.vulnerability_id`,
  record_revision: `select ${recordNamed}, x.revision, encode(x.original_sha256, 'hex') as original
    from record_revision x join record r on r.id = x.record_id`,
  record_name: `select ${recordNamed}, x.name from record_name x join record r on r.id = x.record_id`,
  alias_merge: `select f.name as from_name, i.name as into_name, x.how, x.name
    from alias_merge x join vulnerability f on f.id = x.from_id join vulnerability i on i.id = x.into_id`,
  epss_score: 'select name, probability, percentile, scored_on, model from epss_score',
  version_phrase: `select ${recordNamed}, x.product, x.phrase, x.ranges, x.wanted_at is not null as wanted
    from version_phrase x join record r on r.id = x.record_id`,
  source_state: 'select source, data_at, records from source_state',
  // A run that was cut off has written what it says; those that followed wrote the rest.
  intelligence_import: `select sum((counts->>'created')::integer) as created, sum((counts->>'changed')::integer) as changed,
      (array_agg(counts->'refused' order by started_at desc))[1] as refused,
      (array_agg(counts->'bySource' order by started_at desc))[1] as by_source,
      (array_agg(counts->'scores' order by started_at desc))[1] as scores
    from intelligence_import`,
  intelligence_problem: `select x.number, x.file, x.place, x.rule, x.message from intelligence_problem x
    where x.import_id = (select id from intelligence_import order by started_at desc limit 1)`,
  record_key: `select ${recordNamed}, k.key, ${vulnerabilityNamed}
    from record_key x join record r on r.id = x.record_id join product_key k on k.id = x.product_key_id
    join vulnerability v on v.id = x.vulnerability_id`,
  component_key: `select ${componentNamed}, k.key, x.tier, x.why
    from component_key x join component c on c.id = x.component_id join product_key k on k.id = x.product_key_id`,
  looked_up_component: `select ${componentNamed}, x.rules from looked_up_component x join component c on c.id = x.component_id`,
  match: `select ${componentNamed}, ${vulnerabilityNamed}, x.value, x.reason, k.key, x.tier, x.needs
    from match x join component c on c.id = x.component_id join vulnerability v on v.id = x.vulnerability_id
    join product_key k on k.id = x.product_key_id`,
  exposure: `select ${releaseNamed}, ${vulnerabilityNamed}, k.key, ${componentNamed}, x.value, x.reason
    from exposure x join inventory_release_name_v1 n on n.release_key = x.release_key
    join vulnerability v on v.id = x.vulnerability_id join product_key k on k.id = x.product_key_id
    left join component c on c.id = x.component_id`,
  exposed_release: `select ${releaseNamed}, x.in_field, x.units
    from exposed_release x join inventory_release_name_v1 n on n.release_key = x.release_key`,
  exposure_count: `select ${vulnerabilityNamed}, m.name as model, x.in_field, x.value, x.releases, x.units
    from exposure_count x join vulnerability v on v.id = x.vulnerability_id join model m on m.id = x.model_id`,
  vulnerability_count: `select ${vulnerabilityNamed}, x.value, x.applies, x.may_apply, x.cannot_compare, x.units, x.elsewhere
    from vulnerability_count x join vulnerability v on v.id = x.vulnerability_id`,
};

export async function knownContent(ownerUrl: string): Promise<KnownContent> {
  const content: KnownContent = {};
  for (const [table, statement] of Object.entries(statements)) {
    const rows = await ask<{ line: string }>(ownerUrl, `select to_jsonb(x)::text as line from (${statement}) x`);
    content[table] = rows.map(({ line }) => line).sort();
  }
  return { ...content, record_original: await originals(ownerUrl), exposure_change: await tornHistory(ownerUrl) };
}

/** Every kept original is what its hash says. */
async function originals(ownerUrl: string): Promise<string[]> {
  const rows = await ask<{ sha256: Buffer; bytes: Buffer }>(ownerUrl, 'select sha256, bytes from record_original');
  const lines = rows.map(({ sha256, bytes }) => {
    const found = createHash('sha256').update(zstdDecompressSync(bytes)).digest();
    return `${sha256.toString('hex')} ${found.equals(sha256) ? 'whole' : 'broken'}`;
  });
  return lines.sort();
}

/** How a run cuts its changes differs; told one after the other they must lead to what stands, each from where the one before ended. */
async function tornHistory(ownerUrl: string): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    ownerUrl,
    `with told as (
       select c.release_key, c.vulnerability_id, c.product_key_id, c.before, c.after,
         lag(c.after) over place as ended,
         lead(c.batch_id) over place as next
       from exposure_change c join exposure_batch b on b.id = c.batch_id
       window place as (partition by c.release_key, c.vulnerability_id, c.product_key_id order by b.at, b.id))
     select concat_ws(' ', 'torn', v.name, t.before, t.after, t.ended) as line from told t join vulnerability v on v.id = t.vulnerability_id
     where t.before is distinct from t.ended
     union all
     select concat_ws(' ', 'untold', v.name, e.value, t.after)
     from exposure e full join (select * from told where next is null and after is not null) t using (release_key, vulnerability_id, product_key_id)
     join vulnerability v on v.id = vulnerability_id
     where e.value is distinct from t.after`,
  );
  return rows.map(({ line }) => line).sort();
}

/** The first lines of each table that stand in one content only; empty when both are the same. */
export function differencesOf(one: KnownContent, other: KnownContent, most = 5): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((table) => {
    const [ours, theirs] = [one[table] ?? [], other[table] ?? []];
    const [inOurs, inTheirs] = [countOf(ours), countOf(theirs)];
    const only = (lines: string[], others: Map<string, number>, mine: Map<string, number>, sign: string) =>
      [...new Set(lines)]
        .filter((line) => (mine.get(line) ?? 0) > (others.get(line) ?? 0))
        .slice(0, most)
        .map((line) => `${sign} ${table} ${line}`);
    return [...only(ours, inTheirs, inOurs, '-'), ...only(theirs, inOurs, inTheirs, '+')];
  });
}

function countOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
