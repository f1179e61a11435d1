-- What people say that components are: once, wherever components of that name stand.

create table identification (
  id          uuid         constraint identification_pk primary key,
  subject     text         collate "C" not null constraint identification_subject_short check (length(subject) between 1 and 600),
  vendor      text         not null,
  product     text         not null,
  keys        text[]       not null, -- of product_key
  answer      text         not null constraint identification_answer_known check (answer in ('is', 'is-not')),
  note        text         not null constraint identification_note_short check (length(note) <= 1000),
  change_id   uuid         not null,
  person_id   uuid         constraint identification_person references person,
  person_name text         not null,
  said_at     timestamptz  not null,
  searched    text         not null,
  revoked_at  timestamptz
);
comment on table identification is 'What people say that components of a name are, or are not. Written by matching.';
comment on column identification.subject is 'A package URL without version and qualifiers, or a name in lower case.';
comment on column identification.vendor is 'As in a CPE, with its backslashes; so is the product.';
comment on column identification.change_id is 'Of the act that said or revoked it: an import says many in one.';
create unique index identification_standing on identification (subject, vendor, product) where revoked_at is null;
create index identification_by_time on identification (said_at desc, id desc) where revoked_at is null;
create index identification_by_change on identification (change_id);

-- By what a person may say of a component what it is; null: its keys were made before this was kept, and are made anew.
alter table looked_up_component add column subject text collate "C";
create index looked_up_component_by_subject on looked_up_component (subject);
-- Rules 0: a person has said something since.
create index looked_up_component_reopened on looked_up_component (component_id) where rules = 0;
