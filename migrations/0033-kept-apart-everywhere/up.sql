-- A colleague kept apart from her meets her in no row, however that row names her: as client, as spokeswoman, as whose key seals it,
-- as one of two files that may be one. 0032 looked for an index on person_id and so passed over referrals, complaints and answers.
do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name, string_agg(format('(%1$I is null or %1$I not in (select k.person_id from people.conflict k where k.network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid) and k.account_id = (select nullif(current_setting(''app.account'', true), '''')::uuid) and k.ended_at is null))', a.attname), ' and ' order by a.attnum) as apart
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('people', 'desk', 'documents', 'accompaniment', 'messages') and c.relkind = 'r' and c.relrowsecurity
      and c.oid <> 'people.conflict'::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id')
      and has_any_column_privilege('hadina_app', c.oid, 'select')
    group by c.oid
  loop
    execute format('drop policy if exists conflict on %s', t.name);
    execute format($f$create policy conflict on %s as restrictive for select to hadina_app, hadina_protected
      using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and %s)$f$, t.name, t.apart);
  end loop;
end $$;

-- A policy looks at no column that an index does not hold.
do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name, a.attname as column_name
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_attribute a on a.attrelid = c.oid
    where p.polname = 'conflict' and not p.polpermissive and a.attname <> 'network_id' and not a.attisdropped
      and pg_get_expr(p.polqual, p.polrelid) ~ ('\m' || a.attname || '\M')
      and a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id')
      and not exists (select from pg_index i where i.indrelid = c.oid and a.attnum = any (i.indkey::int2[]))
    order by 1, 2
  loop
    execute format('create index on %s (network_id, %I)', t.name, t.column_name);
  end loop;
end $$;

-- The queue is counted and listed from its index alone, also where the policy asks whom a ticket names.
drop index desk.ticket_of_day;
create index ticket_of_day on desk.ticket (network_id, hub_id, day, number) include (person_id, acting_person_id);

-- A second key turned once stays as it was turned: neither of the two prolongs it or sets its clock anew.
create function confidential.guard_turned_key() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'hadina_protected' and old.approved_at is not null and (new.approved_at is distinct from old.approved_at or new.until_at is distinct from old.until_at) then
    raise exception 'a turned key is not turned again' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function confidential.guard_turned_key is 'The time of an emergency is set once, when the second key is turned';
create trigger guard_turned before update on confidential.key_request for each row execute function confidential.guard_turned_key();

-- Whoever no longer accompanies somebody does not take up the file again by herself.
create function accompaniment.guard_assignment() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state in ('ended', 'declined') and new.state is distinct from old.state then
    raise exception 'an assignment that is over stays over' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function accompaniment.guard_assignment is 'An assignment that ended or was declined is asked for anew, never taken up again';
create trigger guard before update on accompaniment.assignment for each row execute function accompaniment.guard_assignment();
