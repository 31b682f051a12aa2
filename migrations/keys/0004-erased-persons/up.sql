-- Who was erased for good. An older backup of this key store that is poured in later brings no key of hers back.
create table public.erased_person (
  network_id uuid not null,
  person_id uuid not null,
  erased_at timestamptz not null default now(),
  key_mark bytea check (octet_length(key_mark) = 32),
  primary key (network_id, person_id)
);
comment on table public.erased_person is 'Whose key was destroyed because her data are erased; it is never made again nor restored';
comment on column public.erased_person.network_id is 'The network';
comment on column public.erased_person.person_id is 'The person, or what else owned a key that sealed her words';
comment on column public.erased_person.erased_at is 'When the key was destroyed';
comment on column public.erased_person.key_mark is 'SHA-256 of the wrapped key as it was; empty when there was none';
grant select, insert on public.erased_person to hadina_keys;

create function public.keep_erased() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.wrapped is not null and exists (select from public.erased_person e where e.network_id = new.network_id and e.person_id = new.person_id) then
    new.wrapped := null;
    new.destroyed_at := coalesce(new.destroyed_at, now());
  end if;
  return new;
end $$;
create trigger keep_erased before insert or update on public.person_key for each row execute function public.keep_erased();

-- The key of a protected file that was destroyed with her: the same.
create function public.keep_erased_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.wrapped is not null and exists (select from public.erased_person e where e.network_id = new.network_id and e.person_id = new.file_id) then
    new.wrapped := null;
    new.destroyed_at := coalesce(new.destroyed_at, now());
  end if;
  return new;
end $$;
create trigger keep_erased before insert or update on public.protected_key for each row execute function public.keep_erased_file();
