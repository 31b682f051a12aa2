-- The key store: its own database, never part of a data backup. Destroying a row's key erases the person everywhere.
revoke all on schema public from public;
create table public.hub_key (
  network_id uuid not null,
  hub_id uuid not null,
  wrapped bytea not null,
  primary key (network_id, hub_id)
);
comment on table public.hub_key is 'A hub''s key, wrapped by the master key';
comment on column public.hub_key.network_id is 'The network';
comment on column public.hub_key.hub_id is 'The hub, or the network itself for what belongs to no hub';
comment on column public.hub_key.wrapped is 'AES-256-GCM under a key derived from the master key';
create table public.person_key (
  network_id uuid not null,
  person_id uuid not null,
  hub_id uuid not null,
  wrapped bytea,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (network_id, person_id)
);
comment on table public.person_key is 'A person''s key, wrapped by the key of the hub that first heard her';
comment on column public.person_key.network_id is 'The network';
comment on column public.person_key.person_id is 'The person';
comment on column public.person_key.hub_id is 'The hub whose key wraps it';
comment on column public.person_key.wrapped is 'AES-256-GCM; empty once destroyed';
comment on column public.person_key.made_at is 'When it was made';
comment on column public.person_key.destroyed_at is 'When it was destroyed: nothing sealed under it opens again';
grant usage on schema public to hadina_keys;
grant select, insert on public.hub_key to hadina_keys;
grant select, insert, update on public.person_key to hadina_keys;
