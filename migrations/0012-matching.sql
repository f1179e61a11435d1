-- What of it touches us: products that records and components are looked up by, match results, and where they stand.

create table product_key (
  id  integer          generated always as identity constraint product_key_pk primary key,
  key text collate "C" not null constraint product_key_unique unique
);
comment on table product_key is 'A product as it is looked up: cpe:a:openssl:openssl, purl:pkg:npm/lodash. Written by matching.';
comment on column product_key.id is 'Nobody sees it, and no list is ordered by it: what stands behind a wall has numbers too.';

create table record_key (
  record_id      integer not null,
  product_key_id integer not null constraint record_key_product references product_key,
  vulnerability_id integer not null,
  wall_id        uuid    constraint record_key_wall references wall,
  constraint record_key_pk primary key (product_key_id, record_id)
);
comment on table record_key is 'Which records speak of which product. Written by matching.';
create index record_key_by_record on record_key (record_id);
create index record_key_by_vulnerability on record_key (vulnerability_id);
alter table record_key enable row level security;
create policy record_key_inside on record_key using (wall_id is null or may_see(wall_id)) with check (true);

create table component_key (
  component_id   integer  not null,
  product_key_id integer  not null constraint component_key_product references product_key,
  tier           smallint not null constraint component_key_tier_range check (tier between 1 and 7),
  why            text     not null,
  constraint component_key_pk primary key (component_id, product_key_id)
);
comment on table component_key is 'Which products a component may be, and how surely. Written by matching.';
create index component_key_by_product on component_key (product_key_id, component_id);

create table looked_up_component (
  component_id integer  constraint looked_up_component_pk primary key,
  rules        smallint not null -- which version of the rules made its keys
);
comment on table looked_up_component is 'Components whose keys are made. Written by matching.';

create table match (
  component_id     integer  not null,
  vulnerability_id integer  not null,
  value            smallint not null constraint match_value_known check (value between 0 and 3), -- 3 applies, 2 may-apply, 1 cannot-compare, 0 does-not-apply
  reason           text     not null,
  product_key_id   integer  not null constraint match_product references product_key,
  tier             smallint not null,
  needs            text     not null constraint match_needs_known check (needs in ('nothing', 'files', 'conditions')), -- of a release: what is built of its kernel; its hardware and other parts
  wall_id          uuid     constraint match_wall references wall,
  constraint match_pk primary key (component_id, vulnerability_id)
);
comment on table match is 'Match result of a distinct component; none where no product key meets, or outside every range. Written by matching.';
create index match_by_vulnerability on match (vulnerability_id);
alter table match enable row level security;
create policy match_inside on match using (wall_id is null or may_see(wall_id)) with check (true);

create table exposure (
  release_key      integer     not null,
  vulnerability_id integer     not null,
  product_key_id   integer     not null constraint exposure_product references product_key,
  component_id     integer,    -- the one that decided; null: by a technology
  value            smallint    not null constraint exposure_value_known check (value between 0 and 3),
  reason           text        not null,
  first_seen_at    timestamptz not null,
  changed_at       timestamptz not null,
  wall_id          uuid        constraint exposure_wall references wall,
  constraint exposure_pk primary key (release_key, vulnerability_id, product_key_id)
);
comment on table exposure is 'A vulnerability at a place of a release; several components of one product are one place. Value 0: settled by the release itself. Written by matching.';
create index exposure_by_vulnerability on exposure (vulnerability_id, release_key);
alter table exposure enable row level security;
create policy exposure_inside on exposure using (wall_id is null or may_see(wall_id)) with check (true);

create table exposed_release (
  release_key integer constraint exposed_release_pk primary key,
  release_id  uuid    not null,
  model_id    uuid    not null,
  line_id     uuid    not null,
  in_field    boolean not null,
  units       bigint  not null,
  matched_at  timestamptz -- when the release itself was matched; null: only a vulnerability was, that touches it
);
comment on table exposed_release is 'Releases that were matched, with the facts they are counted by. Written by matching.';
create index exposed_release_by_model on exposed_release (model_id);

create table exposure_count (
  vulnerability_id integer  not null,
  model_id         uuid     not null,
  in_field         boolean  not null,
  value            smallint not null,
  releases         integer  not null constraint exposure_count_releases_not_negative check (releases >= 0),
  units            bigint   not null constraint exposure_count_units_not_negative check (units >= 0),
  wall_id          uuid     constraint exposure_count_wall references wall,
  constraint exposure_count_pk primary key (vulnerability_id, model_id, in_field, value)
);
comment on table exposure_count is 'Releases and units of a model by their worst match result for a vulnerability; changed by difference. Written by matching.';
alter table exposure_count enable row level security;
create policy exposure_count_inside on exposure_count using (wall_id is null or may_see(wall_id)) with check (true);

create table vulnerability_count (
  vulnerability_id integer     constraint vulnerability_count_pk primary key,
  value            smallint    not null, -- the worst in the field, else -1
  first_seen_at    timestamptz not null,
  applies          integer     not null, -- releases in the field
  may_apply        integer     not null,
  cannot_compare   integer     not null,
  units            bigint      not null, -- of those to which it applies or may apply
  elsewhere        integer     not null, -- open in releases that are not in the field
  wall_id          uuid        constraint vulnerability_count_wall references wall
);
comment on table vulnerability_count is 'The counts of a vulnerability over all models, and since when it touches us. Written by matching.';
create index vulnerability_count_open on vulnerability_count (value desc, first_seen_at desc, vulnerability_id desc) where value > 0;
alter table vulnerability_count enable row level security;
create policy vulnerability_count_inside on vulnerability_count using (wall_id is null or may_see(wall_id)) with check (true);

create table exposure_batch (
  id    uuid        constraint exposure_batch_pk primary key,
  at    timestamptz not null,
  cause text        not null constraint exposure_batch_cause_known check (cause in ('records', 'components', 'release', 'person'))
);
comment on table exposure_batch is 'One run of matching that changed something; what the event exposure.changed names. Written by matching.';
create table exposure_change (
  batch_id         uuid     not null constraint exposure_change_batch references exposure_batch,
  release_key      integer  not null,
  vulnerability_id integer  not null,
  product_key_id   integer  not null,
  before           smallint, -- null: was not there
  after            smallint, -- null: is gone
  wall_id          uuid     constraint exposure_change_wall references wall,
  constraint exposure_change_pk primary key (batch_id, release_key, vulnerability_id, product_key_id)
);
comment on table exposure_change is 'What a run of matching changed. Written by matching.';
alter table exposure_change enable row level security;
create policy exposure_change_inside on exposure_change using (wall_id is null or may_see(wall_id)) with check (true);
