-- What the maker has decided: verdicts of people, who approved and confirmed them, and who has seen which day.

create table verdict_policy (
  one        boolean     constraint verdict_policy_pk primary key constraint verdict_policy_one check (one),
  four_eyes  boolean     not null, -- a verdict that closes counts only after a second person approved it
  changed_at timestamptz not null
);
comment on table verdict_policy is 'How this maker decides; no line: nobody has to approve. Written by verdicts.';

create table verdict_decision (
  id             uuid        constraint verdict_decision_pk primary key,
  status         text        not null constraint verdict_decision_status_known check (status in ('affected', 'not-affected', 'fixed', 'under-investigation')),
  justification  text        constraint verdict_decision_justification_known check (justification in ('component-not-present', 'vulnerable-code-not-present',
                             'vulnerable-code-not-in-execute-path', 'vulnerable-code-cannot-be-controlled-by-adversary', 'inline-mitigations-already-exist')),
  reason         text,       -- which sentence of ours; null: the note alone
  note           text        not null,
  impact         text        not null, -- what is published of why it is not affected
  evidence       text        not null,
  fixed_in       uuid,       -- the release from which on it is fixed
  until          date        constraint verdict_decision_until_finite check (isfinite(until)), -- the last day on which it counts
  scope          text        not null constraint verdict_decision_scope_known check (scope in ('release', 'model', 'line', 'all')),
  verdicts       integer     not null constraint verdict_decision_verdicts_positive check (verdicts > 0),
  vulnerabilities integer    not null, -- how many they are about
  decided_at     timestamptz not null,
  author_id      uuid        constraint verdict_decision_author references person, -- null: the machine
  needs_approval boolean     not null,
  approved_at    timestamptz,
  approver_id    uuid        constraint verdict_decision_approver references person
                             constraint verdict_decision_approver_is_another check (approver_id <> author_id),
  wall_id        uuid        constraint verdict_decision_wall references wall,
  constraint verdict_decision_justified check ((status = 'not-affected') = (justification is not null)),
  constraint verdict_decision_fixed_in check (status = 'fixed' or fixed_in is null),
  constraint verdict_decision_reasoned check (reason is not null or btrim(note) <> '')
);
comment on table verdict_decision is 'What somebody decided at once, and why; its verdicts carry it. Written by verdicts.';
alter table verdict_decision enable row level security;
create policy verdict_decision_inside on verdict_decision using (wall_id is null or may_see(wall_id)) with check (true);

create table verdict (
  key              integer     generated always as identity constraint verdict_pk primary key,
  id               uuid        not null constraint verdict_id_unique unique,
  decision_id      uuid        not null constraint verdict_decision_of references verdict_decision,
  vulnerability_id integer     not null,
  name             text        not null, -- what the vulnerability was called when it was decided: by it the verdict follows when numbers come together
  product          text collate "C" not null, -- the product as it is looked up: cpe:a:openssl:openssl
  scope            text        not null constraint verdict_scope_known check (scope in ('release', 'model', 'line', 'all')),
  scope_id         uuid        constraint verdict_scope_named check ((scope = 'all') = (scope_id is null)),
  status           text        not null constraint verdict_status_known check (status in ('affected', 'not-affected', 'fixed', 'under-investigation')),
  fixed_in         uuid,
  until            date,
  decided_at       timestamptz not null,
  state            text        not null constraint verdict_state_known check (state in ('waiting', 'standing', 'replaced', 'revoked', 'expired', 'undone', 'declined')),
  ended_at         timestamptz constraint verdict_ended check ((ended_at is null) = (state in ('waiting', 'standing'))),
  ended_by         uuid        constraint verdict_ended_by references person, -- null: the machine
  end_note         text        not null default '',
  replaces         integer     constraint verdict_replaces references verdict, -- what stood for the same until then
  inherited        integer     not null default 0 constraint verdict_inherited_not_negative check (inherited >= 0), -- a slot: places that matching counts as not confirmed yet
  wall_id          uuid        constraint verdict_wall references wall
);
comment on table verdict is 'A verdict on one vulnerability at one product, for a release, a model, a line or all. What ended stays. Written by verdicts.';
comment on column verdict.key is 'Nobody sees it, and no list is ordered by it: what stands behind a wall has keys too.';
create unique index verdict_standing_unique on verdict (vulnerability_id, product, scope, scope_id, wall_id) nulls not distinct where state = 'standing';
create index verdict_by_vulnerability on verdict (vulnerability_id, product);
create index verdict_by_decision on verdict (decision_id, key);
create index verdict_by_time on verdict (decided_at desc, id desc);
create index verdict_by_fixed_in on verdict (fixed_in) where fixed_in is not null and state = 'standing';
create index verdict_by_until on verdict (until) where until is not null and state in ('waiting', 'standing');
create index verdict_by_replaced on verdict (replaces) where replaces is not null;
create index verdict_beside on verdict (vulnerability_id, product) where state = 'waiting' or wall_id is not null; -- what lies beside what counts: little
create index verdict_inherited on verdict (decided_at desc, id desc) where inherited > 0;
alter table verdict enable row level security;
create policy verdict_inside on verdict using (wall_id is null or may_see(wall_id)) with check (true);

create table verdict_confirmation (
  verdict_key  integer     not null constraint verdict_confirmation_verdict references verdict,
  release_id   uuid        not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid        constraint verdict_confirmation_person references person,
  wall_id      uuid        constraint verdict_confirmation_wall references wall,
  constraint verdict_confirmation_pk primary key (verdict_key, release_id)
);
comment on table verdict_confirmation is 'For which later releases somebody has confirmed a verdict that was carried over to them. Written by verdicts.';
alter table verdict_confirmation enable row level security;
create policy verdict_confirmation_inside on verdict_confirmation using (wall_id is null or may_see(wall_id)) with check (true);

create table verdict_event (
  id          uuid        constraint verdict_event_pk primary key,
  decision_id uuid        not null constraint verdict_event_decision references verdict_decision,
  at          timestamptz not null,
  what        text        not null constraint verdict_event_what_known check (what in ('decide', 'approve', 'decline', 'undo', 'revoke', 'expire', 'confirm', 'open')),
  person_id   uuid        constraint verdict_event_person references person, -- null: the machine
  verdicts    integer     not null, -- how many of the decision
  releases    integer     not null, -- of a confirmation: of how many releases
  note        text        not null,
  wall_id     uuid        constraint verdict_event_wall references wall
);
comment on table verdict_event is 'What was done with decisions, when and by whom: the daily list. append-only; written by verdicts.';
create index verdict_event_by_time on verdict_event (at desc, id desc);
create index verdict_event_by_decision on verdict_event (decision_id, at, id);
alter table verdict_event enable row level security;
create policy verdict_event_inside on verdict_event using (wall_id is null or may_see(wall_id)) with check (true);

create table verdict_signature (
  event_id  uuid        not null constraint verdict_signature_event references verdict_event,
  person_id uuid        not null constraint verdict_signature_person references person,
  signed_at timestamptz not null,
  wall_id   uuid        constraint verdict_signature_wall references wall,
  constraint verdict_signature_pk primary key (event_id, person_id)
);
comment on table verdict_signature is 'Who has seen which line of the daily list, and signed it. append-only; written by verdicts.';
alter table verdict_signature enable row level security;
create policy verdict_signature_inside on verdict_signature using (wall_id is null or may_see(wall_id)) with check (true);

create view verdicts_verdict_v1 with (security_invoker = true) as
  select v.key as verdict_key, v.id, v.decision_id, v.vulnerability_id, v.product, v.scope, v.scope_id, v.status, v.state, v.until, v.decided_at,
    d.author_id, d.justification, v.wall_id
  from verdict v join verdict_decision d on d.id = v.decision_id;
comment on view verdicts_verdict_v1 is 'Verdicts with what lists of places show of them.';

-- A verdict from before a release is carried over to it until somebody confirms.
create view inventory_release_birth_v1 as
  select r.key as release_key, c.changed_at as born_at from release r join register_change c on c.entry_id = r.id and c.revision = 1;
comment on view inventory_release_birth_v1 is 'Since when releases are known. Defined by inventory.';
