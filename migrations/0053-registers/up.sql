-- What the figures of the texts need and no other part holds: study visits, recommendations, studies, pilots, events with their measures,
-- professionals trained elsewhere, what was found at the beginning and later, and what bodies tell of the change. Each entry goes through the states of its kind; a step that
-- needs a paper has it or is not taken. Nothing here tells of those the hubs serve.
create schema registers;
comment on schema registers is 'Study visits, recommendations, studies, pilots, events and their measures, professionals, baselines; each with its proof';
grant usage on schema registers to hadina_app;

create table registers.proof (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  media_type text not null check (media_type in ('image/jpeg',
    'image/png',
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'audio/mpeg',
    'audio/ogg',
    'audio/mp4',
    'audio/wav',
    'audio/aac',
    'audio/flac',
    'audio/webm')),
  bytes integer not null check (bytes between 1 and 6291456),
  sha256 bytea not null check (octet_length(sha256) = 32),
  sealed bytea check (octet_length(sealed) between 30 and 6400000),
  added_by uuid,
  added_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_why text check (withdrawn_why in ('mistaken', 'replaced', 'withdrawn_by_author', 'names_persons')),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  foreign key (network_id, withdrawn_by) references network.account (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  unique (network_id, hub_id, id),
  check ((withdrawn_at is null) = (sealed is not null))
);
comment on table registers.proof is 'A paper that shows that something was so: a report, a signed text, an attendance sheet. It is of no person the hubs serve';
comment on column registers.proof.network_id is 'The network; first in every key';
comment on column registers.proof.id is 'UUIDv7';
comment on column registers.proof.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.proof.title is 'What it is called';
comment on column registers.proof.media_type is 'The kind its content was found to be';
comment on column registers.proof.bytes is 'How many it has';
comment on column registers.proof.sha256 is 'SHA-256 of the file; the event that added it says the same, so that a paper changed later shows';
comment on column registers.proof.sealed is 'The file, sealed under a key of its own, because a sheet may name many; empty once it was withdrawn';
comment on column registers.proof.added_by is 'Who brought it';
comment on column registers.proof.added_at is 'When';
comment on column registers.proof.withdrawn_at is 'When it was withdrawn; what stood on it alone counts no more';
comment on column registers.proof.withdrawn_by is 'By whom';
comment on column registers.proof.withdrawn_why is 'Why';
create index proof_of_hub on registers.proof (network_id, hub_id, added_at);
alter table registers.proof enable row level security;
alter table registers.proof force row level security;
create policy proof_read on registers.proof for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy proof_add on registers.proof for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and added_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy proof_withdraw on registers.proof for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on registers.proof to hadina_app;
grant update (sealed, withdrawn_at, withdrawn_by, withdrawn_why) on registers.proof to hadina_app;
-- A paper is withdrawn once, by the hand that says so, and never gets another content.
create function registers.keep_proof() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.withdrawn_at is not null or new.sealed is not null or new.withdrawn_by is distinct from nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'a paper is only withdrawn, once' using errcode = 'check_violation', constraint = 'proof_stays';
  end if;
  return new;
end $$;
comment on function registers.keep_proof is 'Lets a paper be withdrawn and nothing else';
create trigger keep_proof before update on registers.proof for each row execute function registers.keep_proof();

create table registers.entry (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('study_visit', 'recommendation', 'study', 'pilot', 'event')),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  state text not null,
  state_at timestamptz not null,
  state_on date not null,
  programme_id uuid,
  organization_id uuid,
  territory_code text references network.territory (code),
  country text check (country ~ '^[A-Z]{2}$'),
  starts_on date,
  ends_on date,
  form text check (form in ('study_day', 'dialogue', 'round_table', 'workshop', 'festival', 'fair', 'other')),
  level text check (level in ('micro', 'meso', 'macro')),
  from_event_id uuid,
  authors text check (length(authors) between 1 and 500),
  languages text[] not null default '{}' check (cardinality(languages) <= 8),
  doi text check (doi ~ '^10\.[0-9]{4,9}/[^[:space:]]{1,200}$'),
  url text check (url ~ '^https://' and length(url) <= 500),
  female integer not null default 0 check (female between 0 and 100000),
  male integer not null default 0 check (male between 0 and 100000),
  unknown integer not null default 0 check (unknown between 0 and 100000),
  opened_by uuid,
  opened_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, id, kind),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, hub_id, from_event_id) references registers.entry (network_id, hub_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  constraint state_of_its_kind check ((kind = 'study_visit' and state in ('planned', 'done', 'cancelled', 'reported')) or (kind = 'recommendation' and state in ('drafted', 'peer_reviewed', 'validated', 'submitted', 'acknowledged', 'adopted', 'partly', 'rejected', 'in_force')) or (kind = 'study' and state in ('commissioned', 'fieldwork', 'draft', 'validated', 'published')) or (kind = 'pilot' and state in ('proposal', 'admissible', 'inadmissible', 'evaluated', 'awarded', 'not_awarded', 'contracted', 'implementing', 'interim_report', 'final_report', 'closed')) or (kind = 'event' and state in ('planned', 'announced', 'cancelled', 'postponed', 'registration_open', 'held', 'full', 'attendance_validated', 'reported'))),
  check (starts_on <= ends_on),
  check (ends_on is null or starts_on is not null),
  check ((kind = 'event') = (form is not null)),
  check (kind in ('recommendation', 'study') or level is null),
  check (kind = 'recommendation' or from_event_id is null),
  check (kind = 'study' or (authors is null and doi is null and url is null)),
  check (kind not in ('study_visit', 'event') or starts_on is not null),
  constraint published_somewhere check (state <> 'published' or ((doi is not null or url is not null) and cardinality(languages) >= 2))
);
comment on table registers.entry is 'One thing a register keeps: a study visit, a recommendation, a study, a pilot or an event (domain.md 2.1, 4.11 to 4.14)';
comment on column registers.entry.network_id is 'The network; first in every key';
comment on column registers.entry.id is 'UUIDv7';
comment on column registers.entry.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.entry.kind is 'Which register it stands in';
comment on column registers.entry.names is 'Its title by language, as its own papers write it';
comment on column registers.entry.about is 'What it is about, by language: the programme of a visit, the text of a recommendation';
comment on column registers.entry.state is 'Where it stands on the path of its kind';
comment on column registers.entry.state_at is 'When that was written';
comment on column registers.entry.state_on is 'The day since which it is so';
comment on column registers.entry.programme_id is 'The programme or project it serves';
comment on column registers.entry.organization_id is 'The body behind it: host of a visit, authority a recommendation is for, institution of a study, operator of a pilot, organizer of an event';
comment on column registers.entry.territory_code is 'Where, on the map';
comment on column registers.entry.country is 'The country, when the place is on no map here';
comment on column registers.entry.starts_on is 'First day, of a visit, pilot or event';
comment on column registers.entry.ends_on is 'Last day; empty: the same';
comment on column registers.entry.form is 'What kind of event';
comment on column registers.entry.level is 'At which level a recommendation or study works (domain.md 3.6)';
comment on column registers.entry.from_event_id is 'The event a recommendation came out of (domain.md 4.5)';
comment on column registers.entry.authors is 'Who wrote a study, as its title page has it';
comment on column registers.entry.languages is 'Languages a study or recommendation stands in, ISO 639-1';
comment on column registers.entry.doi is 'The digital object identifier of a study';
comment on column registers.entry.url is 'Where a study can be read';
comment on column registers.entry.female is 'Women who took part';
comment on column registers.entry.male is 'Men who took part';
comment on column registers.entry.unknown is 'Those who took part and did not say';
comment on column registers.entry.opened_by is 'Who wrote it down: never who reviews or validates it';
comment on column registers.entry.opened_at is 'When';
create index entry_of_hub on registers.entry (network_id, hub_id, kind, state_on desc);
create index entry_of_programme on registers.entry (network_id, programme_id) where programme_id is not null;
create index entry_of_event on registers.entry (network_id, from_event_id) where from_event_id is not null;
alter table registers.entry enable row level security;
alter table registers.entry force row level security;
create policy entry_read on registers.entry for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy entry_open on registers.entry for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (kind, state) in (('study_visit', 'planned'), ('recommendation', 'drafted'), ('study', 'commissioned'), ('pilot', 'proposal'), ('event', 'planned'))
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and opened_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy entry_change on registers.entry for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on registers.entry to hadina_app;
grant update (state, state_at, state_on, starts_on, ends_on, languages, doi, url, female, male, unknown) on registers.entry to hadina_app;

-- The path of each kind holds in the database too: two who press at once, or a program that skips a step, meet it here.
create function registers.keep_path() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.kind, old.state, new.state) not in (
    ('study_visit', 'planned', 'done'), ('study_visit', 'planned', 'cancelled'), ('study_visit', 'done', 'reported'),
    ('recommendation', 'drafted', 'peer_reviewed'), ('recommendation', 'peer_reviewed', 'validated'), ('recommendation', 'peer_reviewed', 'drafted'), ('recommendation', 'validated', 'submitted'), ('recommendation', 'submitted', 'acknowledged'), ('recommendation', 'submitted', 'adopted'), ('recommendation', 'submitted', 'partly'), ('recommendation', 'submitted', 'rejected'), ('recommendation', 'acknowledged', 'adopted'), ('recommendation', 'acknowledged', 'partly'), ('recommendation', 'acknowledged', 'rejected'), ('recommendation', 'adopted', 'in_force'), ('recommendation', 'partly', 'in_force'),
    ('study', 'commissioned', 'fieldwork'), ('study', 'fieldwork', 'draft'), ('study', 'draft', 'validated'), ('study', 'draft', 'fieldwork'), ('study', 'validated', 'published'),
    ('pilot', 'proposal', 'admissible'), ('pilot', 'proposal', 'inadmissible'), ('pilot', 'admissible', 'evaluated'), ('pilot', 'evaluated', 'awarded'), ('pilot', 'evaluated', 'not_awarded'), ('pilot', 'awarded', 'contracted'), ('pilot', 'contracted', 'implementing'), ('pilot', 'implementing', 'interim_report'), ('pilot', 'implementing', 'final_report'), ('pilot', 'interim_report', 'final_report'), ('pilot', 'final_report', 'closed'),
    ('event', 'planned', 'announced'), ('event', 'planned', 'cancelled'), ('event', 'planned', 'postponed'), ('event', 'announced', 'registration_open'), ('event', 'announced', 'held'), ('event', 'announced', 'cancelled'), ('event', 'announced', 'postponed'), ('event', 'registration_open', 'full'), ('event', 'registration_open', 'held'), ('event', 'registration_open', 'cancelled'), ('event', 'registration_open', 'postponed'), ('event', 'full', 'registration_open'), ('event', 'full', 'held'), ('event', 'full', 'cancelled'), ('event', 'full', 'postponed'), ('event', 'postponed', 'planned'), ('event', 'postponed', 'cancelled'), ('event', 'held', 'attendance_validated'), ('event', 'attendance_validated', 'reported')) then
    raise exception 'this step does not follow on where it stands' using errcode = 'check_violation', constraint = 'path_of_its_kind';
  end if;
  return new;
end $$;
comment on function registers.keep_path is 'Refuses a step that does not follow on the state an entry stands in';
create function registers.keep_eyes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.kind, new.state) in (('recommendation', 'peer_reviewed'), ('recommendation', 'validated'), ('study', 'validated'), ('pilot', 'evaluated'), ('pilot', 'awarded'))
    and old.opened_by = nullif(current_setting('app.account', true), '')::uuid then
    raise exception 'whoever wrote it down leaves this step to a colleague' using errcode = 'check_violation', constraint = 'step_by_another';
  end if;
  return new;
end $$;
comment on function registers.keep_eyes is 'Leaves a step that reviews, validates or awards to somebody else than who wrote the entry down';
create trigger keep_eyes before update of state on registers.entry for each row when (old.state is distinct from new.state) execute function registers.keep_eyes();
create trigger keep_path before update of state on registers.entry for each row when (old.state is distinct from new.state) execute function registers.keep_path();

create table registers.step (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  entry_id uuid not null,
  kind text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  proof_id uuid,
  note text check (length(note) between 1 and 2000),
  by_account uuid,
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, hub_id, entry_id, kind) references registers.entry (network_id, hub_id, id, kind),
  foreign key (network_id, hub_id, proof_id) references registers.proof (network_id, hub_id, id),
  foreign key (network_id, by_account) references network.account (network_id, id),
  constraint step_with_proof check (proof_id is not null or (kind, to_state) not in (('study_visit', 'reported'), ('recommendation', 'validated'), ('recommendation', 'submitted'), ('recommendation', 'acknowledged'), ('recommendation', 'adopted'), ('recommendation', 'partly'), ('recommendation', 'rejected'), ('recommendation', 'in_force'), ('study', 'validated'), ('pilot', 'admissible'), ('pilot', 'contracted'), ('pilot', 'interim_report'), ('pilot', 'final_report'), ('event', 'attendance_validated'), ('event', 'reported')))
);
comment on table registers.step is 'One step of an entry: from which state to which, the day, who wrote it and the paper that shows it';
comment on column registers.step.network_id is 'The network; first in every key';
comment on column registers.step.id is 'UUIDv7';
comment on column registers.step.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.step.entry_id is 'The entry';
comment on column registers.step.kind is 'Its kind, repeated so that the paper a step needs can be asked for';
comment on column registers.step.from_state is 'Where it stood; empty: it was written down';
comment on column registers.step.to_state is 'Where it stands from then on';
comment on column registers.step.on_day is 'The day it was so';
comment on column registers.step.proof_id is 'The paper that shows it';
comment on column registers.step.note is 'What there is to say, in the words of who wrote it';
comment on column registers.step.by_account is 'Who wrote it';
comment on column registers.step.at is 'When';
create index step_of_hub on registers.step (network_id, hub_id);
create index step_of_entry on registers.step (network_id, entry_id, at);
create index step_of_proof on registers.step (network_id, proof_id) where proof_id is not null;
alter table registers.step enable row level security;
alter table registers.step force row level security;
create policy step_read on registers.step for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy step_write on registers.step for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and by_account is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy step_change on registers.step for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on registers.step to hadina_app;
grant update (proof_id) on registers.step to hadina_app;

-- An entry stands where its last step says, and no step is written that the entry did not take: the paper a step needs cannot be walked around.
create function registers.keep_steps() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from registers.step s where s.network_id = new.network_id and s.entry_id = new.id and s.from_state is not distinct from (case when tg_op = 'UPDATE' then old.state end)
    and s.to_state = new.state and s.at = new.state_at and s.on_day = new.state_on and s.by_account is not distinct from nullif(current_setting('app.account', true), '')::uuid) then
    raise exception 'an entry moves with its step' using errcode = 'check_violation', constraint = 'entry_has_its_step';
  end if;
  return null;
end $$;
comment on function registers.keep_steps is 'Refuses a state that no step of the same hand, day and moment tells';
create constraint trigger steps_of_opened after insert on registers.entry deferrable initially deferred for each row execute function registers.keep_steps();
create constraint trigger steps_of_moved after update of state, state_at, state_on on registers.entry deferrable initially deferred for each row
  when (old.state is distinct from new.state or old.state_at is distinct from new.state_at or old.state_on is distinct from new.state_on) execute function registers.keep_steps();
create function registers.keep_told() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from registers.entry e where e.network_id = new.network_id and e.id = new.entry_id and e.state = new.to_state and e.state_at = new.at) then
    raise exception 'a step is told when it is taken' using errcode = 'check_violation', constraint = 'step_is_taken';
  end if;
  return new;
end $$;
comment on function registers.keep_told is 'Refuses a step that the entry did not take just now';
create trigger keep_told before insert on registers.step for each row execute function registers.keep_told();

create table registers.measure (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  event_id uuid not null,
  kind text not null default 'event' check (kind = 'event'),
  number integer not null check (number > 0),
  what jsonb not null check (jsonb_typeof(what) = 'object' and what <> '{}'),
  organization_id uuid,
  owner text check (length(owner) between 2 and 200),
  due_on date not null,
  progress smallint not null default 0 check (progress between 0 and 100),
  state text not null default 'open' check (state in ('open', 'in_progress', 'done', 'dropped')),
  state_on date not null,
  proof_id uuid,
  note text check (length(note) between 1 and 2000),
  set_by uuid,
  set_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, event_id, number),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, hub_id, event_id, kind) references registers.entry (network_id, hub_id, id, kind),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, hub_id, proof_id) references registers.proof (network_id, hub_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (num_nonnulls(organization_id, owner) >= 1),
  check (state <> 'done' or progress = 100),
  check (state <> 'open' or progress = 0),
  constraint done_with_proof check (state <> 'done' or proof_id is not null)
);
comment on table registers.measure is 'A measure that an event decided: numbered, with an owner, a deadline and how far it is (domain.md 2.1)';
comment on column registers.measure.network_id is 'The network; first in every key';
comment on column registers.measure.id is 'UUIDv7';
comment on column registers.measure.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.measure.event_id is 'The event that decided it';
comment on column registers.measure.kind is 'Only events decide measures';
comment on column registers.measure.number is 'Its number among those of the event';
comment on column registers.measure.what is 'What is to be done, by language';
comment on column registers.measure.organization_id is 'The body that owns it';
comment on column registers.measure.owner is 'Who owns it, when that is no body of the register: a direction, a post';
comment on column registers.measure.due_on is 'By which day';
comment on column registers.measure.progress is 'How far it is, in hundredths';
comment on column registers.measure.state is 'Where it stands';
comment on column registers.measure.state_on is 'Since which day';
comment on column registers.measure.proof_id is 'The paper that shows it is done';
comment on column registers.measure.note is 'What was last said of it';
comment on column registers.measure.set_by is 'Who wrote it down';
comment on column registers.measure.set_at is 'When';
create index measure_due on registers.measure (network_id, hub_id, due_on) where state in ('open', 'in_progress');
alter table registers.measure enable row level security;
alter table registers.measure force row level security;
create policy measure_read on registers.measure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy measure_write on registers.measure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state = 'open' and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy measure_change on registers.measure for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on registers.measure to hadina_app;
grant update (progress, state, state_on, proof_id, note) on registers.measure to hadina_app;
create function registers.keep_over() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'what is over stays as it is' using errcode = 'check_violation', constraint = 'measure_over';
end $$;
comment on function registers.keep_over is 'Refuses to open a measure again that is done or was dropped';
create trigger keep_over before update on registers.measure for each row when (old.state in ('done', 'dropped')) execute function registers.keep_over();

create table registers.professional (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  organization_id uuid not null,
  occupation text not null check (occupation in ('social_worker', 'front_line', 'local_authority', 'civil_society', 'trainer', 'other')),
  sex text not null check (sex in ('female', 'male', 'unknown')),
  added_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id)
);
comment on table registers.professional is 'Somebody who works for a body and was trained: a social worker, front-line public staff. Never one of those the hubs serve, and counted apart from them (domain.md 4.16)';
comment on column registers.professional.network_id is 'The network; first in every key';
comment on column registers.professional.id is 'UUIDv7';
comment on column registers.professional.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.professional.name is 'The name, as on the attendance sheet';
comment on column registers.professional.organization_id is 'The body she works for';
comment on column registers.professional.occupation is 'What she does there';
comment on column registers.professional.sex is 'Women and men are counted apart';
comment on column registers.professional.added_by is 'Who wrote it down';
comment on column registers.professional.added_at is 'When';
create unique index professional_once on registers.professional (network_id, hub_id, organization_id, lower(name));
alter table registers.professional enable row level security;
alter table registers.professional force row level security;
create policy professional_read on registers.professional for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy professional_add on registers.professional for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and added_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on registers.professional to hadina_app;

create table registers.professional_training (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  professional_id uuid not null,
  topic jsonb not null check (jsonb_typeof(topic) = 'object' and topic <> '{}'),
  on_day date not null,
  hours smallint not null check (hours between 1 and 2000),
  programme_id uuid,
  entry_id uuid,
  proof_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, hub_id, professional_id) references registers.professional (network_id, hub_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id, entry_id) references registers.entry (network_id, hub_id, id),
  foreign key (network_id, hub_id, proof_id) references registers.proof (network_id, hub_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id)
);
comment on table registers.professional_training is 'That a professional was trained: in what, when, for how long, and the sheet or certificate that shows it';
comment on column registers.professional_training.network_id is 'The network; first in every key';
comment on column registers.professional_training.id is 'UUIDv7';
comment on column registers.professional_training.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.professional_training.professional_id is 'Who';
comment on column registers.professional_training.topic is 'In what, by language';
comment on column registers.professional_training.on_day is 'The last day';
comment on column registers.professional_training.hours is 'How many hours';
comment on column registers.professional_training.programme_id is 'The programme or project it serves';
comment on column registers.professional_training.entry_id is 'The study visit or event where it was';
comment on column registers.professional_training.proof_id is 'The attendance sheet or certificate';
comment on column registers.professional_training.added_by is 'Who wrote it down';
comment on column registers.professional_training.added_at is 'When';
create index training_of_hub on registers.professional_training (network_id, hub_id);
create index training_of_professional on registers.professional_training (network_id, professional_id, on_day);
create index training_of_proof on registers.professional_training (network_id, proof_id);
alter table registers.professional_training enable row level security;
alter table registers.professional_training force row level security;
create policy professional_training_read on registers.professional_training for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy professional_training_add on registers.professional_training for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and added_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on registers.professional_training to hadina_app;

create table registers.measurement (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  baseline_id uuid,
  what jsonb not null check (jsonb_typeof(what) = 'object' and what <> '{}'),
  value numeric(20, 4) not null,
  unit text not null check (unit in ('count', 'percent', 'amount', 'score', 'days')),
  currency text check (currency ~ '^[A-Z]{3}$'),
  on_day date not null,
  method text not null check (method in ('survey', 'register', 'interview', 'observation', 'other_source')),
  said_by text not null check (length(said_by) between 2 and 300),
  programme_id uuid,
  territory_code text references network.territory (code),
  proof_id uuid,
  set_by uuid,
  set_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, hub_id, baseline_id) references registers.measurement (network_id, hub_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id, proof_id) references registers.proof (network_id, hub_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check ((unit = 'amount') = (currency is not null))
);
comment on table registers.measurement is 'What was found on a day: the baseline, or what was found later and is held against it (domain.md 3.19)';
comment on column registers.measurement.network_id is 'The network; first in every key';
comment on column registers.measurement.id is 'UUIDv7';
comment on column registers.measurement.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.measurement.baseline_id is 'The baseline it is held against; empty: this is one';
comment on column registers.measurement.what is 'What was measured, by language';
comment on column registers.measurement.value is 'What was found';
comment on column registers.measurement.unit is 'What the value is of';
comment on column registers.measurement.currency is 'The currency of an amount';
comment on column registers.measurement.on_day is 'The day it is of';
comment on column registers.measurement.method is 'How it was found';
comment on column registers.measurement.said_by is 'Where this comes from: a document, a survey, a page';
comment on column registers.measurement.programme_id is 'The programme or project';
comment on column registers.measurement.territory_code is 'Where';
comment on column registers.measurement.proof_id is 'The paper that shows it; without one it stands as said, not as shown';
comment on column registers.measurement.set_by is 'Who wrote it down';
comment on column registers.measurement.set_at is 'When';
create index measurement_of_hub on registers.measurement (network_id, hub_id, on_day);
create index measurement_against on registers.measurement (network_id, baseline_id) where baseline_id is not null;
alter table registers.measurement enable row level security;
alter table registers.measurement force row level security;
create policy measurement_read on registers.measurement for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy measurement_add on registers.measurement for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on registers.measurement to hadina_app;

create table registers.story (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('intended', 'unintended', 'political')),
  level text not null check (level in ('micro', 'meso', 'macro')),
  organization_id uuid not null,
  names jsonb not null check (jsonb_typeof(names) = 'object'),
  words jsonb not null check (jsonb_typeof(words) = 'object'),
  original text not null check (original in ('ar', 'fr', 'en')),
  on_day date not null,
  programme_id uuid,
  territory_code text references network.territory (code),
  entry_id uuid,
  proof_id uuid not null,
  written_by uuid,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text check (withdrawn_why in ('agreement_ended', 'mistaken', 'names_persons')),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id, entry_id) references registers.entry (network_id, hub_id, id),
  foreign key (network_id, hub_id, proof_id) references registers.proof (network_id, hub_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  check ((withdrawn_at is null) = (words <> '{}') and (withdrawn_at is null) = (names <> '{}')),
  check (withdrawn_at is not null or words ? original)
);
comment on table registers.story is 'A change as a body tells it, with its day: intended, unintended or political (domain.md 3.1). It names nobody, and is told as long as the body agrees';
comment on column registers.story.network_id is 'The network; first in every key';
comment on column registers.story.id is 'UUIDv7';
comment on column registers.story.hub_id is 'The hub that keeps it true; repeated here because access compares columns of the row';
comment on column registers.story.kind is 'Whether the change was meant, was not meant, or is one of politics';
comment on column registers.story.level is 'At which level';
comment on column registers.story.organization_id is 'The body that tells it';
comment on column registers.story.names is 'Its title by language; empty once it was withdrawn';
comment on column registers.story.words is 'The story by language; empty once it was withdrawn';
comment on column registers.story.original is 'The language it was told in; the others are translations';
comment on column registers.story.on_day is 'The day it is of';
comment on column registers.story.programme_id is 'The programme or project';
comment on column registers.story.territory_code is 'Where';
comment on column registers.story.entry_id is 'What brought it about: a visit, a pilot, an event';
comment on column registers.story.proof_id is 'The written agreement of the body to tell it';
comment on column registers.story.written_by is 'Who wrote it down';
comment on column registers.story.written_at is 'When';
comment on column registers.story.withdrawn_at is 'When it was withdrawn; its words are gone';
comment on column registers.story.withdrawn_why is 'Why';
create index story_of_hub on registers.story (network_id, hub_id, on_day desc);
alter table registers.story enable row level security;
alter table registers.story force row level security;
create policy story_read on registers.story for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy story_tell on registers.story for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[])
    and written_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy story_withdraw on registers.story for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on registers.story to hadina_app;
grant update (names, words, withdrawn_at, withdrawn_why) on registers.story to hadina_app;
-- A story stands as the body told it, or is withdrawn.
create function registers.keep_story() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a story is only withdrawn, once' using errcode = 'check_violation', constraint = 'story_stays';
end $$;
comment on function registers.keep_story is 'Refuses to rewrite a story, or to tell one again that was withdrawn';
create trigger keep_story before update on registers.story for each row when (old.withdrawn_at is not null or new.withdrawn_at is null) execute function registers.keep_story();
