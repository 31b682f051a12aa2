-- Courses: who asked for a seat, who was given one and why, who came, who is trained. A seat is a person's, or a colleague's by her
-- account, or a trainer's of the pool: the database keeps the three apart, so that staff never stand among those the hubs serve.
create schema training;
comment on schema training is 'Courses, seats, attendance, certificates, trainers';
grant usage on schema training to hadina_app, hadina_rights;

create table training.trainer (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  account_id uuid,
  name text check (length(name) between 1 and 120),
  organization_id uuid,
  topics text[] not null check (cardinality(topics) between 1 and 20),
  languages text[] not null check (cardinality(languages) between 1 and 8),
  prepared_on date,
  added_by uuid,
  added_at timestamptz not null,
  left_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, added_by) references network.account (network_id, id),
  check (num_nonnulls(account_id, name) = 1),
  check (account_id is null or organization_id is null)
);
comment on table training.trainer is 'The pool of trainers of a hub: colleagues by their account, others by their name';
comment on column training.trainer.network_id is 'The network; first in every key';
comment on column training.trainer.id is 'UUIDv7';
comment on column training.trainer.hub_id is 'The hub that keeps this entry true';
comment on column training.trainer.account_id is 'The colleague; empty for a trainer from outside';
comment on column training.trainer.name is 'The name of a trainer from outside, as she writes it; colleagues have theirs in their account';
comment on column training.trainer.organization_id is 'The body that sends a trainer from outside';
comment on column training.trainer.topics is 'What she teaches, codes of topics.ts';
comment on column training.trainer.languages is 'In which languages she teaches, ISO 639-1';
comment on column training.trainer.prepared_on is 'The last day of the training of trainers she passed; empty when none is known';
comment on column training.trainer.added_by is 'Who added her';
comment on column training.trainer.added_at is 'When';
comment on column training.trainer.left_at is 'When she left the pool';
create unique index trainer_once on training.trainer (network_id, account_id) where account_id is not null and left_at is null;
create index trainer_of_hub on training.trainer (network_id, hub_id) where left_at is null;
alter table training.trainer enable row level security;
alter table training.trainer force row level security;
create policy trainer_read on training.trainer for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null and (select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')) <> '{}'));
create policy trainer_add on training.trainer for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy trainer_change on training.trainer for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on training.trainer to hadina_app;
grant update (topics, languages, prepared_on, left_at) on training.trainer to hadina_app;

create table training.session (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{6}$'),
  topic text not null check (topic ~ '^[a-z_]{3,40}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  place jsonb not null check (jsonb_typeof(place) = 'object' and place <> '{}'),
  territory_code text references network.territory (code),
  audience text not null check (audience in ('beneficiaries', 'staff', 'trainers')),
  stage text check (stage in ('idea', 'creation', 'development', 'sustainability')),
  languages text[] not null check (cardinality(languages) between 1 and 8),
  interpretation text[] not null default '{}',
  childcare boolean not null,
  seats integer not null check (seats between 1 and 1000),
  priority text[] not null check (cardinality(priority) between 1 and 6 and priority <@ array['women_and_youth', 'women', 'youth', 'lead', 'not_yet_trained', 'order']),
  ages_on date not null,
  asks_until timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  given integer not null default 0,
  state text not null check (state in ('planned', 'announced', 'closed', 'cancelled')),
  state_at timestamptz not null,
  seated_at timestamptz,
  moved integer not null default 0 check (moved >= 0),
  why text check (why in ('trainer', 'place', 'few', 'weather', 'strike', 'other')),
  programme_id uuid,
  planned_by uuid,
  planned_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, code),
  unique (network_id, hub_id, id, audience),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, planned_by) references network.account (network_id, id),
  check (starts_at < ends_at),
  check (asks_until <= starts_at),
  constraint seats_full check (given between 0 and seats)
);
comment on table training.session is 'A course of some half-days at one place, with so many seats (SM-EVENT)';
comment on column training.session.network_id is 'The network; first in every key';
comment on column training.session.id is 'UUIDv7';
comment on column training.session.hub_id is 'The hub that holds it';
comment on column training.session.code is 'Six letters and digits: its public address, and what its sheet carries';
comment on column training.session.topic is 'What it is about, code of topics.ts (domain.md 3.13)';
comment on column training.session.names is 'Its name by language';
comment on column training.session.about is 'What one learns, by language';
comment on column training.session.place is 'Where it is held, by language';
comment on column training.session.territory_code is 'The place on the map; the hub has its own when empty';
comment on column training.session.audience is 'Whom it is for: those the hub serves, colleagues, or trainers of the pool';
comment on column training.session.stage is 'For which stage of a project; empty: any';
comment on column training.session.languages is 'In which languages it is held, ISO 639-1';
comment on column training.session.interpretation is 'Into which languages it is interpreted';
comment on column training.session.childcare is 'Children are looked after meanwhile';
comment on column training.session.seats is 'How many seats there are';
comment on column training.session.priority is 'In which order askers are weighed; the last is always the order of asking, and it decides';
comment on column training.session.ages_on is 'The day on which ages are counted: the day asking closes at the hub';
comment on column training.session.asks_until is 'Until when one may ask for a seat';
comment on column training.session.starts_at is 'Its first moment';
comment on column training.session.ends_at is 'Its last moment';
comment on column training.session.given is 'How many seats are given; counted by the database, so that two screens cannot give the last one twice';
comment on column training.session.state is 'Where it stands; it is full when every seat is given';
comment on column training.session.state_at is 'Since when';
comment on column training.session.seated_at is 'When seats were given first';
comment on column training.session.moved is 'How often it was moved to other days';
comment on column training.session.why is 'Why it was moved last, or cancelled';
comment on column training.session.programme_id is 'The programme or project it serves';
comment on column training.session.planned_by is 'Who planned it';
comment on column training.session.planned_at is 'When';
create index session_of_hub on training.session (network_id, hub_id, starts_at);
create index session_soon on training.session (network_id, state, audience, ends_at);
alter table training.session enable row level security;
alter table training.session force row level security;
create policy session_read on training.session for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((state <> 'planned' and audience = 'beneficiaries') or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]) or (state <> 'planned' and ((select nullif(current_setting('app.account', true), '')) is not null and (select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')) <> '{}'))));
create policy session_plan on training.session for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and state = 'planned' and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy session_change on training.session for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on training.session to hadina_app;
grant update (names, about, place, starts_at, ends_at, asks_until, ages_on, state, state_at, seated_at, moved, why, given) on training.session to hadina_app;

create table training.half_day (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  on_day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, session_id, id),
  unique (network_id, session_id, on_day, half) deferrable,
  foreign key (network_id, session_id) references training.session (network_id, id),
  check (starts_at < ends_at)
);
comment on table training.half_day is 'A morning or an afternoon of a course; attendance is taken for each';
comment on column training.half_day.network_id is 'The network; first in every key';
comment on column training.half_day.id is 'UUIDv7';
comment on column training.half_day.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.half_day.session_id is 'The course';
comment on column training.half_day.on_day is 'The day at the hub';
comment on column training.half_day.half is 'Which half of it';
comment on column training.half_day.starts_at is 'When it begins';
comment on column training.half_day.ends_at is 'When it ends';
create index half_day_of_hub on training.half_day (network_id, hub_id, starts_at);
alter table training.half_day enable row level security;
alter table training.half_day force row level security;
create policy half_day_read on training.half_day for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and session_id in (select s.id from training.session s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy half_day_plan on training.half_day for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy half_day_move on training.half_day for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on training.half_day to hadina_app;
grant update (on_day, half, starts_at, ends_at) on training.half_day to hadina_app;

create table training.taught (
  network_id uuid not null,
  half_day_id uuid not null,
  trainer_id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  account_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  until_at timestamptz,
  primary key (network_id, half_day_id, trainer_id),
  foreign key (network_id, session_id, half_day_id) references training.half_day (network_id, session_id, id),
  foreign key (network_id, trainer_id) references training.trainer (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  constraint trainer_in_one_room exclude using gist (network_id with =, trainer_id with =, tstzrange(starts_at, ends_at) with &&)
);
comment on table training.taught is 'Which trainer stands in which half-day; no trainer is in two rooms at once, at whichever hub';
comment on column training.taught.network_id is 'The network; first in every key';
comment on column training.taught.half_day_id is 'The half-day';
comment on column training.taught.trainer_id is 'The trainer';
comment on column training.taught.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.taught.session_id is 'The course';
comment on column training.taught.account_id is 'Her account, when she is a colleague: it opens the seats of this course to her';
comment on column training.taught.starts_at is 'When it begins; repeated for the rule against two rooms';
comment on column training.taught.ends_at is 'When it ends';
comment on column training.taught.until_at is 'Until when the seats are open to her; empty while the course is not closed';
create index taught_of_account on training.taught (network_id, account_id, hub_id, session_id) include (until_at);
create index taught_of_session on training.taught (network_id, session_id);
create index taught_of_hub on training.taught (network_id, hub_id);
alter table training.taught enable row level security;
alter table training.taught force row level security;
create policy taught_read on training.taught for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy taught_name on training.taught for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy taught_move on training.taught for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy taught_free on training.taught for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert, delete on training.taught to hadina_app;
grant update (starts_at, ends_at, until_at) on training.taught to hadina_app;

create table training.seat (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  audience text not null,
  person_id uuid,
  account_id uuid,
  trainer_id uuid,
  code text not null check (code ~ '^[A-Z0-9]{8}$'),
  part text not null check (part in ('alone', 'lead', 'member')),
  state text not null check (state in ('asked', 'given', 'waitlisted', 'refused', 'given_back')),
  state_at timestamptz not null,
  rank integer check (rank > 0),
  why text[] not null default '{}' check (why <@ array['women', 'youth', 'lead', 'not_yet_trained', 'no_priority', 'age_unknown', 'by_hand', 'seat_freed']),
  reason text check (reason in ('not_for_her', 'other_stage', 'trained_already', 'did_not_come', 'distance', 'hardship', 'our_mistake', 'partner', 'her_wish')),
  asked_at timestamptz not null,
  asked_by uuid,
  answered_at timestamptz,
  answered_by uuid,
  primary key (network_id, id),
  unique (network_id, session_id, id),
  unique (network_id, code),
  foreign key (network_id, hub_id, session_id, audience) references training.session (network_id, hub_id, id, audience),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, trainer_id) references training.trainer (network_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, answered_by) references network.account (network_id, id),
  constraint seat_of_one_kind check (num_nonnulls(person_id, account_id, trainer_id) = 1 and case audience when 'beneficiaries' then person_id when 'staff' then account_id else trainer_id end is not null),
  check (state not in ('refused', 'given_back') or reason is not null)
);
comment on table training.seat is 'One asked for a seat in a course; the answer and why stand in the same row';
comment on column training.seat.network_id is 'The network; first in every key';
comment on column training.seat.id is 'UUIDv7';
comment on column training.seat.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.seat.session_id is 'The course';
comment on column training.seat.audience is 'Whom the course is for; repeated here so that the three kinds of learners can never be mixed';
comment on column training.seat.person_id is 'The person, in a course for those the hub serves';
comment on column training.seat.account_id is 'The colleague, in a course for staff';
comment on column training.seat.trainer_id is 'The trainer of the pool, in a course for trainers';
comment on column training.seat.code is 'Eight letters and digits on her slip: whoever reads it at the door ticks her';
comment on column training.seat.part is 'She comes for herself, leads a project of several, or belongs to one';
comment on column training.seat.state is 'Where it stands';
comment on column training.seat.state_at is 'Since when';
comment on column training.seat.rank is 'Her place among those who asked, when seats were given';
comment on column training.seat.why is 'What placed her there, as codes with words';
comment on column training.seat.reason is 'Why she was refused, placed by hand, or gave it back';
comment on column training.seat.asked_at is 'When she asked';
comment on column training.seat.asked_by is 'Who typed it';
comment on column training.seat.answered_at is 'When it was answered';
comment on column training.seat.answered_by is 'Who answered';
create unique index seat_once_per_person on training.seat (network_id, session_id, person_id) where person_id is not null and state <> 'given_back';
create unique index seat_once_per_colleague on training.seat (network_id, session_id, account_id) where account_id is not null and state <> 'given_back';
create unique index seat_once_per_trainer on training.seat (network_id, session_id, trainer_id) where trainer_id is not null and state <> 'given_back';
create index seat_of_person on training.seat (network_id, person_id) where person_id is not null;
create index seat_of_account on training.seat (network_id, account_id) where account_id is not null;
create index seat_list on training.seat (network_id, session_id, state, rank) include (hub_id, person_id);
create index seat_of_hub on training.seat (network_id, hub_id);
alter table training.seat enable row level security;
alter table training.seat force row level security;
create policy seat_read on training.seat for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy seat_ask on training.seat for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and (person_id is null or exists (select from people.enrolment e where e.network_id = seat.network_id and e.person_id = seat.person_id and e.hub_id = seat.hub_id offset 0)));
create policy seat_answer on training.seat for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy conflict on training.seat as restrictive for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (person_id is null or person_id not in (select k.person_id from people.kept_apart k)));
grant select, insert on training.seat to hadina_app;
grant update (state, state_at, rank, why, reason, answered_at, answered_by) on training.seat to hadina_app;

-- Seats given are counted in the row of the course, by whoever gives one: whom she may not see is counted all the same.
create function training.count_given() returns trigger language plpgsql set search_path = pg_catalog as $$
declare more integer := (case when new.state = 'given' then 1 else 0 end) - (case when tg_op = 'UPDATE' and old.state = 'given' then 1 else 0 end);
begin
  if more <> 0 then
    update training.session set given = given + more where network_id = new.network_id and id = new.session_id;
    if not found then raise exception 'the course of this seat is hidden' using errcode = 'insufficient_privilege'; end if;
  end if;
  return null;
end $$;
comment on function training.count_given is 'Counts the seats given; one more than the course has is refused';
create trigger count_given after insert or update of state on training.seat for each row execute function training.count_given();

create table training.attendance (
  network_id uuid not null,
  seat_id uuid not null,
  half_day_id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  state text not null check (state in ('present', 'absent', 'excused')),
  via text not null check (via in ('sheet', 'code', 'hand')),
  marked_by uuid,
  marked_at timestamptz not null,
  primary key (network_id, seat_id, half_day_id),
  foreign key (network_id, session_id, seat_id) references training.seat (network_id, session_id, id),
  foreign key (network_id, session_id, half_day_id) references training.half_day (network_id, session_id, id),
  foreign key (network_id, marked_by) references network.account (network_id, id)
);
comment on table training.attendance is 'Who was there in which half-day: what the certificate is counted from';
comment on column training.attendance.network_id is 'The network; first in every key';
comment on column training.attendance.seat_id is 'The seat';
comment on column training.attendance.half_day_id is 'The half-day';
comment on column training.attendance.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.attendance.session_id is 'The course';
comment on column training.attendance.state is 'present, absent, or absent with a reason that was said; only present counts';
comment on column training.attendance.via is 'From the signed sheet, from her code at the door, or ticked by hand';
comment on column training.attendance.marked_by is 'Who marked it';
comment on column training.attendance.marked_at is 'When';
create index attendance_of_session on training.attendance (network_id, session_id, half_day_id);
create index attendance_of_hub on training.attendance (network_id, hub_id);
alter table training.attendance enable row level security;
alter table training.attendance force row level security;
create policy attendance_read on training.attendance for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))) and seat_id in (select s.id from training.seat s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy attendance_mark on training.attendance for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy attendance_again on training.attendance for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
grant select, insert on training.attendance to hadina_app;
grant update (state, via, marked_by, marked_at) on training.attendance to hadina_app;

-- Nobody was there before it began.
create function training.not_before() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from training.half_day h where h.network_id = new.network_id and h.id = new.half_day_id and h.starts_at > new.marked_at) then
    raise exception 'a half-day is marked once it has begun' using errcode = 'check_violation', constraint = 'attendance_not_before';
  end if;
  return new;
end $$;
comment on function training.not_before is 'Refuses attendance of a half-day that has not begun';
create trigger not_before before insert or update on training.attendance for each row execute function training.not_before();

create table training.certificate (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  session_id uuid not null,
  seat_id uuid not null,
  number text not null check (number ~ '^[A-Z0-9]{10}$'),
  present smallint not null check (present > 0),
  half_days smallint not null check (half_days > 0),
  minutes integer not null check (minutes > 0),
  issued_at timestamptz not null,
  issued_by uuid,
  primary key (network_id, id),
  unique (network_id, number),
  unique (network_id, seat_id),
  foreign key (network_id, session_id, seat_id) references training.seat (network_id, session_id, id),
  foreign key (network_id, issued_by) references network.account (network_id, id),
  constraint four_fifths check (present * 5 >= half_days * 4 and present <= half_days)
);
comment on table training.certificate is 'She was there for four fifths at least: the paper that says so, by its number';
comment on column training.certificate.network_id is 'The network; first in every key';
comment on column training.certificate.id is 'UUIDv7';
comment on column training.certificate.hub_id is 'The hub whose course it is; repeated here because access compares columns of the row';
comment on column training.certificate.session_id is 'The course';
comment on column training.certificate.seat_id is 'The seat it was earned on';
comment on column training.certificate.number is 'Ten letters and digits on the paper; whoever holds it can ask whether it is true';
comment on column training.certificate.present is 'Half-days she was there';
comment on column training.certificate.half_days is 'Half-days the course had';
comment on column training.certificate.minutes is 'How long she was there';
comment on column training.certificate.issued_at is 'When';
comment on column training.certificate.issued_by is 'Who closed the course';
create index certificate_of_session on training.certificate (network_id, session_id);
create index certificate_of_hub on training.certificate (network_id, hub_id);
alter table training.certificate enable row level security;
alter table training.certificate force row level security;
-- It names nobody: whoever has the number may ask whether it is true, and reads the course and the days.
create policy certificate_read on training.certificate for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy certificate_give on training.certificate for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.case_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on training.certificate to hadina_app;

-- A trainer reads by name those who have a seat in her course, until two weeks after it closed; and nothing else of them.
create policy person_in_training on people.person for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and exists (select from training.seat seat where seat.network_id = person.network_id and seat.person_id = person.id and seat.state in ('given', 'waitlisted')
      and seat.session_id in (select t.session_id from training.taught t where t.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and t.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.hub_id = any ((select coalesce(nullif(current_setting('app.assigned_hubs', true), ''), '{}')::uuid[])::uuid[])
      and (t.until_at is null or t.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));

-- What is kept of her: read and carried out by the login of rights, for whoever asked.
do $$
declare
  t text;
begin
  foreach t in array array['attendance', 'certificate'] loop
    execute format('create policy rights_read on training.%I for select to hadina_rights using (network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid)
      and seat_id in (select p.id from training.seat p where p.network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid)))', t);
  end loop;
end $$;
create policy rights_read on training.seat for select to hadina_rights
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'everywhere' and s.until_at > now())
      or (hub_id = (select nullif(current_setting('app.hub', true), '')::uuid)
        and person_id in (select s.person_id from rights.subject s where s.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and s.reach = 'hub' and s.hub_id = (select nullif(current_setting('app.hub', true), '')::uuid) and s.until_at > now()))));
create policy rights_session on training.session for select to hadina_rights using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select on training.seat, training.attendance, training.certificate, training.session to hadina_rights;
