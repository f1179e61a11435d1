-- Whose products these are: one row, shown at the head of every page.

create table maker (
  singleton  boolean     primary key default true constraint maker_only_one check (singleton),
  name_ja    text        not null constraint maker_name_ja_not_blank check (btrim(name_ja) <> ''),
  name_en    text        not null constraint maker_name_en_not_blank check (btrim(name_en) <> ''),
  changed_at timestamptz not null
);
comment on table maker is 'The company whose products these are; at most one row. Written by organization.';
