-- What do we make: product lines, models, part numbers, the ends of support, and imports of all of them.

-- Finds a text anywhere in a name without reading every name; at once after an import too, so without a list of pending entries.
create extension if not exists pg_trgm;

create table product_line (
  id          uuid             primary key,
  name        text             not null constraint product_line_name_not_blank check (btrim(name) <> ''),
  name_folded text collate "C" not null,
  revision    integer          not null constraint product_line_revision_positive check (revision > 0),
  changed_at  timestamptz      not null,
  changed_by  text             not null,
  removed_at  timestamptz
);
comment on table product_line is 'A series of products. Written by inventory.';
create unique index product_line_name_unique on product_line (name_folded) where removed_at is null;

create table model (
  id                 uuid             primary key,
  line_id            uuid             not null constraint model_line references product_line,
  name               text             not null constraint model_name_not_blank check (btrim(name) <> ''),
  name_folded        text collate "C" not null,
  slug               text collate "C" not null, -- its address; two names with one slug are the same model
  kind               text             not null constraint model_kind_known check (kind in ('device', 'app', 'service', 'module')),
  owner_post_id      uuid             constraint model_owner_post references post,
  division_id        uuid             constraint model_division references division,
  markets            text[]           not null, -- ISO 3166-1 alpha-2, sorted
  update_how         text             not null constraint model_update_how_known check (update_how in ('over-the-air', 'by-user', 'by-engineer', 'none', 'unknown')),
  update_automatic   text             not null constraint model_update_automatic_known check (update_automatic in ('yes', 'no', 'unknown')),
  update_signed      text             not null constraint model_update_signed_known check (update_signed in ('yes', 'no', 'unknown')),
  update_rollback    text             not null constraint model_update_rollback_known check (update_rollback in ('yes', 'no', 'unknown')),
  successor_id       uuid             constraint model_successor references model
                                      constraint model_successor_is_another check (successor_id <> id),
  note               text             not null,
  production_ends_on date             constraint model_production_ends_finite check (isfinite(production_ends_on)),
  sales_ends_on      date             constraint model_sales_ends_finite check (isfinite(sales_ends_on)),
  repair_ends_on     date             constraint model_repair_ends_finite check (isfinite(repair_ends_on)),
  security_ends_on   date             constraint model_security_ends_finite check (isfinite(security_ends_on)),
  part_numbers       integer          not null constraint model_part_numbers_not_negative check (part_numbers >= 0),
  revision           integer          not null constraint model_revision_positive check (revision > 0),
  removed_at         timestamptz
);
comment on table model is 'A model of a line: a device, app, service or module. part_numbers counts those in use. Written by inventory.';
create unique index model_slug_unique on model (slug) where removed_at is null;
create index model_by_line on model (line_id, name_folded, id) where removed_at is null;
create index model_by_name on model (name_folded, id) where removed_at is null;
create index model_by_part_of_name on model using gin (name_folded gin_trgm_ops) with (fastupdate = off) where removed_at is null;
create index model_by_owner on model (owner_post_id) where removed_at is null;
create index model_by_successor on model (successor_id);

create table part_number (
  id         uuid             primary key,
  model_id   uuid             not null constraint part_number_model references model,
  number     text             not null constraint part_number_not_blank check (btrim(number) <> ''),
  folded     text collate "C" not null,
  note       text             not null,
  removed_at timestamptz
);
comment on table part_number is 'The numbers on labels and boxes; a model has many. Written by inventory.';
create unique index part_number_unique on part_number (folded) where removed_at is null;
create index part_number_by_part on part_number using gin (folded gin_trgm_ops) with (fastupdate = off) where removed_at is null;
create index part_number_by_model on part_number (model_id, folded) where removed_at is null;

create table model_change (
  model_id    uuid        not null constraint model_change_model references model,
  revision    integer     not null,
  change_id   uuid        not null, -- shared by all models of one import
  changed_at  timestamptz not null,
  person_id   uuid        constraint model_change_person references person,
  person_name text        not null,
  how         text        not null constraint model_change_how_known check (how in ('create', 'update', 'support-date', 'part-numbers', 'remove', 'restore', 'import', 'undo')),
  before      jsonb       not null, -- only the facts that changed
  after       jsonb       not null,
  constraint model_change_pk primary key (model_id, revision)
);
comment on table model_change is 'Every revision of a model, who made it and what differs. append-only; written by inventory.';
create index model_change_by_change on model_change (change_id, model_id);

create table support_date_change (
  model_id uuid    not null,
  revision integer not null,
  kind     text    not null constraint support_date_change_kind_known check (kind in ('production', 'sales', 'repair', 'security')),
  from_on  date    constraint support_date_change_from_finite check (isfinite(from_on)),
  to_on    date    constraint support_date_change_to_finite check (isfinite(to_on)),
  reason   text    not null,
  constraint support_date_change_pk primary key (model_id, kind, revision),
  constraint support_date_change_revision foreign key (model_id, revision) references model_change,
  constraint support_date_change_differs check (from_on is distinct from to_on)
);
comment on table support_date_change is 'How the four end dates came to be, with the reason given. append-only; written by inventory.';

create table inventory_import (
  id            uuid        primary key,
  state         text        not null constraint inventory_import_state_known check (state in ('previewed', 'applied', 'undone')),
  file_name     text        not null,
  sha256        bytea       not null,
  size_bytes    integer     not null,
  person_id     uuid        constraint inventory_import_person references person,
  person_name   text        not null,
  previewed_at  timestamptz not null,
  expires_at    timestamptz not null,
  applied_at    timestamptz,
  undone_at     timestamptz,
  undone_by     text,
  preview       jsonb       not null,
  plan          jsonb
);
comment on table inventory_import is 'Files with products: what they would change, what they changed, for undo. Written by inventory.';
create index inventory_import_by_time on inventory_import (previewed_at);
