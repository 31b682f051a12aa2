-- The register that never forgets: what happened, who looked, which answers were given, and the chain that seals it.
create schema core;
comment on schema core is 'What every module stands on: events, looks, commands, the chain';
revoke all on schema public from public;
grant usage on schema core to hadina_app, hadina_report, hadina_worker;

create table core.event (
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
  compartment text not null check (compartment in ('C0', 'C1a', 'C1b')),
  body jsonb not null default '{}',
  key uuid,
  input_hash bytea,
  xid xid8 not null default pg_current_xact_id(),
  primary key (network_id, id)
);
comment on table core.event is 'One row per thing that happened; inserted in the transaction of the action, never changed';
comment on column core.event.network_id is 'The network; first in every key';
comment on column core.event.id is 'UUIDv7 of the event';
comment on column core.event.at is 'When it happened, by the database''s clock; earlier only in a demo network';
comment on column core.event.hub_id is 'The hub where it happened';
comment on column core.event.account_id is 'The account that did it';
comment on column core.event.person_actor_id is 'The person herself, when she did it as a member';
comment on column core.event.typed_for is 'The person in whose name an officer typed';
comment on column core.event.app is 'web, api, cli, job or demo loader';
comment on column core.event.action is 'module.action that recorded it';
comment on column core.event.name is 'module.past-tense name';
comment on column core.event.subject_id is 'The row it is about';
comment on column core.event.person_id is 'The person it concerns, if any';
comment on column core.event.organization_id is 'The organization it concerns as a client, if any';
comment on column core.event.compartment is 'C0, C1a or C1b; protected events live in schema confidential';
comment on column core.event.body is 'Ids, codes and counts; never a name, a phone, a note';
comment on column core.event.key is 'Idempotency key of the command';
comment on column core.event.input_hash is 'Keyed fingerprint of the input';
comment on column core.event.xid is 'Transaction number; the sealer takes only rows below the snapshot''s xmin';
create index event_of_hub on core.event (network_id, hub_id, at desc);
create index event_of_person on core.event (network_id, person_id, at desc) where person_id is not null;
create index event_of_subject on core.event (network_id, subject_id, at);
create index event_of_name on core.event (network_id, name, at);
create index event_to_seal on core.event (xid, network_id, id);

create table core.look (
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
comment on table core.look is 'Who opened whose sealed fields, and who was refused; written in the transaction of the look';
comment on column core.look.network_id is 'The network';
comment on column core.look.id is 'UUIDv7 of the look';
comment on column core.look.at is 'When';
comment on column core.look.hub_id is 'The hub where the reader stood';
comment on column core.look.account_id is 'Who looked';
comment on column core.look.app is 'web, api, cli, job or demo';
comment on column core.look.action is 'The action or query';
comment on column core.look.person_id is 'Whose fields; empty for a refusal';
comment on column core.look.compartment is 'C1a, C1b or C2 (refusals only)';
comment on column core.look.outcome is 'opened, or refused: and why';
comment on column core.look.fields is 'Table and column of each field opened';
create index look_of_person on core.look (network_id, person_id, at desc);
create index look_of_hub on core.look (network_id, hub_id, at desc);
create index look_of_account on core.look (network_id, account_id, at desc);

create table core.command (
  network_id uuid not null,
  key uuid not null,
  action text not null,
  account_id uuid,
  input_hash bytea not null,
  result jsonb,
  at timestamptz not null default now(),
  primary key (network_id, key)
);
comment on table core.command is 'The answer given to each idempotency key: the same key gives the same answer';
comment on column core.command.network_id is 'The network';
comment on column core.command.key is 'UUIDv7 made by the client';
comment on column core.command.action is 'What was asked';
comment on column core.command.account_id is 'Who asked';
comment on column core.command.input_hash is 'Keyed fingerprint of what was sent; another body with the same key is refused';
comment on column core.command.result is 'The answer: identifiers only';
comment on column core.command.at is 'When';

create table core.chain (
  network_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table core.chain is 'The newest link of each network''s chain; its row lock keeps one sealer at a time';
comment on column core.chain.network_id is 'The network';
comment on column core.chain.seq is 'Number of events sealed';
comment on column core.chain.hash is 'SHA-256 of the previous hash and the event''s digest';

create table core.seal (
  network_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  hash bytea not null,
  primary key (network_id, seq),
  unique (network_id, event_id)
);
comment on table core.seal is 'One link per event, in the order of sealing';
comment on column core.seal.network_id is 'The network';
comment on column core.seal.seq is 'Gapless number';
comment on column core.seal.event_id is 'The event sealed';
comment on column core.seal.hash is 'The chain''s hash after this event';

create table core.head (
  network_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null default now(),
  signature bytea not null,
  primary key (network_id, seq)
);
comment on table core.head is 'Published heads: signed, also written to a file outside the database, so that a cut tail shows';
comment on column core.head.network_id is 'The network';
comment on column core.head.seq is 'Number of events sealed when published';
comment on column core.head.hash is 'The chain''s hash then';
comment on column core.head.at is 'When published';
comment on column core.head.signature is 'Ed25519 signature of network, seq and hash';

alter table core.event enable row level security;
alter table core.event force row level security;
alter table core.look enable row level security;
alter table core.look force row level security;
alter table core.command enable row level security;
alter table core.command force row level security;
alter table core.chain enable row level security;
alter table core.chain force row level security;
alter table core.seal enable row level security;
alter table core.seal force row level security;
alter table core.head enable row level security;
alter table core.head force row level security;

create policy event_read on core.event for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((compartment = 'C0' and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
      or (compartment = 'C0' and hub_id is null and (select current_setting('app.manages_network', true)) = 'yes')
      or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy event_write on core.event for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy event_figures on core.event for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and compartment = 'C0');
create policy event_seal on core.event for select to hadina_worker using (true);

create policy look_read on core.look for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy look_write on core.look for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

create policy command_own on core.command for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

create policy chain_sealer on core.chain for all to hadina_worker using (true) with check (true);
create policy seal_sealer on core.seal for all to hadina_worker using (true) with check (true);
create policy head_sealer on core.head for all to hadina_worker using (true) with check (true);
create policy head_public on core.head for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy seal_public on core.seal for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert on core.event, core.look to hadina_app;
grant select, insert, update on core.command to hadina_app;
grant select on core.head, core.seal to hadina_app, hadina_report;
grant select (network_id, id, at, hub_id, action, name, subject_id, person_id, organization_id, compartment, body) on core.event to hadina_report;
grant select on core.event to hadina_worker;
grant select, insert, update on core.chain to hadina_worker;
grant select, insert on core.seal, core.head to hadina_worker;

-- The only security definer function (allow-list of trust.md 2.4 rule 3): puts a job on the queue inside the caller's
-- transaction, for the caller's own network and nothing else.
create function core.enqueue(payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (payload ->> 'network') is distinct from nullif(current_setting('app.network', true), '') then
    raise exception 'a job belongs to the network of its transaction';
  end if;
  perform graphile_worker.add_job('act', payload, run_at => run_at, job_key => job_key, max_attempts => 12);
end $$;
comment on function core.enqueue is 'Puts an action on the job table in the caller''s transaction, for the caller''s network only';
revoke all on function core.enqueue from public;
grant execute on function core.enqueue to hadina_app;
grant create on schema core to hadina_worker;
alter function core.enqueue owner to hadina_worker;
revoke create on schema core from hadina_worker;
