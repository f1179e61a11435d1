-- Whether a source was ever read otherwise than by a file that somebody sent; asked each time that its freshness is told.
alter table source_state add column fed boolean not null default false;
update source_state s set fed = exists (
  select from intelligence_import i where i.file_sha256 is null and i.state = 'done'
    and (i.counts -> 'bySource' ? s.source or s.source = 'epss' and (i.counts ->> 'scores')::integer > 0));
comment on column source_state.fed is 'Read by itself or by command; false: only by files that somebody sent, which make no feed fresher';
