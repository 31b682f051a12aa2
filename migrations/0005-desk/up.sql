-- The desk: the day's numbers, the visit behind each number, appointments, and the notes of the first talk.
create extension if not exists btree_gist with schema public;
create schema desk;
comment on schema desk is 'The one-stop counter: numbers, visits, appointments, listening notes';
grant usage on schema desk to hadina_app, hadina_report;

create table desk.queue_day (
  network_id uuid not null,
  hub_id uuid not null,
  day date not null,
  last_number integer not null check (last_number > 0),
  primary key (network_id, hub_id, day),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table desk.queue_day is 'The last number given at a hub on a day; its row lock gives numbers one after the other, without gap';
comment on column desk.queue_day.network_id is 'The network';
comment on column desk.queue_day.hub_id is 'The hub';
comment on column desk.queue_day.day is 'The day, in the hub''s time zone';
comment on column desk.queue_day.last_number is 'The last number given';

create table desk.appointment (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  via text not null check (via in ('desk', 'phone')),
  reason text not null check (reason in ('talk', 'project', 'activity', 'training', 'money', 'market', 'rights', 'social')),
  with_account_id uuid not null,
  person_id uuid,
  organization_id uuid,
  acting_person_id uuid,
  state text not null check (state in ('booked', 'arrived', 'missed', 'cancelled')),
  booked_by uuid not null,
  booked_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, with_account_id) references network.account (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, acting_person_id) references people.person (network_id, id),
  check (ends_at > starts_at),
  check (num_nonnulls(person_id, organization_id) = 1),
  check ((organization_id is null) = (acting_person_id is null)),
  constraint one_appointment_at_a_time exclude using gist (
    network_id with =, hub_id with =, with_account_id with =, tstzrange(starts_at, ends_at) with &&
  ) where (state = 'booked')
);
comment on table desk.appointment is 'A time kept for somebody with one officer; two of the same officer never overlap';
comment on column desk.appointment.network_id is 'The network';
comment on column desk.appointment.id is 'UUIDv7 of the appointment';
comment on column desk.appointment.hub_id is 'The hub';
comment on column desk.appointment.starts_at is 'When it begins';
comment on column desk.appointment.ends_at is 'When it ends';
comment on column desk.appointment.via is 'Booked at the desk or by phone';
comment on column desk.appointment.reason is 'What it is about, one of the pictures of the desk';
comment on column desk.appointment.with_account_id is 'The officer it is with';
comment on column desk.appointment.person_id is 'The person, when the client is a person';
comment on column desk.appointment.organization_id is 'The organization, when the client is one';
comment on column desk.appointment.acting_person_id is 'The member who acts for the organization';
comment on column desk.appointment.state is 'booked, arrived, missed or cancelled';
comment on column desk.appointment.booked_by is 'The account that booked it';
comment on column desk.appointment.booked_at is 'When it was booked';
create index appointment_of_day on desk.appointment (network_id, hub_id, starts_at);

create table desk.ticket (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  day date not null,
  number integer not null check (number > 0),
  via text not null check (via in ('walk-in', 'appointment', 'phone', 'paper')),
  reason text not null check (reason in ('talk', 'project', 'activity', 'training', 'money', 'market', 'rights', 'social')),
  paper_number text,
  appointment_id uuid,
  arrived_at timestamptz not null,
  opened_at timestamptz not null,
  opened_by uuid,
  state text not null check (state in ('waiting', 'called', 'in-progress', 'closed', 'left', 'no-show')),
  called_at timestamptz,
  called_by uuid,
  counter integer check (counter between 1 and 99),
  person_id uuid,
  organization_id uuid,
  acting_person_id uuid,
  received_at timestamptz,
  typed_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  unique (network_id, hub_id, day, number),
  unique (network_id, hub_id, paper_number),
  unique (network_id, appointment_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, appointment_id) references desk.appointment (network_id, id),
  foreign key (network_id, person_id) references people.person (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, acting_person_id) references people.person (network_id, id),
  check ((via = 'paper') = (paper_number is not null)),
  check (num_nonnulls(person_id, organization_id) <= 1),
  check ((organization_id is null) = (acting_person_id is null)),
  check ((received_at is null) = (num_nonnulls(person_id, organization_id) = 0)),
  check (state in ('waiting', 'left', 'no-show') or called_by is not null),
  check ((ended_at is not null) = (state in ('closed', 'left', 'no-show')))
);
comment on table desk.ticket is 'A number at the desk and the visit behind it: who came, for what, who receives her, until it is closed';
comment on column desk.ticket.network_id is 'The network';
comment on column desk.ticket.id is 'UUIDv7 of the visit';
comment on column desk.ticket.hub_id is 'The hub';
comment on column desk.ticket.day is 'The day of arrival, in the hub''s time zone';
comment on column desk.ticket.number is 'The number called; a new row of numbers begins each day';
comment on column desk.ticket.via is 'walk-in, appointment, phone or paper';
comment on column desk.ticket.reason is 'What brings her, one of the pictures of the desk';
comment on column desk.ticket.paper_number is 'The number printed on the paper sheet, when it was typed later';
comment on column desk.ticket.appointment_id is 'The appointment she came for';
comment on column desk.ticket.arrived_at is 'When she truly came; for paper, the date written on the sheet';
comment on column desk.ticket.opened_at is 'When this row was typed';
comment on column desk.ticket.opened_by is 'The account that typed it';
comment on column desk.ticket.state is 'waiting, called, in-progress, closed, left or no-show';
comment on column desk.ticket.called_at is 'When her number was called';
comment on column desk.ticket.called_by is 'The officer who called it';
comment on column desk.ticket.counter is 'The counter she was called to';
comment on column desk.ticket.person_id is 'The client, when it is a person';
comment on column desk.ticket.organization_id is 'The client, when it is an organization';
comment on column desk.ticket.acting_person_id is 'The member who acts for the organization';
comment on column desk.ticket.received_at is 'When the client was first heard in this visit';
comment on column desk.ticket.typed_by is 'The officer who wrote in the client''s name (domain.md rule 14)';
comment on column desk.ticket.ended_at is 'When the visit ended';
create index ticket_of_day on desk.ticket (network_id, hub_id, day, number);
create index ticket_open on desk.ticket (network_id, hub_id, state) where state in ('waiting', 'called', 'in-progress');
create index ticket_of_person on desk.ticket (network_id, person_id) where person_id is not null;
create index ticket_of_organization on desk.ticket (network_id, organization_id) where organization_id is not null;

create table desk.listening_note (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  ticket_id uuid not null,
  account_id uuid not null,
  at timestamptz not null,
  key_owner_id uuid not null,
  note bytea not null,
  primary key (network_id, id),
  foreign key (network_id, ticket_id) references desk.ticket (network_id, id)
);
comment on table desk.listening_note is 'What an officer wrote down of a confidential talk, sealed; she alone opens it, until the visit closes';
comment on column desk.listening_note.network_id is 'The network';
comment on column desk.listening_note.id is 'UUIDv7 of the note';
comment on column desk.listening_note.hub_id is 'The hub';
comment on column desk.listening_note.ticket_id is 'The visit';
comment on column desk.listening_note.account_id is 'The officer who wrote it';
comment on column desk.listening_note.at is 'When';
comment on column desk.listening_note.key_owner_id is 'Whose key seals it: the client, or the visit itself while nobody is named yet';
comment on column desk.listening_note.note is 'AES-256-GCM, C1b';
create index listening_note_of_ticket on desk.listening_note (network_id, ticket_id);
create index listening_note_of_account on desk.listening_note (network_id, hub_id, account_id);

alter table desk.queue_day enable row level security;
alter table desk.queue_day force row level security;
alter table desk.appointment enable row level security;
alter table desk.appointment force row level security;
alter table desk.ticket enable row level security;
alter table desk.ticket force row level security;
alter table desk.listening_note enable row level security;
alter table desk.listening_note force row level security;

create policy queue_day_read on desk.queue_day for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy queue_day_write on desk.queue_day for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy queue_day_change on desk.queue_day for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy appointment_read on desk.appointment for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy appointment_write on desk.appointment for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy appointment_change on desk.appointment for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy ticket_read on desk.ticket for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy ticket_write on desk.ticket for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy ticket_change on desk.ticket for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy ticket_figures on desk.ticket for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

-- trust.md 2.1: an officer reads what she typed herself, until the ticket closes. Nobody else, no manager.
create policy listening_note_read on desk.listening_note for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.called_by = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.state in ('called', 'in-progress')));
create policy listening_note_write on desk.listening_note for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    and ticket_id in (select t.id from desk.ticket t where t.called_by = (select nullif(current_setting('app.account', true), '')::uuid)
      and t.state in ('called', 'in-progress')));

grant select, insert, update on desk.queue_day, desk.appointment, desk.ticket to hadina_app;
grant select, insert on desk.listening_note to hadina_app;
grant select (network_id, id, hub_id, day, via, reason, arrived_at, state, called_at, received_at, ended_at) on desk.ticket to hadina_report;
