-- An event carries the database's own time; only the loader of a network flagged demo may set an earlier one.
drop policy event_write on core.event;
create policy event_write on core.event for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (at between transaction_timestamp() - interval '1 second' and transaction_timestamp() + interval '1 second'
      or (app = 'demo' and (select current_setting('app.demo', true)) = 'yes'
        and network_id in (select n.network_id from network.network n where n.demo))));

-- Protected events have a chain of their own. The sealer reads identifiers and codes only; names never stand in an event.
grant usage on schema confidential to hadina_worker;
grant select on confidential.event to hadina_worker;
create policy event_seal on confidential.event for select to hadina_worker using (true);

create table confidential.chain (
  network_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table confidential.chain is 'The newest link of each network''s protected chain';
comment on column confidential.chain.network_id is 'The network';
comment on column confidential.chain.seq is 'Number of events sealed';
comment on column confidential.chain.hash is 'SHA-256 of the previous hash and the event''s digest';

create table confidential.seal (
  network_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  hash bytea not null,
  primary key (network_id, seq),
  unique (network_id, event_id)
);
comment on table confidential.seal is 'One link per protected event, in the order of sealing';
comment on column confidential.seal.network_id is 'The network';
comment on column confidential.seal.seq is 'Gapless number';
comment on column confidential.seal.event_id is 'The event sealed';
comment on column confidential.seal.hash is 'The chain''s hash after this event';

create table confidential.head (
  network_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null default now(),
  signature bytea not null,
  primary key (network_id, seq)
);
comment on table confidential.head is 'Signed heads of the protected chain; never on a page, for their number would tell how much there is';
comment on column confidential.head.network_id is 'The network';
comment on column confidential.head.seq is 'Number of events sealed then';
comment on column confidential.head.hash is 'The chain''s hash then';
comment on column confidential.head.at is 'When';
comment on column confidential.head.signature is 'Ed25519 signature of network, seq and hash';

alter table confidential.chain enable row level security;
alter table confidential.chain force row level security;
alter table confidential.seal enable row level security;
alter table confidential.seal force row level security;
alter table confidential.head enable row level security;
alter table confidential.head force row level security;
create policy chain_sealer on confidential.chain for all to hadina_worker using (true) with check (true);
create policy seal_sealer on confidential.seal for all to hadina_worker using (true) with check (true);
create policy head_sealer on confidential.head for all to hadina_worker using (true) with check (true);
grant select, insert, update on confidential.chain to hadina_worker;
grant select, insert on confidential.seal, confidential.head to hadina_worker;
