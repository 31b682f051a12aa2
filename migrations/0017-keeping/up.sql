-- A restored register goes on counting where the lost one stopped, although its new server counts transactions from the beginning.
create table core.restored (
  network_id uuid not null,
  at timestamptz not null,
  taken_at timestamptz not null,
  transaction_base bigint not null check (transaction_base >= 0),
  primary key (network_id, at)
);
comment on table core.restored is 'One row per network and restore from a backup: what is added to this server''s transaction numbers';
comment on column core.restored.network_id is 'The network';
comment on column core.restored.at is 'When it was restored';
comment on column core.restored.taken_at is 'When the backup was taken';
comment on column core.restored.transaction_base is 'Added to the server''s own transaction number in core.event.xid and confidential.event.xid; the newest row of any network counts';
alter table core.restored enable row level security;
alter table core.restored force row level security;
create policy restored_sealer on core.restored for select to hadina_worker using (true);
grant select on core.restored to hadina_worker;
