-- A hub's key may be replaced while people work. Whoever adds a key under it says which wrapping of the hub's key was used: if that
-- one was replaced meanwhile, nothing is written and the caller wraps again. A lock per hub, shared by those who add and held alone
-- by the one who replaces, leaves no moment between the look and the writing.
create function public.refuse_replaced_key(in_network uuid, in_hub uuid, under bytea, now_under bytea) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  if now_under is distinct from under then
    raise exception 'the key of hub % was replaced', in_hub using errcode = '40001';
  end if;
end $$;
comment on function public.refuse_replaced_key(uuid, uuid, bytea, bytea) is 'Refuses what was wrapped under a key that the hub has no longer';

create function public.keep_person_keys(in_network uuid, in_hub uuid, persons uuid[], keys bytea[], under bytea) returns setof uuid
  language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('hadina keys of ' || in_hub::text, 0));
  perform public.refuse_replaced_key(in_network, in_hub, under, (select h.wrapped from public.hub_key h where h.network_id = in_network and h.hub_id = in_hub));
  -- Of somebody who was erased the row is kept without a key: to the caller it is no new key.
  return query with made as (insert into public.person_key (network_id, person_id, hub_id, wrapped)
    select in_network, k.person, in_hub, k.wrapped from unnest(persons, keys) as k (person, wrapped)
    on conflict (network_id, person_id) do nothing returning person_id, wrapped)
    select made.person_id from made where made.wrapped is not null;
end $$;
comment on function public.keep_person_keys(uuid, uuid, uuid[], bytea[], bytea) is 'Keeps new keys of persons wrapped under the hub''s key; gives the persons who had none before';

create function public.keep_box(in_network uuid, in_hub uuid, open_half bytea, closed_half bytea, under bytea) returns void
  language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('hadina keys of ' || in_hub::text, 0));
  perform public.refuse_replaced_key(in_network, in_hub, under, (select h.wrapped from public.hub_key h where h.network_id = in_network and h.hub_id = in_hub));
  insert into public.hub_box (network_id, hub_id, public, wrapped) values (in_network, in_hub, open_half, closed_half) on conflict (network_id, hub_id) do nothing;
end $$;
comment on function public.keep_box(uuid, uuid, bytea, bytea, bytea) is 'Keeps a new letter box wrapped under the hub''s key; the first of two stays';

create function public.keep_protected_key(in_network uuid, in_hub uuid, file uuid, key bytea, under bytea) returns setof uuid
  language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('hadina protected keys of ' || in_hub::text, 0));
  perform public.refuse_replaced_key(in_network, in_hub, under, (select h.wrapped from public.protected_hub_key h where h.network_id = in_network and h.hub_id = in_hub));
  return query with made as (insert into public.protected_key (network_id, file_id, hub_id, wrapped) values (in_network, file, in_hub, key)
    on conflict (network_id, file_id) do nothing returning file_id, wrapped)
    select made.file_id from made where made.wrapped is not null;
end $$;
comment on function public.keep_protected_key(uuid, uuid, uuid, bytea, bytea) is 'Keeps the new key of a protected file wrapped under the hub''s protected key; gives nothing when there was one';

revoke all on function public.refuse_replaced_key(uuid, uuid, bytea, bytea), public.keep_person_keys(uuid, uuid, uuid[], bytea[], bytea),
  public.keep_box(uuid, uuid, bytea, bytea, bytea), public.keep_protected_key(uuid, uuid, uuid, bytea, bytea) from public;
grant execute on function public.refuse_replaced_key(uuid, uuid, bytea, bytea), public.keep_person_keys(uuid, uuid, uuid[], bytea[], bytea),
  public.keep_box(uuid, uuid, bytea, bytea, bytea), public.keep_protected_key(uuid, uuid, uuid, bytea, bytea) to hadina_keys;
