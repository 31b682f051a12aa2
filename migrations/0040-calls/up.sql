-- Calls and who answers them. A call belongs to the hub that opens it; once published its rules never change. An application carries
-- no name: only which person stands behind it, whose own rows say who reads her. Three lists say who reads (src/core/policy/reach.ts):
-- app.call_hubs reads the applications of a hub, app.call_decider_hubs opens calls and decides, app.region_hubs reads by number.
create schema incubation;
comment on schema incubation is 'Calls, applications, selection, cohorts, ventures';
grant usage on schema incubation to hadina_app;

create table incubation.call (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid,
  territory_code text not null references network.territory (code),
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  next_step jsonb not null default '{}' check (jsonb_typeof(next_step) = 'object'),
  applicants text not null check (applicants in ('persons', 'groups', 'organizations', 'all')),
  state text not null check (state in ('draft', 'published', 'open', 'closed', 'scored', 'committee', 'results_published', 'appeals_closed', 'running', 'reported', 'archived')),
  state_at timestamptz not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  closes_on date not null,
  appeal_days smallint not null check (appeal_days between 0 and 90),
  places integer not null check (places between 1 and 1000000),
  age_lowest smallint check (age_lowest between 0 and 120),
  age_highest smallint check (age_highest between 0 and 120),
  sexes text[] not null default '{}' check (sexes <@ array['female', 'male', 'unknown']),
  members_least smallint not null default 1 check (members_least between 1 and 1000),
  form_id uuid not null,
  tie_break text[] not null check (cardinality(tie_break) > 0),
  papers jsonb not null default '[]',
  opened_by uuid,
  published_by uuid,
  published_at timestamptz,
  primary key (network_id, id),
  unique (network_id, code),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, form_id) references desk.form (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  foreign key (network_id, published_by) references network.account (network_id, id),
  check (opens_at < closes_at),
  check (age_lowest <= age_highest),
  check ((published_at is null) = (state = 'draft'))
);
comment on table incubation.call is 'A call to apply: open for a time, with published rules, a number of places (SM-CALL)';
comment on column incubation.call.network_id is 'The network; first in every key';
comment on column incubation.call.id is 'UUIDv7';
comment on column incubation.call.hub_id is 'The hub that opens it';
comment on column incubation.call.programme_id is 'The programme or project it serves';
comment on column incubation.call.territory_code is 'The region, governorate or country it is open to';
comment on column incubation.call.code is 'Its public address';
comment on column incubation.call.names is 'Its name by language';
comment on column incubation.call.about is 'What it is for, by language';
comment on column incubation.call.next_step is 'What stays open to whoever is not selected, by language; said with every rejection';
comment on column incubation.call.applicants is 'Who may apply: one person, several persons with one project, a body with its members';
comment on column incubation.call.state is 'Where it stands; it never goes back';
comment on column incubation.call.state_at is 'Since when';
comment on column incubation.call.opens_at is 'First moment; written in the time zone of the hub';
comment on column incubation.call.closes_at is 'Last moment; the clock of the database decides';
comment on column incubation.call.closes_on is 'The day of closing in the time zone of the hub: ages are counted on it';
comment on column incubation.call.appeal_days is 'How many days after the results an appeal is taken';
comment on column incubation.call.places is 'How many are selected';
comment on column incubation.call.age_lowest is 'Youngest age on the day of closing; empty: no bound';
comment on column incubation.call.age_highest is 'Oldest age on the day of closing; empty: no bound';
comment on column incubation.call.sexes is 'Who may apply, by sex; empty: everyone';
comment on column incubation.call.members_least is 'How many persons a project needs at least';
comment on column incubation.call.form_id is 'The version of the questionnaire it asks';
comment on column incubation.call.tie_break is 'In which order equals are told apart; the last is always the receipt';
comment on column incubation.call.papers is 'Documents asked for: a list of codes with names by language';
comment on column incubation.call.opened_by is 'Who drafted it';
comment on column incubation.call.published_by is 'Who published it';
comment on column incubation.call.published_at is 'When its rules became fixed';
create index call_newest on incubation.call (network_id, hub_id, opens_at desc);
create index call_open on incubation.call (network_id, state, closes_at);
create index call_programme on incubation.call (network_id, programme_id) where programme_id is not null;
alter table incubation.call enable row level security;
alter table incubation.call force row level security;
create policy call_read on incubation.call for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (state <> 'draft' or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy call_draft on incubation.call for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state = 'draft' and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy call_change on incubation.call for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.call to hadina_app;
grant update (names, about, next_step, applicants, state, state_at, opens_at, closes_at, closes_on, appeal_days, places, age_lowest, age_highest, sexes,
  members_least, form_id, tie_break, papers, territory_code, programme_id, published_by, published_at) on incubation.call to hadina_app;

-- What was published stays: the rules an applicant read are the rules she is judged by.
create function incubation.keep_published() returns trigger language plpgsql set search_path = incubation, pg_temp as $$
begin
  if old.state <> 'draft' and (new.names, new.applicants, new.opens_at, new.closes_at, new.closes_on, new.appeal_days, new.places, new.age_lowest, new.age_highest,
      new.sexes, new.members_least, new.form_id, new.tie_break, new.territory_code, new.published_by, new.published_at)
    is distinct from (old.names, old.applicants, old.opens_at, old.closes_at, old.closes_on, old.appeal_days, old.places, old.age_lowest, old.age_highest,
      old.sexes, old.members_least, old.form_id, old.tie_break, old.territory_code, old.published_by, old.published_at) then
    raise exception 'a published call keeps its rules' using errcode = 'check_violation', constraint = 'call_published';
  end if;
  return new;
end $$;
create trigger keep_published before update on incubation.call for each row execute function incubation.keep_published();

create table incubation.criterion (
  network_id uuid not null,
  call_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  position smallint not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  kind text not null check (kind in ('automatic', 'jury')),
  weight smallint not null check (weight between 1 and 1000),
  most smallint not null check (most between 1 and 1000),
  reads text,
  points jsonb not null default '[]' check (jsonb_typeof(points) = 'array'),
  primary key (network_id, call_id, code),
  foreign key (network_id, call_id) references incubation.call (network_id, id),
  check ((kind = 'automatic') = (reads is not null))
);
comment on table incubation.criterion is 'What an application is scored by, published with the call';
comment on column incubation.criterion.network_id is 'The network; first in every key';
comment on column incubation.criterion.call_id is 'The call';
comment on column incubation.criterion.code is 'Its code in formula and export';
comment on column incubation.criterion.position is 'In which order it is shown';
comment on column incubation.criterion.names is 'Its name by language';
comment on column incubation.criterion.kind is 'automatic: counted from the answers; jury: given by jurors who do not see names';
comment on column incubation.criterion.weight is 'How much it weighs; weights need not make a hundred';
comment on column incubation.criterion.most is 'The most points it may give before weighing';
comment on column incubation.criterion.reads is 'For an automatic one: the question of the form, or sex, age, territory, members, stage';
comment on column incubation.criterion.points is 'For an automatic one: list of { is, points } or { from, to, points }; the first that fits counts';
alter table incubation.criterion enable row level security;
alter table incubation.criterion force row level security;
create policy criterion_read on incubation.criterion for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy criterion_write on incubation.criterion for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'draft' and c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy criterion_drop on incubation.criterion for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'draft' and c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert, delete on incubation.criterion to hadina_app;

create table incubation.quota (
  network_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  position smallint not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  dimension text not null check (dimension in ('territory', 'sex', 'age', 'disability', 'stage', 'applicants')),
  value text not null,
  rule text not null check (rule in ('at_least', 'at_most', 'exactly')),
  places integer not null check (places >= 0),
  primary key (network_id, id),
  unique (network_id, call_id, dimension, value, rule),
  foreign key (network_id, call_id) references incubation.call (network_id, id)
);
comment on table incubation.quota is 'How many of one kind are selected at least, at most or exactly; published with the call';
comment on column incubation.quota.network_id is 'The network; first in every key';
comment on column incubation.quota.id is 'UUIDv7';
comment on column incubation.quota.call_id is 'The call';
comment on column incubation.quota.position is 'In which order it is shown';
comment on column incubation.quota.names is 'Its name by language';
comment on column incubation.quota.dimension is 'What it looks at';
comment on column incubation.quota.value is 'Which: a province, female, 18-35, yes, idea, organizations';
comment on column incubation.quota.rule is 'How it binds';
comment on column incubation.quota.places is 'How many';
alter table incubation.quota enable row level security;
alter table incubation.quota force row level security;
create policy quota_read on incubation.quota for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy quota_write on incubation.quota for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'draft' and c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy quota_drop on incubation.quota for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and call_id in (select c.id from incubation.call c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and c.state = 'draft' and c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert, delete on incubation.quota to hadina_app;

create table incubation.application (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  receipt text not null check (receipt ~ '^[A-Z0-9]{8}$'),
  applicant text not null check (applicant in ('person', 'group', 'organization')),
  person_id uuid not null,
  organization_id uuid,
  state text not null check (state in ('draft', 'applied', 'pre_evaluated', 'ineligible', 'selected', 'waitlisted', 'rejected', 'withdrawn', 'trained', 'incubating', 'plan_validated', 'funding_committee', 'funded', 'created', 'post_creation', 'consolidated', 'ceased', 'dropped_out')),
  state_at timestamptz not null,
  reason text check (reason ~ '^[a-z][a-z_]{1,39}$'),
  stage text check (stage in ('idea', 'existing')),
  territory_code text references network.territory (code),
  sex text check (sex in ('female', 'male', 'unknown')),
  age smallint check (age between 0 and 130),
  members integer not null default 1 check (members > 0),
  counts_for uuid[] not null default '{}',
  typed_by uuid,
  import_id uuid,
  import_row integer,
  version integer not null default 0,
  begun_at timestamptz not null,
  submitted_at timestamptz,
  primary key (network_id, id),
  unique (network_id, receipt),
  unique (network_id, call_id, id),
  foreign key (network_id, hub_id, call_id) references incubation.call (network_id, hub_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, typed_by) references network.account (network_id, id),
  check ((organization_id is not null) = (applicant = 'organization')),
  check ((submitted_at is null) = (state = 'draft') or state = 'withdrawn')
);
comment on table incubation.application is 'One answer to a call: by a person, several persons or a body; the same row from draft to alumni (SM-INCUB)';
comment on column incubation.application.network_id is 'The network; first in every key';
comment on column incubation.application.id is 'UUIDv7';
comment on column incubation.application.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.application.call_id is 'The call';
comment on column incubation.application.receipt is 'Eight letters and digits on her slip; results are published by it, never by name';
comment on column incubation.application.applicant is 'Who applies';
comment on column incubation.application.person_id is 'Who applies, or who leads the group, or who acts for the body; her key seals the answers';
comment on column incubation.application.organization_id is 'The body, when one applies';
comment on column incubation.application.state is 'Where it stands';
comment on column incubation.application.state_at is 'Since when';
comment on column incubation.application.reason is 'Why it was not eligible, rejected, withdrawn or dropped; a code with words';
comment on column incubation.application.stage is 'A project that is an idea, or one that exists and enters at development (domain.md row 2.6)';
comment on column incubation.application.territory_code is 'Her province or governorate on the day she applied';
comment on column incubation.application.sex is 'Her sex as the register had it that day';
comment on column incubation.application.age is 'Her age on the day of closing; empty when unknown';
comment on column incubation.application.members is 'How many persons it stands for';
comment on column incubation.application.counts_for is 'The quotas it counts for';
comment on column incubation.application.typed_by is 'Who typed it for her at the desk; empty when she did it herself';
comment on column incubation.application.import_id is 'The file it came with';
comment on column incubation.application.import_row is 'Its row there';
comment on column incubation.application.version is 'How often a field of it was saved';
comment on column incubation.application.begun_at is 'When it was begun';
comment on column incubation.application.submitted_at is 'When it was handed in';
create unique index application_of_body on incubation.application (network_id, call_id, organization_id) where organization_id is not null and state <> 'withdrawn';
create index application_of_person on incubation.application (network_id, person_id);
create index application_list on incubation.application (network_id, call_id, state, receipt);
create index application_of_hub on incubation.application (network_id, hub_id, state_at desc);
create index application_by_place on incubation.application (network_id, call_id, territory_code, state);
create index application_of_import on incubation.application (network_id, import_id) where import_id is not null;
alter table incubation.application enable row level security;
alter table incubation.application force row level security;
create policy application_read on incubation.application for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy application_begin on incubation.application for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy application_change on incubation.application for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.application to hadina_app;
grant update (state, state_at, reason, stage, territory_code, sex, age, members, counts_for, version, submitted_at) on incubation.application to hadina_app;

create table incubation.applicant (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('lead', 'member')),
  sex text check (sex in ('female', 'male', 'unknown')),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (network_id, application_id, person_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table incubation.applicant is 'A person behind an application: each woman of a cooperative, each youth of a project; once in a call (domain.md rule 3)';
comment on column incubation.applicant.network_id is 'The network; first in every key';
comment on column incubation.applicant.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.applicant.call_id is 'The call';
comment on column incubation.applicant.application_id is 'The application';
comment on column incubation.applicant.person_id is 'Who';
comment on column incubation.applicant.part is 'lead: applies for the others';
comment on column incubation.applicant.sex is 'Her sex as the register had it that day';
comment on column incubation.applicant.joined_at is 'When she was named';
comment on column incubation.applicant.left_at is 'When she left it, or it was withdrawn';
create unique index applicant_once on incubation.applicant (network_id, call_id, person_id) where left_at is null;
create index applicant_of_person on incubation.applicant (network_id, person_id);
create index applicant_of_hub on incubation.applicant (network_id, hub_id);
alter table incubation.applicant enable row level security;
alter table incubation.applicant force row level security;
create policy applicant_read on incubation.applicant for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy applicant_join on incubation.applicant for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy applicant_leave on incubation.applicant for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.applicant to hadina_app;
grant update (left_at) on incubation.applicant to hadina_app;

create table incubation.answer (
  network_id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  question text not null check (question ~ '^[a-z][a-z0-9-]{1,39}$'),
  said jsonb,
  sealed bytea,
  version integer not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (network_id, application_id, question),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, saved_by) references network.account (network_id, id),
  check (num_nonnulls(said, sealed) <= 1)
);
comment on table incubation.answer is 'One answer of an application, saved as soon as it is given';
comment on column incubation.answer.network_id is 'The network; first in every key';
comment on column incubation.answer.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.answer.application_id is 'The application';
comment on column incubation.answer.question is 'The question of the form';
comment on column incubation.answer.said is 'The answer, where the question holds nothing about a life';
comment on column incubation.answer.sealed is 'The answer, sealed under the key of who applies, where it does';
comment on column incubation.answer.version is 'Which saving wrote it: two officers at one field both see that';
comment on column incubation.answer.saved_at is 'When';
comment on column incubation.answer.saved_by is 'By whom';
create index answer_of_hub on incubation.answer (network_id, hub_id);
alter table incubation.answer enable row level security;
alter table incubation.answer force row level security;
-- What is sealed is read while it is typed; once handed in, by whoever leads the team, and by a jury what the questionnaire gives it.
create policy answer_read on incubation.answer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and (sealed is null or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
      or exists (select from incubation.application a where a.network_id = answer.network_id and a.id = answer.application_id and a.state = 'draft')));
create policy answer_write on incubation.answer for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy answer_change on incubation.answer for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.answer to hadina_app;
grant update (said, sealed, version, saved_at, saved_by) on incubation.answer to hadina_app;

create table incubation.points (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  criterion text not null,
  points smallint not null check (points >= 0),
  why jsonb not null,
  primary key (network_id, application_id, criterion),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, call_id, criterion) references incubation.criterion (network_id, call_id, code)
);
comment on table incubation.points is 'What an automatic criterion gave an application, and why';
comment on column incubation.points.network_id is 'The network; first in every key';
comment on column incubation.points.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.points.call_id is 'The call';
comment on column incubation.points.application_id is 'The application';
comment on column incubation.points.criterion is 'The criterion';
comment on column incubation.points.points is 'Points before weighing';
comment on column incubation.points.why is 'Which answer gave them: { reads, answer }; a sealed answer is not repeated';
create index points_of_call on incubation.points (network_id, call_id);
create index points_of_hub on incubation.points (network_id, hub_id);
alter table incubation.points enable row level security;
alter table incubation.points force row level security;
create policy points_read on incubation.points for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy points_write on incubation.points for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy points_again on incubation.points for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.points to hadina_app;
grant update (points, why) on incubation.points to hadina_app;
