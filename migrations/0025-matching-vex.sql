-- Files with statements of others (VEX) that became verdicts here, and what of our own statements changed when.

create table vex_import (
  id          uuid        constraint vex_import_pk primary key,
  scope       text        not null constraint vex_import_scope_known check (scope in ('release', 'model', 'line')),
  scope_id    uuid        not null, -- what it was filed for
  file_name   text        not null,
  sha256      bytea       not null,
  format      text        not null constraint vex_import_format_known check (format in ('openvex', 'csaf', 'cyclonedx', 'spdx', 'yocto', 'sbom')),
  document_id text        not null, -- what the document calls itself, and who says it
  author      text        not null,
  stated_at   timestamptz,
  imported_at timestamptz not null,
  imported_by uuid        constraint vex_import_person references person, -- null: the machine
  undone_at   timestamptz,
  wall_id     uuid        constraint vex_import_wall references wall
);
comment on table vex_import is 'A file with statements about vulnerabilities that was taken in as verdicts. Written by matching.';
create index vex_import_by_time on vex_import (imported_at desc, id desc);
alter table vex_import enable row level security;
create policy vex_import_inside on vex_import using (wall_id is null or may_see(wall_id)) with check (true);

create table vex_line (
  import_id     uuid    not null constraint vex_line_import references vex_import,
  ordinal       integer not null,
  vulnerability text    not null,
  product       text    not null, -- as the document names it, and the part within
  part          text    not null,
  status        text    constraint vex_line_status_known check (status in ('affected', 'not-affected', 'fixed', 'under-investigation')),
  justification text,
  outcome       text    not null constraint vex_line_outcome_known check (outcome in ('applied', 'waits', 'ignored')),
  reason        text    constraint vex_line_reasoned check ((outcome = 'ignored') = (reason is not null)),
  places        integer not null constraint vex_line_places_not_negative check (places >= 0),
  decision_id   uuid, -- what it became
  wall_id       uuid    constraint vex_line_wall references wall,
  constraint vex_line_pk primary key (import_id, ordinal)
);
comment on table vex_line is 'Each statement of such a file, applied or ignored and why. append-only; written by matching.';
create index vex_line_by_decision on vex_line (decision_id) where decision_id is not null;
alter table vex_line enable row level security;
create policy vex_line_inside on vex_line using (wall_id is null or may_see(wall_id)) with check (true);

-- Statements inside a bill of materials decide only for whoever was allowed to.
alter table sbom_import add column may_decide boolean not null default false;
comment on column sbom_import.may_decide is 'Whoever sent it was allowed to decide of vulnerabilities, by that very session or key';

-- Public by itself: nothing behind a wall is ever written here.
create table vex_change (
  id               bigint      generated always as identity constraint vex_change_pk primary key,
  release_key      integer     not null,
  vulnerability_id integer     not null,
  product_key_id   integer     not null constraint vex_change_product references product_key,
  at               timestamptz not null,
  decision_id      uuid,       -- the decision that counts from then on; null: none
  inherited        boolean     not null -- it was carried over, and nobody has confirmed it
);
comment on table vex_change is 'When another verdict came to count at a place, as the published VEX of a release tells it. append-only; written by matching.';
create index vex_change_by_place on vex_change (release_key, vulnerability_id, product_key_id, id desc);
create index vex_change_by_release on vex_change (release_key, id desc);
insert into vex_change (release_key, vulnerability_id, product_key_id, at, decision_id, inherited)
  select e.release_key, e.vulnerability_id, e.product_key_id, e.changed_at, v.decision_id, e.inherited
  from exposure e join verdict v on v.key = e.verdict_key where e.wall_id is null and v.wall_id is null;
