-- A letter box per hub: anyone may seal a letter with its public half; only the house, for the hub's own staff, opens it.
create table public.hub_box (
  network_id uuid not null,
  hub_id uuid not null,
  public bytea not null check (octet_length(public) = 32),
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  primary key (network_id, hub_id)
);
comment on table public.hub_box is 'The pair of keys (X25519) under which strangers write to a hub';
comment on column public.hub_box.network_id is 'The network';
comment on column public.hub_box.hub_id is 'The hub';
comment on column public.hub_box.public is 'The half that seals: 32 bytes';
comment on column public.hub_box.wrapped is 'The half that opens: AES-256-GCM under the hub''s key';
comment on column public.hub_box.made_at is 'When it was made';
grant select, insert on public.hub_box to hadina_keys;
