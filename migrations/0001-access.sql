-- Who may act: people, roles, walls, the audit trail.

create extension if not exists citext;

create table person (
  id          uuid        primary key,
  email       citext      not null constraint person_email_unique unique,
  name        text        not null constraint person_name_not_blank check (btrim(name) <> ''),
  locale      text        not null default 'ja' constraint person_locale_known check (locale in ('ja', 'en')),
  created_at  timestamptz not null,
  disabled_at timestamptz
);
comment on table person is 'Everybody who can sign in. Written by access.';
create index person_by_name on person (name collate "C", id);

create table role_grant (
  id          uuid        primary key,
  person_id   uuid        not null constraint role_grant_person references person,
  role        text        not null,
  division_id uuid,       -- null: in the whole company; the division lives in organization, to the right of access
  granted_by  uuid        constraint role_grant_granted_by references person,
  granted_at  timestamptz not null,
  until       timestamptz,
  source      text        not null default 'person' constraint role_grant_source_known check (source in ('person', 'oidc')),
  constraint role_grant_unique unique nulls not distinct (person_id, role, division_id, source)
);
comment on table role_grant is 'Which role a person holds, where and until when. Written by access.';

create table wall (
  id         uuid        primary key,
  reason     text        not null,
  created_at timestamptz not null,
  lifted_at  timestamptz
);
comment on table wall is 'Matter that only the named may see, until lifted. Written by access.';

create table wall_member (
  wall_id   uuid        not null constraint wall_member_wall references wall,
  person_id uuid        not null constraint wall_member_person references person,
  added_by  uuid        constraint wall_member_added_by references person,
  since     timestamptz not null,
  until     timestamptz,
  constraint wall_member_pk primary key (wall_id, person_id, since)
);
comment on table wall_member is 'Who stands inside a wall, from and until when. Written by access.';

-- The second lock behind the code: what a connection may see is a setting of the connection (platform/database.ts).
-- security definer, so that the policies of wall_member itself do not recurse.
create function may_see(wall uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select wall is null
      or current_setting('mamori.viewer', true) = 'system'
      or exists (select from wall w where w.id = wall and w.lifted_at <= now())
      or exists (
        select from wall_member m
        where m.wall_id = wall
          and 'person:' || m.person_id = current_setting('mamori.viewer', true)
          and m.since <= now() and (m.until is null or m.until > now()))
  $$;

-- A new wall has nobody inside yet: whoever raised it must be able to enter.
create function is_empty_wall(wall uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select not exists (select from wall_member m where m.wall_id = wall) $$;

alter table wall enable row level security;
create policy wall_inside on wall using (may_see(id)) with check (true);
alter table wall_member enable row level security;
create policy wall_member_inside on wall_member using (may_see(wall_id))
  with check (may_see(wall_id) or is_empty_wall(wall_id));

-- A row's number must tell when no smaller one can follow. A transaction that takes a number has its transaction id
-- before, so that the sealer (access/seal-audit.ts) knows whom to wait for; an identity column would take the number first.
create sequence audit_number as bigint;
create function next_audit_number() returns bigint
  language plpgsql volatile
  as $$
    begin
      perform pg_current_xact_id();
      return nextval('public.audit_number');
    end
  $$;

create table audit (
  id           bigint      not null default next_audit_number() constraint audit_pk primary key constraint audit_id_positive check (id > 0),
  ref          uuid        not null constraint audit_ref_unique unique,
  at           timestamptz not null,
  actor_kind   text        not null constraint audit_actor_kind_known check (actor_kind in ('person', 'key', 'system', 'outsider')),
  actor_id     uuid,
  actor_name   text        not null,
  action       text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  subject_name text        not null default '',
  before       jsonb,
  after        jsonb,
  origin       jsonb       not null default '{}',
  wall_id      uuid        constraint audit_wall references wall,
  salt         bytea,
  erased       jsonb,
  constraint audit_salted check ((salt is null) <> (erased is null)),
  constraint audit_salt_length check (length(salt) = 16)
);
alter sequence audit_number owned by audit.id;
comment on table audit is 'Who did what, when, before and after. append-only; written by access for every step.';
comment on column audit.ref is 'What people see of the row: a gap between numbers would tell of rows behind a wall.';
comment on column audit.salt is 'Hidden in the hashes of the fields, so that they tell nothing of an erased field.';
comment on column audit.erased is 'Hashes of erased fields and the salts of the others, instead of the salt.';
create index audit_by_subject on audit (subject_id, id);
create index audit_by_subject_kind on audit (subject_kind, id);
create index audit_by_actor on audit (actor_id, id);
create index audit_by_action on audit (action, id);
create index audit_by_time on audit (at);
alter table audit enable row level security;
-- Most lines have no wall; asking the function for each of a million would take seconds.
create policy audit_inside on audit using (wall_id is null or may_see(wall_id)) with check (true);

create table audit_seal (
  number     bigint      constraint audit_seal_pk primary key constraint audit_seal_number_positive check (number > 0),
  upto       bigint      not null constraint audit_seal_upto_unique unique,
  ids        bigint[]    not null constraint audit_seal_not_empty check (cardinality(ids) > 0),
  leaves     bytea       not null,
  root       bytea       not null,
  previous   bytea       not null,
  sealed_at  timestamptz not null,
  public_key bytea       not null,
  signature  bytea       not null,
  constraint audit_seal_leaf_per_row check (length(leaves) = 32 * cardinality(ids))
);
comment on table audit_seal is 'A signed Merkle root over each batch of audit rows. append-only; written by access.';

create table session (
  id           uuid        primary key,
  token_hash   bytea       not null constraint session_token_unique unique,
  person_id    uuid        not null constraint session_person references person,
  method       text        not null constraint session_method_known check (method in ('first-run', 'password', 'passkey', 'oidc', 'invitation')),
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  expires_at   timestamptz not null,
  proved_at    timestamptz not null,
  ip           text,
  user_agent   text,
  ended_at     timestamptz
);
comment on table session is 'A signed-in browser. Only the hash of its token is kept. Written by access.';
create index session_by_person on session (person_id) where ended_at is null;

create table api_key (
  id         uuid        primary key,
  hash       bytea       not null constraint api_key_hash_unique unique,
  hint       text        not null,
  name       text        not null constraint api_key_name_not_blank check (btrim(name) <> ''),
  person_id  uuid        not null constraint api_key_person references person,
  scopes     text[]      not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
comment on table api_key is 'A key for programs, limited to scopes of its person. Only its hash is kept. Written by access.';

create table password (
  person_id  uuid        primary key constraint password_person references person,
  hash       text        not null,
  changed_at timestamptz not null
);
comment on table password is 'Argon2id in PHC string format. Written by access.';

create table passkey (
  id            uuid        primary key,
  person_id     uuid        not null constraint passkey_person references person,
  credential_id text        not null constraint passkey_credential_unique unique,
  public_key    bytea       not null,
  counter       bigint      not null,
  transports    text[]      not null,
  backed_up     boolean     not null,
  name          text        not null constraint passkey_name_not_blank check (btrim(name) <> ''),
  created_at    timestamptz not null,
  used_at       timestamptz
);
comment on table passkey is 'A public key of a person''s device (WebAuthn). Written by access.';
create index passkey_by_person on passkey (person_id);

create table totp (
  person_id    uuid        primary key constraint totp_person references person,
  secret       bytea       not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint      not null default 0
);
comment on table totp is 'The authenticator app of a person; the secret is encrypted, a time step serves once. Written by access.';

create table recovery_code (
  id        uuid        primary key,
  person_id uuid        not null constraint recovery_code_person references person,
  hash      bytea       not null constraint recovery_code_hash_unique unique,
  used_at   timestamptz
);
comment on table recovery_code is 'Instead of the authenticator app, each once. Written by access.';
create index recovery_code_by_person on recovery_code (person_id);

create table ticket (
  id         uuid        primary key,
  kind       text        not null constraint ticket_kind_known check (kind in ('first-run', 'second-step', 'passkey', 'oidc')),
  hash       bytea       not null constraint ticket_hash_unique unique,
  person_id  uuid        constraint ticket_person references person,
  about      jsonb       not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table ticket is 'A short-lived secret that serves once; only its hash is kept. Written by access.';
create index ticket_by_expiry on ticket (expires_at);

create table throttle (
  key           text             primary key,
  count         double precision not null,
  counted_at    timestamptz      not null,
  blocked_until timestamptz
);
comment on table throttle is 'Attempts per account and per address, for all servers together. Written by access.';
create index throttle_by_age on throttle (counted_at);

create table invitation (
  id          uuid        primary key,
  hash        bytea       not null constraint invitation_hash_unique unique,
  email       citext      not null,
  name        text        not null,
  role        text,       -- null: for a person who is here already and lost every way to sign in
  division_id uuid,
  role_until  timestamptz,
  person_id   uuid        constraint invitation_person references person,
  invited_by  uuid        constraint invitation_invited_by references person,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  constraint invitation_for_somebody check (role is not null or person_id is not null)
);
comment on table invitation is 'A link by which somebody sets up how they sign in, once. Written by access.';
create index invitation_open on invitation (created_at, id) where accepted_at is null and revoked_at is null;

create table oidc_provider (
  id             uuid        primary key,
  slug           text        not null constraint oidc_provider_slug_unique unique
                             constraint oidc_provider_slug_plain check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name           text        not null constraint oidc_provider_name_not_blank check (btrim(name) <> ''),
  issuer         text        not null,
  client_id      text        not null,
  client_secret  bytea,      -- encrypted; null: a public client, PKCE only
  scopes         text        not null,
  groups_claim   text,
  in_own_network boolean     not null,
  creates_people boolean     not null,
  links_by_email boolean     not null,
  trusts_email   boolean     not null, -- also addresses that the provider does not call verified
  created_at     timestamptz not null,
  disabled_at    timestamptz
);
comment on table oidc_provider is 'Where people may sign in instead of here (OpenID Connect). Written by access.';

create table oidc_role (
  provider_id uuid not null constraint oidc_role_provider references oidc_provider on delete cascade,
  group_name  text not null,
  role        text not null,
  division_id uuid,
  constraint oidc_role_unique unique nulls not distinct (provider_id, group_name, role, division_id)
);
comment on table oidc_role is 'Which group of a provider gives which role. Written by access.';

create table oidc_identity (
  provider_id uuid        not null constraint oidc_identity_provider references oidc_provider on delete cascade,
  subject     text        not null,
  person_id   uuid        not null constraint oidc_identity_person references person,
  linked_at   timestamptz not null,
  used_at     timestamptz not null,
  constraint oidc_identity_pk primary key (provider_id, subject)
);
comment on table oidc_identity is 'Who a provider''s account is here. Written by access.';
create index oidc_identity_by_person on oidc_identity (person_id);
