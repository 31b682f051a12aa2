-- From selected to alumni: cohorts, coaching, mentors, the venture with its plan, prototypes, papers and milestones, what became of it, and the
-- public profile she opts into. The application stays the one row that says where she stands. Every table that tells of somebody carries
-- person_id, so that who is kept apart from her finds nothing of it and her right to know and to be forgotten reaches it.

create table incubation.cohort (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  call_id uuid,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  from_on date not null,
  until_on date not null,
  partner_id uuid,
  places integer not null check (places between 1 and 10000),
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, call_id) references incubation.call (network_id, id),
  foreign key (network_id, partner_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check (from_on <= until_on)
);
comment on table incubation.cohort is 'A group of selected applications that goes the way together, at the hub or with a partner body';
comment on column incubation.cohort.network_id is 'The network; first in every key';
comment on column incubation.cohort.id is 'UUIDv7';
comment on column incubation.cohort.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.cohort.call_id is 'The call it came from; empty for a group of a programme without a call';
comment on column incubation.cohort.names is 'Its name by language';
comment on column incubation.cohort.from_on is 'First day';
comment on column incubation.cohort.until_on is 'Last day';
comment on column incubation.cohort.partner_id is 'The partner body that accompanies it under an agreement; empty: the hub itself';
comment on column incubation.cohort.places is 'How many applications it takes';
comment on column incubation.cohort.opened_at is 'When it was opened';
comment on column incubation.cohort.opened_by is 'By whom';
comment on column incubation.cohort.closed_at is 'When it ended';
create index cohort_newest on incubation.cohort (network_id, hub_id, from_on desc);
create index cohort_of_call on incubation.cohort (network_id, call_id) where call_id is not null;
create index cohort_of_hub on incubation.cohort (network_id, hub_id);
alter table incubation.cohort enable row level security;
alter table incubation.cohort force row level security;
create policy cohort_read on incubation.cohort for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy cohort_write on incubation.cohort for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy cohort_change on incubation.cohort for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.cohort to hadina_app;
grant update (partner_id, until_on, closed_at) on incubation.cohort to hadina_app;

create table incubation.cohort_place (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  cohort_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  coach_id uuid,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, cohort_id) references incubation.cohort (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, coach_id) references network.account (network_id, id)
);
comment on table incubation.cohort_place is 'The place of an application in a cohort; one at a time';
comment on column incubation.cohort_place.network_id is 'The network; first in every key';
comment on column incubation.cohort_place.id is 'UUIDv7';
comment on column incubation.cohort_place.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.cohort_place.cohort_id is 'The cohort';
comment on column incubation.cohort_place.application_id is 'The application it grows from';
comment on column incubation.cohort_place.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.cohort_place.coach_id is 'Who accompanies her';
comment on column incubation.cohort_place.joined_at is 'When she entered';
comment on column incubation.cohort_place.left_at is 'When she left it';
create unique index cohort_place_once on incubation.cohort_place (network_id, application_id) where left_at is null;
create index cohort_place_of on incubation.cohort_place (network_id, cohort_id, left_at);
create index cohort_place_coach on incubation.cohort_place (network_id, coach_id) where left_at is null;
create index cohort_place_of_person on incubation.cohort_place (network_id, person_id);
create index cohort_place_of_hub on incubation.cohort_place (network_id, hub_id);
alter table incubation.cohort_place enable row level security;
alter table incubation.cohort_place force row level security;
create policy cohort_place_read on incubation.cohort_place for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy cohort_place_write on incubation.cohort_place for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy cohort_place_change on incubation.cohort_place for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.cohort_place to hadina_app;
grant update (coach_id, left_at) on incubation.cohort_place to hadina_app;

create table incubation.cohort_session (
  network_id uuid not null,
  hub_id uuid not null,
  cohort_id uuid not null,
  session_id uuid not null,
  added_at timestamptz not null,
  primary key (network_id, cohort_id, session_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, cohort_id) references incubation.cohort (network_id, id),
  foreign key (network_id, session_id) references training.session (network_id, id)
);
comment on table incubation.cohort_session is 'A training session that a cohort takes part in';
comment on column incubation.cohort_session.network_id is 'The network; first in every key';
comment on column incubation.cohort_session.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.cohort_session.cohort_id is 'The cohort';
comment on column incubation.cohort_session.session_id is 'The session, by its number in the module training';
comment on column incubation.cohort_session.added_at is 'When it was added';
create index cohort_session_of_hub on incubation.cohort_session (network_id, hub_id);
alter table incubation.cohort_session enable row level security;
alter table incubation.cohort_session force row level security;
create policy cohort_session_read on incubation.cohort_session for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy cohort_session_write on incubation.cohort_session for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.cohort_session to hadina_app;

create table incubation.coaching_act (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('orientation', 'accompaniment', 'follow_up', 'entrepreneurship', 'incubation', 'skills')),
  minutes smallint not null check (minutes between 1 and 600),
  on_day date not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
comment on table incubation.coaching_act is 'One act of individual accompaniment, with its minutes';
comment on column incubation.coaching_act.network_id is 'The network; first in every key';
comment on column incubation.coaching_act.id is 'UUIDv7';
comment on column incubation.coaching_act.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.coaching_act.application_id is 'The application it grows from';
comment on column incubation.coaching_act.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.coaching_act.kind is 'Which of the six missions of an incubator it is (domain.md row 1.12)';
comment on column incubation.coaching_act.minutes is 'How long it took';
comment on column incubation.coaching_act.on_day is 'The day';
comment on column incubation.coaching_act.account_id is 'Who did it';
comment on column incubation.coaching_act.recorded_at is 'When it was written down';
create index coaching_act_of on incubation.coaching_act (network_id, application_id, on_day desc);
create index coaching_act_of_person on incubation.coaching_act (network_id, person_id);
create index coaching_act_of_hub on incubation.coaching_act (network_id, hub_id);
alter table incubation.coaching_act enable row level security;
alter table incubation.coaching_act force row level security;
create policy coaching_act_read on incubation.coaching_act for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy coaching_act_write on incubation.coaching_act for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.coaching_act to hadina_app;

-- A note is about her life: it opens to the coach who accompanies her, until the cohort closes and after, or by a live grant; hours and kinds stay for all who work here.
create table incubation.coaching_note (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  sealed bytea,
  primary key (network_id, id),
  foreign key (network_id, id) references incubation.coaching_act (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table incubation.coaching_note is 'What was written down of an act of accompaniment (C1b)';
comment on column incubation.coaching_note.network_id is 'The network; first in every key';
comment on column incubation.coaching_note.id is 'The act it was written on';
comment on column incubation.coaching_note.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.coaching_note.application_id is 'The application it grows from';
comment on column incubation.coaching_note.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.coaching_note.sealed is 'The note, sealed under her key; empty: forgotten';
create index coaching_note_of on incubation.coaching_note (network_id, application_id);
create index coaching_note_of_person on incubation.coaching_note (network_id, person_id);
create index coaching_note_of_hub on incubation.coaching_note (network_id, hub_id);
alter table incubation.coaching_note enable row level security;
alter table incubation.coaching_note force row level security;
create policy coaching_note_read on incubation.coaching_note for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (application_id = any (array(select p.application_id from incubation.cohort_place p
        where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.coach_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and (p.left_at is null or p.left_at = (select c.closed_at from incubation.cohort c where c.network_id = p.network_id and c.id = p.cohort_id))))
      or person_id = any (array(select g.person_id from accompaniment.life_grant g
        where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and g.person_id is not null
          and g.revoked_at is null and g.from_at <= now() and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy coaching_note_write on incubation.coaching_note for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.coaching_note to hadina_app;

create table incubation.mentor (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  account_id uuid,
  name text check (name <> ''),
  sectors text[] not null default '{}',
  languages text[] not null default '{}',
  territory_code text references network.territory (code),
  most smallint not null check (most between 1 and 20),
  from_at timestamptz not null,
  left_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  check (num_nonnulls(account_id, name) = 1)
);
comment on table incubation.mentor is 'Somebody with experience who accompanies as a volunteer: a colleague with an account, or somebody of the pool';
comment on column incubation.mentor.network_id is 'The network; first in every key';
comment on column incubation.mentor.id is 'UUIDv7';
comment on column incubation.mentor.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.mentor.account_id is 'Her account, when she has one';
comment on column incubation.mentor.name is 'What she is called, when she has no account';
comment on column incubation.mentor.sectors is 'Fields she knows';
comment on column incubation.mentor.languages is 'Languages she speaks';
comment on column incubation.mentor.territory_code is 'Where she is';
comment on column incubation.mentor.most is 'How many she takes at a time';
comment on column incubation.mentor.from_at is 'Since when';
comment on column incubation.mentor.left_at is 'Since when no more';
create unique index mentor_once on incubation.mentor (network_id, hub_id, account_id) where account_id is not null and left_at is null;
create index mentor_of_hub on incubation.mentor (network_id, hub_id);
alter table incubation.mentor enable row level security;
alter table incubation.mentor force row level security;
create policy mentor_read on incubation.mentor for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy mentor_write on incubation.mentor for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy mentor_change on incubation.mentor for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.mentor to hadina_app;
grant update (sectors, languages, territory_code, most, left_at) on incubation.mentor to hadina_app;

create table incubation.mentoring (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  mentor_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  reasons text[] not null,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'ended')),
  proposed_at timestamptz not null,
  proposed_by uuid,
  answered_at timestamptz,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, mentor_id) references incubation.mentor (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, proposed_by) references network.account (network_id, id)
);
comment on table incubation.mentoring is 'A mentor and an application brought together, with the reasons shown';
comment on column incubation.mentoring.network_id is 'The network; first in every key';
comment on column incubation.mentoring.id is 'UUIDv7';
comment on column incubation.mentoring.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.mentoring.mentor_id is 'The mentor';
comment on column incubation.mentoring.application_id is 'The application it grows from';
comment on column incubation.mentoring.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.mentoring.reasons is 'Why she was proposed, as codes';
comment on column incubation.mentoring.state is 'Where it stands; only proposed and accepted count against her limit';
comment on column incubation.mentoring.proposed_at is 'When';
comment on column incubation.mentoring.proposed_by is 'By whom';
comment on column incubation.mentoring.answered_at is 'When she answered';
comment on column incubation.mentoring.ended_at is 'When it ended';
create unique index mentoring_once on incubation.mentoring (network_id, application_id) where state in ('proposed', 'accepted');
create index mentoring_of_mentor on incubation.mentoring (network_id, mentor_id, state);
create index mentoring_of_person on incubation.mentoring (network_id, person_id);
create index mentoring_of_hub on incubation.mentoring (network_id, hub_id);
alter table incubation.mentoring enable row level security;
alter table incubation.mentoring force row level security;
create policy mentoring_read on incubation.mentoring for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy mentoring_write on incubation.mentoring for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy mentoring_change on incubation.mentoring for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.mentoring to hadina_app;
grant update (state, answered_at, ended_at) on incubation.mentoring to hadina_app;

-- The limit holds in the database too: two who propose at once meet at the mentor's row.
create function incubation.keep_mentor_limit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare allowed smallint; taken bigint;
begin
  if new.state not in ('proposed', 'accepted') then return new; end if;
  select m.most into allowed from incubation.mentor m where m.network_id = new.network_id and m.id = new.mentor_id and m.left_at is null for update;
  select count(*) into taken from incubation.mentoring g where g.network_id = new.network_id and g.mentor_id = new.mentor_id and g.id <> new.id and g.state in ('proposed', 'accepted');
  if allowed is null or taken >= allowed then
    raise exception 'a mentor takes no more than she said' using errcode = 'check_violation', constraint = 'mentor_limit';
  end if;
  return new;
end $$;
comment on function incubation.keep_mentor_limit is 'Refuses one more than a mentor takes at a time';
create trigger keep_mentor_limit before insert or update of state on incubation.mentoring for each row execute function incubation.keep_mentor_limit();

create table incubation.venture (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  name text not null check (name <> ''),
  stage text not null check (stage in ('idea', 'existing')),
  sector text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  legal_form text check (legal_form in ('smsa', 'gda', 'cooperative', 'auto_entrepreneur', 'association', 'mutual')),
  label text not null default 'none' check (label in ('none', 'pending_decree')),
  territory_code text references network.territory (code),
  opened_at timestamptz not null,
  opened_by uuid,
  created_on date,
  organization_id uuid,
  primary key (network_id, id),
  unique (network_id, application_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id)
);
comment on table incubation.venture is 'What she builds: an idea, or an activity that exists; from the plan to the enterprise';
comment on column incubation.venture.network_id is 'The network; first in every key';
comment on column incubation.venture.id is 'UUIDv7';
comment on column incubation.venture.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.venture.application_id is 'The application it grows from';
comment on column incubation.venture.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.venture.name is 'What it is called';
comment on column incubation.venture.stage is 'An idea enters at the beginning, an existing activity at development (domain.md row 2.6)';
comment on column incubation.venture.sector is 'Its field, as a code';
comment on column incubation.venture.country is 'Whose law its legal form is of';
comment on column incubation.venture.legal_form is 'The form it chose; empty: not yet';
comment on column incubation.venture.label is 'The national label: cannot be granted while the decree is missing (domain.md row 3.10)';
comment on column incubation.venture.territory_code is 'Where it works';
comment on column incubation.venture.opened_at is 'When it was written down';
comment on column incubation.venture.opened_by is 'By whom';
comment on column incubation.venture.created_on is 'The day the enterprise was created';
comment on column incubation.venture.organization_id is 'The body it became in the register of the network; the registration is a job, so the number is written before it';
create index venture_of_person on incubation.venture (network_id, person_id);
create index venture_of_hub on incubation.venture (network_id, hub_id);
alter table incubation.venture enable row level security;
alter table incubation.venture force row level security;
create policy venture_read on incubation.venture for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy venture_write on incubation.venture for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy venture_change on incubation.venture for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.venture to hadina_app;
grant update (name, sector, legal_form, label, territory_code, created_on, organization_id) on incubation.venture to hadina_app;

create table incubation.legal_step (
  network_id uuid not null,
  hub_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  form text not null,
  step text not null,
  done_on date not null,
  done_by uuid,
  primary key (network_id, venture_id, form, step),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, done_by) references network.account (network_id, id)
);
comment on table incubation.legal_step is 'A step of the papers of a legal form that is done';
comment on column incubation.legal_step.network_id is 'The network; first in every key';
comment on column incubation.legal_step.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.legal_step.venture_id is 'The venture';
comment on column incubation.legal_step.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.legal_step.form is 'The legal form';
comment on column incubation.legal_step.step is 'The step, as a code of the list of that country and form';
comment on column incubation.legal_step.done_on is 'The day it was done';
comment on column incubation.legal_step.done_by is 'Who wrote it down';
create index legal_step_of_person on incubation.legal_step (network_id, person_id);
create index legal_step_of_hub on incubation.legal_step (network_id, hub_id);
alter table incubation.legal_step enable row level security;
alter table incubation.legal_step force row level security;
create policy legal_step_read on incubation.legal_step for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy legal_step_write on incubation.legal_step for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.legal_step to hadina_app;

create table incubation.plan_version (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('canvas', 'plan')),
  version integer not null check (version > 0),
  sections jsonb not null check (jsonb_typeof(sections) = 'object'),
  written_at timestamptz not null,
  written_by uuid not null,
  decision text check (decision in ('validated', 'returned')),
  decided_at timestamptz,
  decided_by uuid,
  words text,
  primary key (network_id, id),
  unique (network_id, venture_id, kind, version),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id),
  foreign key (network_id, decided_by) references network.account (network_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  constraint plan_four_eyes check (decided_by <> written_by)
);
comment on table incubation.plan_version is 'One version of her canvas or business plan: never written over, validated by somebody else than who wrote it';
comment on column incubation.plan_version.network_id is 'The network; first in every key';
comment on column incubation.plan_version.id is 'UUIDv7';
comment on column incubation.plan_version.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.plan_version.venture_id is 'The venture';
comment on column incubation.plan_version.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.plan_version.kind is 'A canvas or a business plan';
comment on column incubation.plan_version.version is 'Its number';
comment on column incubation.plan_version.sections is 'What stands in it, by section';
comment on column incubation.plan_version.written_at is 'When';
comment on column incubation.plan_version.written_by is 'By whom';
comment on column incubation.plan_version.decision is 'What was decided on it; empty: not yet';
comment on column incubation.plan_version.decided_at is 'When';
comment on column incubation.plan_version.decided_by is 'By whom: never by who wrote it';
comment on column incubation.plan_version.words is 'What to do better, when it was returned';
create index plan_version_of_person on incubation.plan_version (network_id, person_id);
create index plan_version_of_hub on incubation.plan_version (network_id, hub_id);
alter table incubation.plan_version enable row level security;
alter table incubation.plan_version force row level security;
create policy plan_version_read on incubation.plan_version for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy plan_version_write on incubation.plan_version for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy plan_version_change on incubation.plan_version for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.plan_version to hadina_app;
grant update (decision, decided_at, decided_by, words) on incubation.plan_version to hadina_app;

create table incubation.prototype (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  version integer not null check (version > 0),
  changed text not null,
  tried_by integer not null check (tried_by between 0 and 100000),
  heard text,
  document_id uuid,
  made_on date not null,
  written_by uuid,
  primary key (network_id, id),
  unique (network_id, venture_id, version),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id),
  foreign key (network_id, document_id) references documents.document (network_id, id)
);
comment on table incubation.prototype is 'A version of what she makes, what changed in it and what those who tried it said';
comment on column incubation.prototype.network_id is 'The network; first in every key';
comment on column incubation.prototype.id is 'UUIDv7';
comment on column incubation.prototype.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.prototype.venture_id is 'The venture';
comment on column incubation.prototype.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.prototype.version is 'v1, v2 and so on';
comment on column incubation.prototype.changed is 'What is new in it';
comment on column incubation.prototype.tried_by is 'How many people tried it';
comment on column incubation.prototype.heard is 'What they said';
comment on column incubation.prototype.document_id is 'A photo among her documents';
comment on column incubation.prototype.made_on is 'The day';
comment on column incubation.prototype.written_by is 'Who wrote it down';
create index prototype_of_person on incubation.prototype (network_id, person_id);
create index prototype_of_hub on incubation.prototype (network_id, hub_id);
alter table incubation.prototype enable row level security;
alter table incubation.prototype force row level security;
create policy prototype_read on incubation.prototype for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy prototype_write on incubation.prototype for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.prototype to hadina_app;

create table incubation.product_sheet (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  name text not null,
  materials text not null,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 4),
  criteria text[] not null default '{}',
  written_at timestamptz not null,
  written_by uuid,
  left_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, written_by) references network.account (network_id, id)
);
comment on table incubation.product_sheet is 'A product with its price, its materials and what makes it sustainable';
comment on column incubation.product_sheet.network_id is 'The network; first in every key';
comment on column incubation.product_sheet.id is 'UUIDv7';
comment on column incubation.product_sheet.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.product_sheet.venture_id is 'The venture';
comment on column incubation.product_sheet.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.product_sheet.name is 'What it is called';
comment on column incubation.product_sheet.materials is 'What it is made of';
comment on column incubation.product_sheet.price_minor is 'Its price in the smallest unit of the currency';
comment on column incubation.product_sheet.currency is 'The currency';
comment on column incubation.product_sheet.scale is 'How many digits stand after the point in that currency';
comment on column incubation.product_sheet.criteria is 'Criteria of sustainability it meets, as codes';
comment on column incubation.product_sheet.written_at is 'When';
comment on column incubation.product_sheet.written_by is 'By whom';
comment on column incubation.product_sheet.left_at is 'When it was given up';
create index product_sheet_of_person on incubation.product_sheet (network_id, person_id);
create index product_sheet_of_hub on incubation.product_sheet (network_id, hub_id);
alter table incubation.product_sheet enable row level security;
alter table incubation.product_sheet force row level security;
create policy product_sheet_read on incubation.product_sheet for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy product_sheet_write on incubation.product_sheet for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy product_sheet_change on incubation.product_sheet for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.product_sheet to hadina_app;
grant update (left_at) on incubation.product_sheet to hadina_app;

create table incubation.milestone (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  code text not null check (code in ('market_test', 'first_sale', 'registered', 'bank_account', 'premises', 'equipment', 'first_hire', 'other')),
  words text,
  due_on date not null,
  document_id uuid,
  met_at timestamptz,
  met_by uuid,
  checked_at timestamptz,
  checked_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, met_by) references network.account (network_id, id),
  foreign key (network_id, checked_by) references network.account (network_id, id),
  foreign key (network_id, document_id) references documents.document (network_id, id),
  check ((met_at is null) = (met_by is null)),
  check ((checked_at is null) = (checked_by is null)),
  check (checked_by is null or met_by is not null),
  constraint milestone_four_eyes check (checked_by <> met_by)
);
comment on table incubation.milestone is 'Something she wants to have reached by a day: met by one, checked by another';
comment on column incubation.milestone.network_id is 'The network; first in every key';
comment on column incubation.milestone.id is 'UUIDv7';
comment on column incubation.milestone.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.milestone.venture_id is 'The venture';
comment on column incubation.milestone.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.milestone.code is 'What it is';
comment on column incubation.milestone.words is 'In her words';
comment on column incubation.milestone.due_on is 'By which day';
comment on column incubation.milestone.document_id is 'The document that shows it';
comment on column incubation.milestone.met_at is 'When it was said to be met';
comment on column incubation.milestone.met_by is 'Who said so';
comment on column incubation.milestone.checked_at is 'When it was checked';
comment on column incubation.milestone.checked_by is 'Who checked it: somebody else';
comment on column incubation.milestone.added_at is 'When it was set';
create index milestone_due on incubation.milestone (network_id, hub_id, due_on) where checked_at is null;
create index milestone_of_person on incubation.milestone (network_id, person_id);
create index milestone_of_hub on incubation.milestone (network_id, hub_id);
alter table incubation.milestone enable row level security;
alter table incubation.milestone force row level security;
create policy milestone_read on incubation.milestone for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy milestone_write on incubation.milestone for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy milestone_change on incubation.milestone for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.milestone to hadina_app;
grant update (document_id, met_at, met_by, checked_at, checked_by) on incubation.milestone to hadina_app;

create table incubation.follow_up (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  venture_id uuid not null,
  person_id uuid not null,
  month smallint not null check (month in (3, 6, 12, 24)),
  due_on date not null,
  done_at timestamptz,
  done_by uuid,
  alive boolean,
  verified text check (verified in ('visit', 'papers', 'phone', 'register')),
  currency text check (currency ~ '^[A-Z]{3}$'),
  primary key (network_id, id),
  unique (network_id, venture_id, month),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, venture_id) references incubation.venture (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, done_by) references network.account (network_id, id),
  check ((done_at is null) = (alive is null) and (done_at is null) = (verified is null))
);
comment on table incubation.follow_up is 'How she is found after 3, 6, 12 and 24 months: laid down by itself when the enterprise is created';
comment on column incubation.follow_up.network_id is 'The network; first in every key';
comment on column incubation.follow_up.id is 'UUIDv7';
comment on column incubation.follow_up.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.follow_up.application_id is 'The application it grows from';
comment on column incubation.follow_up.venture_id is 'The venture';
comment on column incubation.follow_up.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.follow_up.month is 'After how many months';
comment on column incubation.follow_up.due_on is 'The day it is due';
comment on column incubation.follow_up.done_at is 'When it was done';
comment on column incubation.follow_up.done_by is 'By whom';
comment on column incubation.follow_up.alive is 'Whether the enterprise works';
comment on column incubation.follow_up.verified is 'How that was made sure';
comment on column incubation.follow_up.currency is 'The currency of the turnover she told; empty: not told';
create index follow_up_due on incubation.follow_up (network_id, hub_id, due_on) where done_at is null;
create index follow_up_of_person on incubation.follow_up (network_id, person_id);
create index follow_up_of_hub on incubation.follow_up (network_id, hub_id);
alter table incubation.follow_up enable row level security;
alter table incubation.follow_up force row level security;
create policy follow_up_read on incubation.follow_up for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy follow_up_write on incubation.follow_up for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy follow_up_change on incubation.follow_up for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.follow_up to hadina_app;
grant update (done_at, done_by, alive, verified, currency) on incubation.follow_up to hadina_app;

-- What she earns is about her life: it opens as notes do.
create table incubation.turnover (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  sealed bytea,
  primary key (network_id, id),
  foreign key (network_id, id) references incubation.follow_up (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table incubation.turnover is 'What she told of her turnover at a follow-up (C1b)';
comment on column incubation.turnover.network_id is 'The network; first in every key';
comment on column incubation.turnover.id is 'The follow-up at which she told it';
comment on column incubation.turnover.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.turnover.application_id is 'The application it grows from';
comment on column incubation.turnover.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.turnover.sealed is 'The turnover in the smallest unit of the currency the follow-up names, sealed under her key; empty: forgotten';
create index turnover_of on incubation.turnover (network_id, application_id);
create index turnover_of_person on incubation.turnover (network_id, person_id);
create index turnover_of_hub on incubation.turnover (network_id, hub_id);
alter table incubation.turnover enable row level security;
alter table incubation.turnover force row level security;
create policy turnover_read on incubation.turnover for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (application_id = any (array(select p.application_id from incubation.cohort_place p
        where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.coach_id = (select nullif(current_setting('app.account', true), '')::uuid)
          and (p.left_at is null or p.left_at = (select c.closed_at from incubation.cohort c where c.network_id = p.network_id and c.id = p.cohort_id))))
      or person_id = any (array(select g.person_id from accompaniment.life_grant g
        where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and g.person_id is not null
          and g.revoked_at is null and g.from_at <= now() and (g.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy turnover_write on incubation.turnover for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.life_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on incubation.turnover to hadina_app;

create table incubation.job (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  follow_up_id uuid not null,
  person_id uuid not null,
  sex text not null check (sex in ('female', 'male', 'unknown')),
  age text not null check (age in ('young', 'older', 'unknown')),
  persons integer not null check (persons between 1 and 10000),
  fte_hundredths integer not null check (fte_hundredths between 1 and 1000000),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, follow_up_id) references incubation.follow_up (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table incubation.job is 'Work that the enterprise gives, as found at a follow-up';
comment on column incubation.job.network_id is 'The network; first in every key';
comment on column incubation.job.id is 'UUIDv7';
comment on column incubation.job.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.job.follow_up_id is 'The follow-up that found it';
comment on column incubation.job.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.job.sex is 'Of who works';
comment on column incubation.job.age is 'young: under 36';
comment on column incubation.job.persons is 'How many people';
comment on column incubation.job.fte_hundredths is 'Full-time equivalents of a year, in hundredths: three months are 25';
create index job_of on incubation.job (network_id, follow_up_id);
create index job_of_person on incubation.job (network_id, person_id);
create index job_of_hub on incubation.job (network_id, hub_id);
alter table incubation.job enable row level security;
alter table incubation.job force row level security;
create policy job_read on incubation.job for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy job_write on incubation.job for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.job to hadina_app;

create table incubation.photo_slot (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  minutes smallint not null check (minutes between 5 and 480),
  photographer_id uuid,
  what text not null check (what in ('photo', 'film')),
  state text not null check (state in ('booked', 'shot', 'delivered', 'called_off')),
  consent_id uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, photographer_id) references network.account (network_id, id),
  foreign key (network_id, consent_id) references people.consent (network_id, id),
  check (state in ('booked', 'called_off') or consent_id is not null)
);
comment on table incubation.photo_slot is 'An appointment to take photos or films of her products, with her consent to images apart from any other';
comment on column incubation.photo_slot.network_id is 'The network; first in every key';
comment on column incubation.photo_slot.id is 'UUIDv7';
comment on column incubation.photo_slot.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.photo_slot.application_id is 'The application it grows from';
comment on column incubation.photo_slot.person_id is 'Who leads the application: her key seals what is sealed here';
comment on column incubation.photo_slot.at is 'When';
comment on column incubation.photo_slot.minutes is 'How long';
comment on column incubation.photo_slot.photographer_id is 'Who takes them; a trainee may';
comment on column incubation.photo_slot.what is 'Photos or a film';
comment on column incubation.photo_slot.state is 'Where it stands; it is shot only with her consent';
comment on column incubation.photo_slot.consent_id is 'The consent to images under which it was shot';
create index photo_slot_when on incubation.photo_slot (network_id, hub_id, at);
create unique index photo_slot_photographer on incubation.photo_slot (network_id, photographer_id, at) where photographer_id is not null and state <> 'called_off';
create index photo_slot_of_person on incubation.photo_slot (network_id, person_id);
create index photo_slot_of_hub on incubation.photo_slot (network_id, hub_id);
alter table incubation.photo_slot enable row level security;
alter table incubation.photo_slot force row level security;
create policy photo_slot_read on incubation.photo_slot for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy photo_slot_write on incubation.photo_slot for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy photo_slot_change on incubation.photo_slot for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.photo_slot to hadina_app;
grant update (at, minutes, photographer_id, state, consent_id) on incubation.photo_slot to hadina_app;

create table incubation.ended_image (
  network_id uuid not null,
  consent_id uuid not null,
  ended_at timestamptz not null,
  primary key (network_id, consent_id)
);
comment on table incubation.ended_image is 'Consents to images that count no more: the public profile that stands on one is gone in the same moment';
comment on column incubation.ended_image.network_id is 'The network; first in every key';
comment on column incubation.ended_image.consent_id is 'The consent';
comment on column incubation.ended_image.ended_at is 'When it ended';
alter table incubation.ended_image enable row level security;
alter table incubation.ended_image force row level security;
create policy ended_image_read on incubation.ended_image for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and true);
create policy ended_image_write on incubation.ended_image for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and true);
create policy ended_image_rights on incubation.ended_image for insert to hadina_rights with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy ended_image_rights_read on incubation.ended_image for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert on incubation.ended_image to hadina_app, hadina_rights;
grant usage on schema incubation to hadina_rights;

create table incubation.spotlight (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  code text not null check (code ~ '^[a-z0-9]{8}$'),
  name text not null,
  words jsonb not null check (jsonb_typeof(words) = 'object'),
  sector text not null,
  territory_code text references network.territory (code),
  picture bytea,
  consent_id uuid not null,
  consent_until timestamptz,
  published_at timestamptz not null,
  taken_away_at timestamptz,
  primary key (network_id, id),
  unique (network_id, code),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  check (octet_length(picture) <= 300000)
);
comment on table incubation.spotlight is 'A public profile that a woman opted into: by the name she wishes, with no way back to her file';
comment on column incubation.spotlight.network_id is 'The network; first in every key';
comment on column incubation.spotlight.id is 'UUIDv7';
comment on column incubation.spotlight.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.spotlight.code is 'Its public address, drawn';
comment on column incubation.spotlight.name is 'What she wishes to be called there';
comment on column incubation.spotlight.words is 'What she makes, by language';
comment on column incubation.spotlight.sector is 'Its field, as a code';
comment on column incubation.spotlight.territory_code is 'The place she lets stand there';
comment on column incubation.spotlight.picture is 'The file, at most 300 kB, made anew by the house without what the camera wrote into it; empty: no picture';
comment on column incubation.spotlight.consent_id is 'The consent to images it stands on';
comment on column incubation.spotlight.consent_until is 'Until when that holds';
comment on column incubation.spotlight.published_at is 'When';
comment on column incubation.spotlight.taken_away_at is 'When it was taken away';
create index spotlight_of_hub on incubation.spotlight (network_id, hub_id);
alter table incubation.spotlight enable row level security;
alter table incubation.spotlight force row level security;
create policy spotlight_read on incubation.spotlight for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]))
      or (taken_away_at is null and (consent_until is null or consent_until > now() or (select current_setting('app.demo', true)) = 'yes')
      and consent_id not in (select e.consent_id from incubation.ended_image e where e.network_id = (select nullif(current_setting('app.network', true), '')::uuid)))));
create policy spotlight_write on incubation.spotlight for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy spotlight_change on incubation.spotlight for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.spotlight to hadina_app;
grant update (taken_away_at, picture) on incubation.spotlight to hadina_app;

create table incubation.spotlight_owner (
  network_id uuid not null,
  hub_id uuid not null,
  spotlight_id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  primary key (network_id, spotlight_id),
  foreign key (network_id, hub_id, spotlight_id) references incubation.spotlight (network_id, hub_id, id),
  foreign key (network_id, application_id) references incubation.application (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id)
);
comment on table incubation.spotlight_owner is 'Whose public profile it is: read at her hub only, never by the public page';
comment on column incubation.spotlight_owner.network_id is 'The network; first in every key';
comment on column incubation.spotlight_owner.hub_id is 'The hub; repeated here because access compares columns of the row';
comment on column incubation.spotlight_owner.spotlight_id is 'The profile';
comment on column incubation.spotlight_owner.application_id is 'The application it grows from';
comment on column incubation.spotlight_owner.person_id is 'Who leads the application: her key seals what is sealed here';
create index spotlight_owner_of_person on incubation.spotlight_owner (network_id, person_id);
create index spotlight_owner_of_hub on incubation.spotlight_owner (network_id, hub_id);
alter table incubation.spotlight_owner enable row level security;
alter table incubation.spotlight_owner force row level security;
create policy spotlight_owner_read on incubation.spotlight_owner for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy spotlight_owner_write on incubation.spotlight_owner for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.spotlight_owner to hadina_app;

-- Whoever takes her consent to images back, lets it be noted that she does not want it, or is forgotten: her picture leaves the public page with that
-- very transaction, whoever wrote it. Runs with the rights of whoever writes; a consent that ends by its date is compared with the clock.
create function incubation.end_images() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare files uuid[];
begin
  if new.purpose <> 'image' or (new.answer <> 'refused' and new.withdrawn_at is null) then return null; end if;
  select array_agg(f.id) into files from (select new.person_id as id union select other.person_id from core.same_person one
    join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
    where one.network_id = new.network_id and one.person_id = new.person_id) f;
  insert into incubation.ended_image (network_id, consent_id, ended_at)
    select c.network_id, c.id, coalesce(new.withdrawn_at, new.answered_at) from people.consent c
      where c.network_id = new.network_id and c.person_id = any (files) and c.purpose = 'image' and (c.id = new.id or new.answer = 'refused')
    on conflict do nothing;
  return null;
end $$;
comment on function incubation.end_images is 'Writes down that a consent to images ended, so that no public page shows it any more';
create trigger image_ended after insert or update of withdrawn_at on people.consent for each row execute function incubation.end_images();

-- Nobody signs for another, and what one decided stays: each hand of a row is the hand of whoever writes it. The first column named is the
-- last word; once it stands nothing of the row changes, but that words are taken out of it when she is forgotten.
create function incubation.keep_hands() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := nullif(current_setting('app.account', true), '')::uuid;
  hand text;
  was jsonb := '{}';
begin
  if current_user <> 'hadina_app' then return new; end if;
  if tg_op = 'UPDATE' then was := to_jsonb(old); end if;
  if was ->> tg_argv[0] is not null and new is distinct from old then
    raise exception 'what was decided stays' using errcode = 'check_violation', constraint = 'hands_kept';
  end if;
  foreach hand in array tg_argv loop
    if (to_jsonb(new) ->> hand)::uuid is distinct from (was ->> hand)::uuid and to_jsonb(new) ->> hand is not null and (to_jsonb(new) ->> hand)::uuid is distinct from me then
      raise exception 'nobody signs for another' using errcode = 'check_violation', constraint = 'hands_own';
    end if;
  end loop;
  return new;
end $$;
comment on function incubation.keep_hands is 'Whoever writes a name under something writes her own';
create trigger keep_hands before insert or update on incubation.plan_version for each row execute function incubation.keep_hands('decided_by', 'written_by');
create trigger keep_hands before insert or update on incubation.milestone for each row execute function incubation.keep_hands('checked_by', 'met_by');
create trigger keep_hands before insert on incubation.coaching_act for each row execute function incubation.keep_hands('account_id');

-- Whoever is forgotten leaves codes, days and numbers behind, and no words.
create function incubation.forget_ventures() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into incubation.ended_image (network_id, consent_id, ended_at)
    select c.network_id, c.id, new.erased_at from people.consent c where c.network_id = new.network_id and c.person_id = new.id and c.purpose = 'image'
    on conflict do nothing;
  update incubation.spotlight s set name = '—', words = '{}', picture = null, taken_away_at = coalesce(s.taken_away_at, new.erased_at)
    where s.network_id = new.network_id and s.id in (select o.spotlight_id from incubation.spotlight_owner o where o.network_id = new.network_id and o.person_id = new.id);
  update incubation.coaching_note set sealed = null where network_id = new.network_id and person_id = new.id and sealed is not null;
  update incubation.turnover set sealed = null where network_id = new.network_id and person_id = new.id and sealed is not null;
  update incubation.venture set name = '—' where network_id = new.network_id and person_id = new.id;
  update incubation.plan_version set sections = '{}', words = null where network_id = new.network_id and person_id = new.id;
  update incubation.prototype set changed = '—', heard = null where network_id = new.network_id and person_id = new.id;
  update incubation.product_sheet set name = '—', materials = '—' where network_id = new.network_id and person_id = new.id;
  update incubation.milestone set words = null where network_id = new.network_id and person_id = new.id;
  return null;
end $$;
comment on function incubation.forget_ventures is 'Takes the words out of what is kept of the ventures of somebody who was erased';
create trigger ventures_of_erased after update of erased_at on people.person for each row when (old.erased_at is null and new.erased_at is not null)
  execute function incubation.forget_ventures();

-- Who is kept apart from her finds nothing of it; the login of rights reads what her hub keeps of her, and clears it when she is forgotten.
do $$
declare
  t text;
  net constant text := $s$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$s$;
  here constant text := $s$(hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))$s$;
  everywhere constant text := $s$person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())$s$;
begin
  foreach t in array array['cohort_place', 'coaching_act', 'coaching_note', 'turnover', 'mentoring', 'venture', 'legal_step', 'plan_version', 'prototype', 'product_sheet', 'milestone', 'follow_up', 'job', 'photo_slot', 'spotlight_owner'] loop
    execute format('create policy conflict on incubation.%I as restrictive for select to hadina_app using (%s and person_id not in (select k.person_id from people.kept_apart k))', t, net);
    execute format('create policy rights_read on incubation.%I for select to hadina_rights using (%s and (%s or %s))', t, net, here, everywhere);
    execute format('create policy rights_erase on incubation.%I for update to hadina_rights using (%s and %s) with check (%s)', t, net, everywhere, net);
    execute format('grant select, update on incubation.%I to hadina_rights', t);
  end loop;
end $$;
create policy spotlight_rights on incubation.spotlight for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select o.spotlight_id from incubation.spotlight_owner o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy spotlight_rights_erase on incubation.spotlight for update to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select o.spotlight_id from incubation.spotlight_owner o where o.network_id = (select nullif(current_setting('app.network', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, update on incubation.spotlight to hadina_rights;
