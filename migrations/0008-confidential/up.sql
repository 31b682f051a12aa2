-- Protected matters (C2): their own schema and login. The app's login has no right here; nothing elsewhere shows a row exists.
create schema confidential;
comment on schema confidential is 'Protected matters, reached only by the protected login after a fresh proof of who asks';
revoke all on schema confidential from public;
grant usage on schema confidential to hadina_protected;

create table confidential.event (
  network_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  hub_id uuid,
  account_id uuid,
  person_actor_id uuid,
  typed_for uuid,
  app text not null check (app in ('web', 'api', 'cli', 'job', 'demo')),
  action text not null,
  name text not null,
  subject_id uuid not null,
  person_id uuid,
  organization_id uuid,
  compartment text not null check (compartment = 'C2'),
  body jsonb not null default '{}',
  key uuid,
  input_hash bytea,
  xid xid8 not null default pg_current_xact_id(),
  primary key (network_id, id)
);
comment on table confidential.event is 'What happened in protected matters, apart from every other event; inserted only';
comment on column confidential.event.network_id is 'The network; first in every key';
comment on column confidential.event.id is 'UUIDv7 of the event';
comment on column confidential.event.at is 'When it happened, by the database''s clock; earlier only in a demo network';
comment on column confidential.event.hub_id is 'The hub where it happened';
comment on column confidential.event.account_id is 'The account that did it';
comment on column confidential.event.person_actor_id is 'The person herself, when she did it as a member';
comment on column confidential.event.typed_for is 'The person in whose name an officer typed';
comment on column confidential.event.app is 'web, api, cli, job or demo loader';
comment on column confidential.event.action is 'module.action that recorded it';
comment on column confidential.event.name is 'module.past-tense name';
comment on column confidential.event.subject_id is 'The row it is about';
comment on column confidential.event.person_id is 'The person it concerns, if any';
comment on column confidential.event.organization_id is 'The organization it concerns as a client, if any';
comment on column confidential.event.compartment is 'C2';
comment on column confidential.event.body is 'Ids, codes and counts; never a name, a phone, a note';
comment on column confidential.event.key is 'Idempotency key of the command';
comment on column confidential.event.input_hash is 'Keyed fingerprint of the input';
comment on column confidential.event.xid is 'Transaction number; the sealer takes only rows below the snapshot''s xmin';
create index event_of_hub on confidential.event (network_id, hub_id, at desc);
create index event_to_seal on confidential.event (xid, network_id, id);

create table confidential.look (
  network_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  hub_id uuid,
  account_id uuid,
  app text not null,
  action text not null,
  person_id uuid,
  compartment text not null,
  outcome text not null,
  fields text[] not null default '{}',
  primary key (network_id, id)
);
comment on table confidential.look is 'Who opened whose protected fields; written in the transaction of the look';
comment on column confidential.look.network_id is 'The network';
comment on column confidential.look.id is 'UUIDv7 of the look';
comment on column confidential.look.at is 'When';
comment on column confidential.look.hub_id is 'The hub where the reader stood';
comment on column confidential.look.account_id is 'Who looked';
comment on column confidential.look.app is 'web, api, cli, job or demo';
comment on column confidential.look.action is 'The action or query';
comment on column confidential.look.person_id is 'Whose fields; empty for a refusal';
comment on column confidential.look.compartment is 'C2';
comment on column confidential.look.outcome is 'opened, or refused: and why';
comment on column confidential.look.fields is 'Table and column of each field opened';
create index look_of_person on confidential.look (network_id, person_id, at desc);
create index look_of_hub on confidential.look (network_id, hub_id, at desc);

create table confidential.command (
  network_id uuid not null,
  key uuid not null,
  action text not null,
  account_id uuid,
  input_hash bytea not null,
  result jsonb,
  at timestamptz not null default now(),
  primary key (network_id, key)
);
comment on table confidential.command is 'The answer given to each idempotency key of a protected action, apart from all others';
comment on column confidential.command.network_id is 'The network';
comment on column confidential.command.key is 'UUIDv7 made by the client';
comment on column confidential.command.action is 'What was asked';
comment on column confidential.command.account_id is 'Who asked';
comment on column confidential.command.input_hash is 'Keyed fingerprint of what was sent; another body with the same key is refused';
comment on column confidential.command.result is 'The answer: identifiers only';
comment on column confidential.command.at is 'When';
create index command_of_account on confidential.command (network_id, account_id);

create table confidential.handover (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  key_owner_id uuid not null,
  pointer bytea not null,
  mark bytea not null,
  state text not null check (state in ('waiting', 'taken')),
  taken_by uuid,
  taken_at timestamptz,
  primary key (network_id, id),
  check ((state = 'taken') = (taken_by is not null and taken_at is not null))
);
comment on table confidential.handover is 'Somebody an officer asked a protection officer to look after: who gave, and a sealed pointer to the visit';
comment on column confidential.handover.network_id is 'The network';
comment on column confidential.handover.id is 'UUIDv7 of the hand-over';
comment on column confidential.handover.hub_id is 'The hub';
comment on column confidential.handover.given_by is 'The account that handed over';
comment on column confidential.handover.given_at is 'When';
comment on column confidential.handover.key_owner_id is 'Whose key seals the pointer: the person, or the visit while nobody is named yet';
comment on column confidential.handover.pointer is 'AES-256-GCM: the visit and the person';
comment on column confidential.handover.mark is 'Keyed fingerprint of the visit or person, so that a second press adds nothing';
comment on column confidential.handover.state is 'waiting or taken';
comment on column confidential.handover.taken_by is 'The protection officer who took it';
comment on column confidential.handover.taken_at is 'When';
create unique index handover_once on confidential.handover (network_id, hub_id, mark) where state = 'waiting';
create index handover_of_hub on confidential.handover (network_id, hub_id, given_at desc);

alter table confidential.event enable row level security;
alter table confidential.event force row level security;
alter table confidential.look enable row level security;
alter table confidential.look force row level security;
alter table confidential.command enable row level security;
alter table confidential.command force row level security;
alter table confidential.handover enable row level security;
alter table confidential.handover force row level security;

create policy event_write on confidential.event for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy event_read on confidential.event for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));

create policy look_write on confidential.look for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy look_read on confidential.look for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));

create policy command_own on confidential.command for all to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));

create policy handover_give on confidential.handover for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    and given_by = (select nullif(current_setting('app.account', true), '')::uuid)
    and state = 'waiting');
create policy handover_read on confidential.handover for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy handover_take on confidential.handover for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and taken_by = (select nullif(current_setting('app.account', true), '')::uuid));

grant select, insert on confidential.event, confidential.look to hadina_protected;
grant select, insert, update on confidential.command to hadina_protected;
grant select, insert on confidential.handover to hadina_protected;
grant update (state, taken_by, taken_at) on confidential.handover to hadina_protected;

-- Protected staff look down on ordinary rows of their own hub; ordinary logins never look up.
grant usage on schema desk to hadina_protected;
grant select (network_id, id, hub_id, number, arrived_at, person_id, acting_person_id) on desk.ticket to hadina_protected;
create policy ticket_of_staff on desk.ticket for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create view confidential.visit with (security_invoker = true) as
  select network_id, id, hub_id, number, arrived_at, coalesce(person_id, acting_person_id) as person_id from desk.ticket;
comment on view confidential.visit is 'Visits of the hub, to know whom a hand-over points to';
comment on column confidential.visit.network_id is 'The network';
comment on column confidential.visit.id is 'The visit';
comment on column confidential.visit.hub_id is 'The hub';
comment on column confidential.visit.number is 'The number called';
comment on column confidential.visit.arrived_at is 'When she came';
comment on column confidential.visit.person_id is 'The person, or the member who acts for the organization';
grant select on confidential.visit to hadina_protected;

grant usage on schema people to hadina_protected;
grant select (network_id, hub_id, person_id) on people.enrolment to hadina_protected;
grant select (network_id, id, name, name_other) on people.person to hadina_protected;
create policy enrolment_of_staff on people.enrolment for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy person_of_protected on people.person for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and id in (select e.person_id from people.enrolment e where e.network_id = (select nullif(current_setting('app.network', true), '')::uuid)
      and e.hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])));
create view confidential.enrolled with (security_invoker = true) as select network_id, hub_id, person_id from people.enrolment;
comment on view confidential.enrolled is 'Who is enrolled at the hub, so that only persons of the hub are handed over';
comment on column confidential.enrolled.network_id is 'The network';
comment on column confidential.enrolled.hub_id is 'The hub';
comment on column confidential.enrolled.person_id is 'The person';
grant select on confidential.enrolled to hadina_protected;
create view confidential.known_person with (security_invoker = true) as select network_id, id, name, name_other from people.person;
comment on view confidential.known_person is 'Names of persons enrolled at the hub, to know whom a hand-over points to';
comment on column confidential.known_person.network_id is 'The network';
comment on column confidential.known_person.id is 'The person';
comment on column confidential.known_person.name is 'Her name as written';
comment on column confidential.known_person.name_other is 'Her name in the other script';
grant select on confidential.known_person to hadina_protected;

grant usage on schema network to hadina_protected;
grant select (network_id, id, name) on network.account to hadina_protected;
create view confidential.colleague with (security_invoker = true) as select network_id, id, name from network.account;
comment on view confidential.colleague is 'Names of colleagues, to know who handed over';
comment on column confidential.colleague.network_id is 'The network';
comment on column confidential.colleague.id is 'The account';
comment on column confidential.colleague.name is 'The colleague''s name';
grant select on confidential.colleague to hadina_protected;
