-- What have we prepared: divisions, the posts in them, who holds which post and who stands in.

create extension if not exists btree_gist;

create table division (
  id         uuid        primary key,
  name       text        not null constraint division_name_not_blank check (btrim(name) <> ''),
  folded     text        not null,
  position   integer     not null,
  created_at timestamptz not null,
  removed_at timestamptz
);
comment on table division is 'A part of the company. Written by organization.';
create unique index division_name_once on division (folded) where removed_at is null;
create index division_in_order on division (position, id) where removed_at is null;

create table post (
  id          uuid        primary key,
  division_id uuid        not null constraint post_division references division,
  name        text        not null constraint post_name_not_blank check (btrim(name) <> ''),
  folded      text        not null,
  duties      text        not null default '',
  role        text,       -- the role of access that its holder needs, e.g. 'contact'; null: none in particular
  position    integer     not null,
  created_at  timestamptz not null,
  removed_at  timestamptz
);
comment on table post is 'A task that stays when people change. Written by organization.';
create unique index post_name_once on post (division_id, folded) where removed_at is null;
create index post_in_order on post (division_id, position, id) where removed_at is null;
create index post_by_role on post (role) where removed_at is null;

create table post_holder (
  id         uuid        primary key,
  post_id    uuid        not null constraint post_holder_post references post,
  person_id  uuid        not null constraint post_holder_person references person,
  kind       text        not null constraint post_holder_kind_known check (kind in ('holder', 'deputy')),
  from_on    date        not null,
  until_on   date,       -- the first day on which it no longer holds; null: no end is planned
  reason     text        not null default '',
  created_at timestamptz not null,
  -- An empty range is a plan that was taken back; it stands in nobody's way.
  constraint post_holder_range check (until_on >= from_on),
  constraint post_holder_one_at_a_time
    exclude using gist (post_id with =, kind with =, daterange(from_on, until_on) with &&)
);
comment on table post_holder is 'Who holds a post, or stands in for its holder, from and until when. Written by organization.';
create index post_holder_by_person on post_holder (person_id, post_id);

create table absence (
  id         uuid        primary key,
  person_id  uuid        not null constraint absence_person references person,
  kind       text        not null constraint absence_kind_known check (kind in ('leave', 'away')),
  from_on    date        not null,
  until_on   date,
  created_at timestamptz not null,
  constraint absence_range check (until_on > from_on),
  constraint absence_one_at_a_time exclude using gist (person_id with =, daterange(from_on, until_on) with &&)
);
comment on table absence is 'When a person is away so long that the deputy acts. Written by organization.';

create table hand_over (
  id           uuid        primary key,
  effective_on date        not null,
  reason       text        not null,
  made_by      uuid        constraint hand_over_made_by references person,
  made_at      timestamptz not null,
  announced_at timestamptz,
  undone_at    timestamptz
);
comment on table hand_over is 'A change of who holds posts, made at once and undone at once. Written by organization.';
create index hand_over_to_announce on hand_over (effective_on) where announced_at is null and undone_at is null;

create table hand_over_item (
  hand_over_id   uuid not null constraint hand_over_item_hand_over references hand_over,
  post_id        uuid not null constraint hand_over_item_post references post,
  kind           text not null constraint hand_over_item_kind_known check (kind in ('holder', 'deputy')),
  former_id      uuid constraint hand_over_item_former references post_holder,
  former_until   date,   -- when the former one would have ended without this change
  next_id        uuid constraint hand_over_item_next references post_holder,
  constraint hand_over_item_pk primary key (hand_over_id, post_id, kind)
);
comment on table hand_over_item is 'What a hand-over ended and began for one post. Written by organization.';
create index hand_over_item_by_former on hand_over_item (former_id);
create index hand_over_item_by_next on hand_over_item (next_id);
