-- The conditions of a list under a name: a person's own, or shared with everybody who may open that list.

create table saved_view (
  id         uuid        primary key,
  person_id  uuid        not null constraint saved_view_person references person,
  list       text        not null,
  name       text        not null constraint saved_view_name_not_blank check (btrim(name) <> ''),
  folded     text        not null,
  query      text        not null constraint saved_view_query_short check (length(query) <= 4000),
  shared     boolean     not null default false,
  place      integer     not null constraint saved_view_place_not_negative check (place >= 0),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table saved_view is 'Conditions of a list under a name. Written by access.';
comment on column saved_view.query is 'The address''s query of the list: filter, order, columns.';
create unique index saved_view_unique on saved_view (person_id, list, folded) where removed_at is null;
create index saved_view_shared on saved_view (list) where shared and removed_at is null;
