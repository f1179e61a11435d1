-- The list of technologies is a register like the others: a file of it comes in, is shown before it counts, and is taken back.

alter table technology_tag drop constraint technology_tag_pk;
alter table technology_tag add column id         uuid    not null default gen_random_uuid() constraint technology_tag_pk primary key;
alter table technology_tag add column revision   integer not null default 1 constraint technology_tag_revision_positive check (revision > 0);
alter table technology_tag add column removed_at timestamptz;
alter table technology_tag alter column id drop default;
alter table technology_tag alter column revision drop default;
create unique index technology_tag_unique on technology_tag (folded) where removed_at is null;
