-- Who was told: notices inside the house, and what leaves it by mail.

create table notice (
  id           uuid        primary key,
  person_id    uuid        not null constraint notice_person references person,
  kind         text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  title        text        not null,
  body         text        not null,
  path         text        not null constraint notice_path_inside check (path ~ '^/([^/\\]|$)'),
  dedupe_key   text        not null,
  wall_id      uuid        constraint notice_wall references wall,
  created_at   timestamptz not null,
  read_at      timestamptz,
  constraint notice_once unique (person_id, dedupe_key)
);
comment on table notice is 'What a person was told, in their language at that time. Written by messages.';
create index notice_by_person on notice (person_id, created_at desc, id desc);
create index notice_unread on notice (person_id, created_at desc, id desc) where read_at is null;
-- Whoever tells need not stand inside the wall that the notice belongs to.
alter table notice enable row level security;
create policy notice_inside on notice using (wall_id is null or may_see(wall_id)) with check (true);

create table delivery (
  id            uuid        primary key,
  channel       text        not null constraint delivery_channel_known check (channel in ('mail')),
  kind          text        not null,
  person_id     uuid        constraint delivery_person references person,
  receiver_name text        not null,
  address       text        not null constraint delivery_address_one_line check (address !~ '[[:cntrl:][:space:]]'),
  subject       text        not null constraint delivery_subject_one_line check (subject !~ '[[:cntrl:]]'),
  body          text,       -- null once it is sent: it may hold a secret link
  dedupe_key    text        not null constraint delivery_once unique,
  wall_id       uuid        constraint delivery_wall references wall,
  state         text        not null constraint delivery_state_known
                            check (state in ('waiting', 'waiting-for-settings', 'sending', 'sent', 'failed', 'cancelled')),
  attempts      integer     not null default 0 constraint delivery_attempts_not_negative check (attempts >= 0),
  created_at    timestamptz not null,
  due_at        timestamptz not null,
  claimed_until timestamptz,
  finished_at   timestamptz,
  last_error    text,
  -- What a person looks for, in lower case once: row-level security keeps an index of parts from being used.
  searched      text collate "C" not null generated always as (lower(receiver_name || chr(10) || address || chr(10) || subject)) stored,
  constraint delivery_claimed_while_sending check ((state = 'sending') = (claimed_until is not null)),
  constraint delivery_body_until_sent check ((state = 'sent') = (body is null))
);
comment on table delivery is 'What leaves the house, and whether it arrived at the next server. Written by messages.';
create index delivery_by_time on delivery (created_at desc, id desc);
create index delivery_by_state on delivery (state, created_at desc, id desc);
create index delivery_due on delivery (due_at, id) where state in ('waiting', 'sending');
alter table delivery enable row level security;
create policy delivery_inside on delivery using (wall_id is null or may_see(wall_id)) with check (true);
