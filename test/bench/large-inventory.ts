import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { schemeOfPurlType } from '#versions/scheme-of-purl';
import { versionKey } from '#versions/version-key';

/** Models of ten lines' worth each, releases of each model, distinct names of 50 versions each, and components of each release (300). */
export type Size = { models: number; releasesEach: number; names: number; componentsEach?: number };

export const large: Size = { models: 2_000, releasesEach: 50, names: 20_000 };
const versionsEach = 50;

/** Names that stand in every release; the others are spread over models. */
const popular = [
  'OpenSSL BusyBox zlib Linux-Kernel glibc U-Boot wpa_supplicant hostapd dnsmasq curl libpng libjpeg-turbo expat sqlite',
  'dropbear openssh lighttpd iptables iproute2 ppp mbedTLS wolfSSL lwIP FreeRTOS protobuf json-c libxml2 freetype ffmpeg',
  'live555 mosquitto avahi libupnp strongswan samba ntp chrony sudo bash ncurses',
].flatMap((line) => line.split(' '));

/**
 * A maker of 200 lines, 2,000 models and 100,000 releases, each of 300 of 1,000,000 components, or another size: bulk load,
 * then analysed.
 * @param url  the owner's, of a migrated database without products
 */
export async function loadLargeInventory(url: string, size = large): Promise<void> {
  await withOwner(url, [...bare, ...products(size)]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const into = copyFrom(
      'copy component (id, fingerprint, name, name_folded, version, purl, cpes, supplier, distribution, scheme, version_key, identified) from stdin',
    );
    await pipeline(Readable.from(componentRows(size)), client.query(into));
  } finally {
    await client.end();
  }
  await withOwner(url, [...uses(size), ...tallies(size)]);
}

/** Runs statements one after the other as the owner of the database, who may lose the last seconds. */
export async function withOwner(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of [...settings, ...statements]) await client.query(statement);
  } finally {
    await client.end();
  }
}

const settings = [
  "set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2",
];

const bare = [
  // Indexes of components are built whole after the load; 30 million uses are checked once, not row by row.
  'drop index component_by_name, component_by_part_of_name, component_by_purl, component_by_cpe',
  `alter table release_component drop constraint release_component_release, drop constraint release_component_component,
    drop constraint release_component_pk`,
  'drop index release_component_by_component',
];

const products = ({ models, releasesEach }: Size) => [
  `insert into product_line (id, name, name_folded, revision, changed_at, changed_by)
    select gen_random_uuid(), name, name, 1, now(), 'bench' from (select 'line-' || lpad(n::text, 3, '0') as name from generate_series(0, ${models / 10 - 1}) n) l`,
  `insert into model (id, line_id, name, name_folded, slug, kind, markets, update_how, update_automatic, update_signed, update_rollback,
      note, security_ends_on, part_numbers, revision, safety, tags, build_source, build_toolchain, build_people)
    select gen_random_uuid(), l.id, upper(called), called, called, 'device', case when n % 7 = 0 then array['DE', 'JP'] else array['JP'] end,
      'over-the-air', 'yes', 'yes', 'no', '', date '2026-03-31' + (n % 9) * 365, 1, 1, 'no', '{}', '', '', ''
    from (select n, 'mx-' || lpad(n::text, 4, '0') as called from generate_series(0, ${models - 1}) n) m
    join product_line l on l.name = 'line-' || lpad((n / 10)::text, 3, '0')`,
  `insert into part_number (id, model_id, number, folded, note) select gen_random_uuid(), id, name || '-W', name || '-W', '' from model`,
  `insert into release (id, key, model_id, version, slug, state, released_on, firmware_name, tags, note, revision)
    select gen_random_uuid(), right(m.slug, 4)::integer * ${releasesEach} + n + 1, m.id, v, v,
      (array['ended', 'supported', 'supported', 'supported', 'shipped'])[n * 5 / ${releasesEach} + 1], date '2014-01-01' + n * 90, v || '.bin', '{}', '', 1
    from model m, (select n, (n / 10 + 1) || '.' || n % 10 || '.0' as v from generate_series(0, ${releasesEach - 1}) n) of`,
  `insert into shipment (id, release_id, month, region, units, revision)
    select gen_random_uuid(), id, date_trunc('month', released_on + 30 * n)::date, (array['JP', 'US'])[n + 1], 100 + key % 900, 1
    from release, generate_series(0, 1) n`,
  'analyze product_line, model, release, shipment',
];

/** Version v of name n, as its kind of software counts. */
export function versionOf(n: number, v: number): string {
  if (n === 0) return v < 20 ? `1.0.2${letter(v)}` : v < 43 ? `1.1.1${letter(v - 20)}` : `3.0.${v - 43}`;
  if (n % 5 === 1) return `1.${Math.floor(v / 10)}.${v % 10}-r${v % 3}`;
  if (n % 5 === 2) return `${1 + Math.floor(v / 20)}.${v % 20}.0`;
  if (n % 5 === 3) return `2.${v}p${1 + (v % 2)}`;
  return `${3 + Math.floor(v / 25)}.${v % 25}.${n % 7}`;
}

const letter = (place: number) => String.fromCharCode(97 + place);
const purlTypes = [null, 'apk', 'npm', null, 'pypi'];

/** How name n is called. */
export const nameOf = (n: number) =>
  popular[n] ?? `lib-${['net', 'crypt', 'media', 'sys', 'util'][n % 5]}-${n.toString(36)}`;

/** The type of purl that name n has; null for none. */
export const purlTypeOf = (n: number) => (n === 0 ? null : (purlTypes[n % 5] ?? null));

function* componentRows({ names }: Size): Generator<string> {
  const keys = new Map<string, string>();
  for (let n = 0; n < names; n++) {
    const name = nameOf(n);
    const folded = name.toLowerCase();
    const type = purlTypeOf(n);
    const scheme = schemeOfPurlType(type);
    let rows = '';
    for (let v = 0; v < versionsEach; v++) {
      const version = versionOf(n, v);
      const id = n * versionsEach + v + 1;
      const known = keys.get(scheme + version);
      const key = known ?? Buffer.from(versionKey(scheme, version) ?? []).toString('hex');
      if (known === undefined) keys.set(scheme + version, key);
      const purl = type === null ? '\\N' : `pkg:${type}/${folded}@${version}`;
      const cpes = n < popular.length ? `{cpe:2.3:a:${folded}:${folded}:${version}:*:*:*:*:*:*:*}` : '{}';
      const identified = n % 50 === 49 ? 'f' : 't';
      const fingerprint = id.toString(16).padStart(32, '0');
      rows += `${id}\t\\\\x${fingerprint}\t${name}\t${folded}\t${version}\t${purl}\t${cpes}\t\\N\t\\N\t${scheme}\t\\\\x${key}\t${identified}\n`;
    }
    yield rows;
  }
}

// A model has the popular 40 names, 60 of its platform and 200 of its own; each release brings another version of each.
const uses = ({ releasesEach, names, componentsEach = 300 }: Size) => [
  `insert into release_component (release_key, component_id)
    select r.key, name * ${versionsEach} + (r.key + name) % ${versionsEach} + 1
    from release r, generate_series(0, ${componentsEach - 1}) slot, lateral (select (r.key - 1) / ${releasesEach} as model) of,
      lateral (select case when slot < ${popular.length} then slot when slot < 100 then (model % 16) * 60 + slot
        else 1000 + (model * 137 + slot) % ${names - 1000} end as name) named`,
  'alter table release_component add constraint release_component_pk primary key (release_key, component_id)',
  'create index release_component_by_component on release_component (component_id, release_key)',
  `alter table release_component add constraint release_component_release foreign key (release_key) references release (key),
    add constraint release_component_component foreign key (component_id) references component`,
  'create index component_by_name on component (name_folded, scheme, version_key)',
  'create index component_by_part_of_name on component using gin (name_folded gin_trgm_ops) with (fastupdate = off)',
  `create index component_by_purl on component (regexp_replace(purl, '[@?#].*$', '') collate "C", scheme, version_key) where purl is not null`,
  `create index component_by_cpe on component using gin (cpe_names(cpes)) with (fastupdate = off) where cpes <> '{}'`,
];

const tallies = ({ models, releasesEach, names }: Size) => [
  `insert into release_tally (release_key, model_id, state, standing, components, unidentified, units, sbom_at, quality)
    select r.key, r.model_id, r.state, true, 300, 6, sum(s.units), now(), 80 from release r join shipment s on s.release_id = r.id group by r.id`,
  `insert into model_tally (model_id, releases, in_field, without_sbom, unidentified, units)
    select r.model_id, count(*), count(*) filter (where r.state in ('shipped', 'shipment-stopped', 'supported')), 0, 6, sum(t.units)
    from release r join release_tally t on t.release_key = r.key group by r.model_id`,
  `select setval(pg_get_serial_sequence('component', 'id'), ${names * versionsEach}), setval(pg_get_serial_sequence('release', 'key'), ${models * releasesEach})`,
  'vacuum analyze',
];
