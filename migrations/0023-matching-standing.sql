-- How a place stands: its match result and the verdict that counts there. Counts, lists and history follow the standing.

alter table exposure
  add column verdict_key integer,
  add column inherited boolean not null default false,
  add column standing smallint constraint exposure_standing_known check (standing between 0 and 3);
update exposure set standing = value;
alter table exposure alter column standing set not null;
comment on column exposure.verdict_key is 'The verdict that counts here; null: nobody has decided';
comment on column exposure.inherited is 'The verdict is older than the release and nobody has confirmed it here: it closes nothing yet';
comment on column exposure.standing is 'The match result, or what a verdict makes of it: 3 affected, at least 2 under investigation, 0 closed';
create index exposure_inherited on exposure (verdict_key, release_key) where inherited;

alter table exposure_count add column closed integer not null default 0;
alter table vulnerability_count add column closed integer not null default 0;
comment on column exposure_count.closed is 'Of those of value 0: closed by verdicts; the others are settled by the release itself';
comment on column vulnerability_count.closed is 'Releases that verdicts have closed, in the field or not';
comment on column exposure_count.value is 'The worst standing of the release';
comment on column vulnerability_count.value is 'The worst standing in the field, else -1';
comment on column exposure_change.before is 'The standing; null: was not there';
comment on column exposure_change.after is 'The standing; null: is gone';

alter table exposure_batch drop constraint exposure_batch_cause_known;
alter table exposure_batch add constraint exposure_batch_cause_known check (cause in ('records', 'components', 'release', 'person', 'verdict', 'expiry'));
alter table vulnerability_change drop constraint vulnerability_change_cause_known;
alter table vulnerability_change add constraint vulnerability_change_cause_known check (cause in ('records', 'components', 'release', 'person', 'verdict', 'expiry'));
