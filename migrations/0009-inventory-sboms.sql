-- What our releases consist of: components, bills of materials as they came, parts entered by hand, evidence of what is built.

create table component (
  id           integer          generated always as identity constraint component_pk primary key,
  fingerprint  bytea            not null constraint component_fingerprint_unique unique constraint component_fingerprint_length check (octet_length(fingerprint) = 16),
  name         text             not null,
  name_folded  text collate "C" not null,
  version      text,
  purl         text,
  cpes         text[]           not null, -- 2.3, sorted
  supplier     text,
  distribution text,
  scheme       text             not null, -- how its versions are ordered
  version_key  bytea,                     -- orders within name and scheme; null: no order
  identified   boolean          not null  -- can be looked up in what the world knows
);
comment on table component is 'A distinct component identity, shared by all releases that contain it, never edited. Written by inventory.';
create index component_by_name on component (name_folded, scheme, version_key);
create index component_by_part_of_name on component using gin (name_folded gin_trgm_ops) with (fastupdate = off);
create index component_by_purl on component (regexp_replace(purl, '[@?#].*$', '') collate "C", scheme, version_key) where purl is not null;

-- Part, vendor and product of each CPE; a colon behind a backslash belongs to its value.
create function cpe_names(cpes text[]) returns text[] language sql immutable strict parallel safe return (
  select array_agg(substring(cpe from '^cpe:2\.3:[^:]*:(?:[^:\\]|\\.)*:(?:[^:\\]|\\.)*')) from unnest(cpes) as cpe
);
create index component_by_cpe on component using gin (cpe_names(cpes)) with (fastupdate = off) where cpes <> '{}';

create table release_component (
  release_key  integer not null constraint release_component_release references release (key),
  component_id integer not null constraint release_component_component references component,
  constraint release_component_pk primary key (release_key, component_id)
);
comment on table release_component is 'What is shipped in a release, the parts of its modules at any depth included. Written by inventory.';
create index release_component_by_component on release_component (component_id, release_key);

create table release_tally (
  release_key  integer constraint release_tally_pk primary key constraint release_tally_release references release (key),
  model_id     uuid    not null constraint release_tally_model references model, -- as in release, with the two below: who counts ten thousands reads this table alone
  state        text    not null,
  standing     boolean not null, -- not removed
  components   integer not null, -- distinct, modules included
  unidentified integer not null, -- of these, without usable identity
  units        bigint  not null, -- shipped
  sbom_at      timestamptz,      -- when its present bill of materials was accepted
  quality      smallint          -- score 0 to 100 of that
);
comment on table release_tally is 'Counts of a release, written in the transaction that changes what they count. Written by inventory.';

create index release_tally_by_units on release_tally (units desc, release_key desc);

create table model_tally (
  model_id     uuid    constraint model_tally_pk primary key constraint model_tally_model references model,
  releases     integer not null, -- standing
  in_field     integer not null, -- of these: shipped, shipment stopped or supported
  without_sbom integer not null, -- of those in the field: neither a bill of materials nor a part entered by hand
  unidentified integer not null, -- distinct components of those in the field without usable identity
  units        bigint  not null
);
comment on table model_tally is 'Counts of a model, written in the transaction that changes what they count. Written by inventory.';

create table sbom (
  id             uuid        constraint sbom_pk primary key,
  release_id     uuid        not null constraint sbom_release references release,
  format         text        not null, -- as in SbomHead
  format_version text,
  file_name      text        not null,
  sha256         bytea       not null constraint sbom_sha256_length check (octet_length(sha256) = 32), -- of the bytes as they came
  size_bytes     integer     not null,
  result         jsonb       not null, -- counted, missing, quality, problems: SbomCheck
  accepted_at    timestamptz not null,
  person_id      uuid        constraint sbom_person references person,
  person_name    text        not null,
  superseded_at  timestamptz,
  removed_at     timestamptz
);
comment on table sbom is 'A bill of materials of a release; the newest counts, the others are history. Its id is that of its import. Written by inventory.';
create unique index sbom_present on sbom (release_id) where superseded_at is null;
create index sbom_by_release on sbom (release_id, accepted_at desc);

create table sbom_contents (
  sbom_id uuid      constraint sbom_contents_pk primary key constraint sbom_contents_sbom references sbom,
  shipped integer[] not null, -- distinct ids of the components that are shipped, as the document names them
  bytes   bytea     not null  -- zstd; refs, component ids, purposes, licences, hashes and edges by column
);
comment on table sbom_contents is 'What stands in the present bill of materials, ready to be listed; older ones are read again from their bytes. Written by inventory.';
alter table sbom_contents alter column bytes set storage external; -- compressed already

create table sbom_import (
  id          uuid        constraint sbom_import_pk primary key, -- the token of an upload
  release_id  uuid        not null constraint sbom_import_release references release,
  state       text        not null constraint sbom_import_state_known check (state in ('waiting', 'needs-mapping', 'refused', 'stored', 'failed')),
  origin      text        not null constraint sbom_import_origin_known check (origin in ('page', 'api', 'command', 'dependency-track', 'migration')),
  file_name   text        not null,
  sha256      bytea       not null constraint sbom_import_sha256_length check (octet_length(sha256) = 32),
  size_bytes  integer     not null,
  phase       text,                -- what happens while it waits: checking, storing
  parts_read  integer     not null default 0, -- in that phase
  mapping     jsonb,               -- columns of a parts list, as a person has said
  received_at timestamptz not null,
  finished_at timestamptz,
  person_id   uuid        constraint sbom_import_person references person,
  person_name text        not null,
  sbom_id     uuid        constraint sbom_import_sbom references sbom,
  result      jsonb,               -- SbomCheck, or the columns to be mapped
  problem     text,                -- why it failed, when that is our fault
  matched_at  timestamptz          -- slot, filled by matching
);
comment on table sbom_import is 'Every upload of a bill of materials and what became of it. Written by inventory.';
create index sbom_import_by_release on sbom_import (release_id, received_at desc);
create index sbom_import_by_time on sbom_import (received_at desc, id);

create table release_statement (
  id            uuid        constraint release_statement_pk primary key,
  release_id    uuid        not null constraint release_statement_release references release,
  sbom_id       uuid        constraint release_statement_sbom references sbom,
  origin        text        not null constraint release_statement_origin_known check (origin in ('sbom', 'vex', 'dependency-track')),
  vulnerability text        not null,
  component_id  integer     constraint release_statement_component references component, -- null: of the release as a whole
  status        text        not null, -- as written
  justification text,
  detail        text,
  stated_at     timestamptz,
  stated_by     text
);
comment on table release_statement is 'Statements about vulnerabilities that came with bills of materials or another tool, as written; input for verdicts. Written by inventory.';
create index release_statement_by_release on release_statement (release_id, vulnerability, id);

create table hand_part (
  id           uuid        constraint hand_part_pk primary key,
  release_id   uuid        not null constraint hand_part_release references release,
  component_id integer     not null constraint hand_part_component references component,
  licence      text        not null,
  note         text        not null,
  added_at     timestamptz not null,
  person_id    uuid        constraint hand_part_person references person,
  person_name  text        not null,
  revision     integer     not null constraint hand_part_revision_positive check (revision > 0),
  removed_at   timestamptz
);
comment on table hand_part is 'A part that a person has entered, where no bill of materials says it. Written by inventory.';
create unique index hand_part_unique on hand_part (release_id, component_id) where removed_at is null;

create table identity_correction (
  id         uuid        constraint identity_correction_pk primary key,
  from_id    integer     not null constraint identity_correction_from references component,
  to_id      integer     not null constraint identity_correction_to references component constraint identity_correction_is_another check (to_id <> from_id),
  release_id uuid        constraint identity_correction_release references release, -- null: wherever it stands
  reason     text        not null,
  made_at    timestamptz not null,
  person_id  uuid        constraint identity_correction_person references person,
  person_name text       not null,
  revoked_at timestamptz
);
comment on table identity_correction is 'What a component really is, said once by a person and kept for every later bill of materials. Written by inventory.';
create unique index identity_correction_unique on identity_correction (from_id, release_id) nulls not distinct where revoked_at is null;
create index identity_correction_by_to on identity_correction (to_id);

create table release_evidence (
  id          uuid        constraint release_evidence_pk primary key,
  release_id  uuid        not null constraint release_evidence_release references release,
  kind        text        not null constraint release_evidence_kind_known check (kind in ('kernel-config', 'built-objects', 'module-symvers')),
  file_name   text        not null,
  sha256      bytea       not null constraint release_evidence_sha256_length check (octet_length(sha256) = 32),
  size_bytes  integer     not null,
  summary     jsonb       not null, -- kernel version, how many options or objects
  added_at    timestamptz not null,
  person_id   uuid        constraint release_evidence_person references person,
  person_name text        not null,
  removed_at  timestamptz
);
comment on table release_evidence is 'What of the kernel is really built in a release; kept for matching. Written by inventory.';
create unique index release_evidence_unique on release_evidence (release_id, kind) where removed_at is null;

create table parts_mapping (
  header  bytea       constraint parts_mapping_pk primary key constraint parts_mapping_header_length check (octet_length(header) = 32), -- SHA-256 of the folded column names
  columns jsonb       not null,
  said_at timestamptz not null,
  said_by text        not null
);
comment on table parts_mapping is 'Which column of a parts list means what, remembered by its header. Written by inventory.';
