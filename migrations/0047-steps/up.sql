-- Every step on the road of a call is told for each person behind an application, as her registration is. How old she was when it was
-- handed in is kept beside her sex, so that one person stands in the same row of a figure from the first step to the last.
alter table incubation.applicant add column age_band text check (age_band in ('0-17', '18-24', '25-34', '35-49', '50-64', '65+', 'unknown'));
comment on column incubation.applicant.age_band is 'Her age band on the day the application was handed in; empty before';
grant update (age_band) on incubation.applicant to hadina_app;
