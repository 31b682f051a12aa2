-- Keys of protected files: a chain of their own. A hub's ordinary key opens none of them, nor does a person's.
create table public.protected_hub_key (
  network_id uuid not null,
  hub_id uuid not null,
  wrapped bytea not null,
  primary key (network_id, hub_id)
);
comment on table public.protected_hub_key is 'A hub''s key for protected files, wrapped under a derivation of the master key that wraps nothing else';
comment on column public.protected_hub_key.network_id is 'The network';
comment on column public.protected_hub_key.hub_id is 'The hub';
comment on column public.protected_hub_key.wrapped is 'AES-256-GCM under a key derived from the master key';
create table public.protected_key (
  network_id uuid not null,
  file_id uuid not null,
  hub_id uuid not null,
  wrapped bytea,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (network_id, file_id)
);
comment on table public.protected_key is 'A protected file''s key, wrapped by its hub''s protected key';
comment on column public.protected_key.network_id is 'The network';
comment on column public.protected_key.file_id is 'The file, or the request for a second key whose words it seals';
comment on column public.protected_key.hub_id is 'The hub whose protected key wraps it';
comment on column public.protected_key.wrapped is 'AES-256-GCM; empty once destroyed';
comment on column public.protected_key.made_at is 'When it was made';
comment on column public.protected_key.destroyed_at is 'When it was destroyed: nothing sealed under it opens again';
grant select, insert on public.protected_hub_key to hadina_keys;
grant select, insert, update on public.protected_key to hadina_keys;
