-- The model with the most units among those of one result, for each line of a list: of thousands of models it is read alone.
create index exposure_count_by_units on exposure_count (vulnerability_id, value, units desc, model_id) include (in_field);
-- What touches some models, without reading the counts themselves.
create index exposure_count_by_model on exposure_count (model_id, in_field, value, vulnerability_id) include (wall_id);

-- What touches releases outside of the field, by result: a list over every release adds nothing up.
alter table vulnerability_count
  add column elsewhere_applies integer not null default 0,
  add column elsewhere_may_apply integer not null default 0;
update vulnerability_count v set elsewhere_applies = c.applies, elsewhere_may_apply = c.may_apply
  from (
    select vulnerability_id, coalesce(sum(releases) filter (where value = 3), 0) as applies,
      coalesce(sum(releases) filter (where value = 2), 0) as may_apply
    from exposure_count where not in_field group by vulnerability_id
  ) c where c.vulnerability_id = v.vulnerability_id;
comment on column vulnerability_count.elsewhere_applies is 'Of those elsewhere, releases to which it applies';
comment on column vulnerability_count.elsewhere_may_apply is 'Of those elsewhere, releases to which it may apply; the others cannot be compared';
