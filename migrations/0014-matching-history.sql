-- When what touches us has changed: for what is new, for how much is open, week by week.

create table vulnerability_change (
  vulnerability_id integer     not null,
  at               timestamptz not null,
  cause            text        not null constraint vulnerability_change_cause_known check (cause in ('records', 'components', 'release', 'person')),
  before           smallint    not null constraint vulnerability_change_before_known check (before between -1 and 3), -- the worst in the field; -1: none
  after            smallint    not null constraint vulnerability_change_after_known check (after between -1 and 3),
  wall_id          uuid        constraint vulnerability_change_wall references wall,
  constraint vulnerability_change_pk primary key (vulnerability_id, at)
);
comment on table vulnerability_change is 'When the worst match result of a vulnerability in the field became another, and why. What changed before this table was there is not in it. Written by matching.';
create index vulnerability_change_by_time on vulnerability_change (at);
alter table vulnerability_change enable row level security;
create policy vulnerability_change_inside on vulnerability_change using (wall_id is null or may_see(wall_id)) with check (true);
