-- First steps that a maker has put off. What is done is never kept here: it is counted from what stands.

create table first_step_put_off (
  step       text        constraint first_step_put_off_pk primary key
                         constraint first_step_put_off_step_known check (step in ('divisions', 'products', 'contents', 'records', 'match')),
  put_off_at timestamptz not null
);
comment on table first_step_put_off is 'First steps that somebody has put off for the whole maker. Written by organization.';
