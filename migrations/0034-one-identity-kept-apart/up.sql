-- What keeps somebody apart from her keeps apart from every file of hers, before a merge, after it, and after it is undone.

-- 1. Fingerprints of files that are one identity: written with every merge, whether anything protected exists or not, so that the
-- protected side follows a merge without naming anybody and nobody learns from a row that there is something to follow.
create table core.same_mark (
  network_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  identity bytea not null check (octet_length(identity) = 32),
  primary key (network_id, mark)
);
comment on table core.same_mark is 'Keyed fingerprints of files that are one identity; a fingerprint of which there is no row stands for itself';
comment on column core.same_mark.network_id is 'The network; first in every key';
comment on column core.same_mark.mark is 'Fingerprint of one file, as protected files or hand-overs carry it';
comment on column core.same_mark.identity is 'Fingerprint of the file that stands for the identity';
create index same_mark_of_identity on core.same_mark (network_id, identity);
alter table core.same_mark enable row level security;
alter table core.same_mark force row level security;
create policy same_mark_read on core.same_mark for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'));
create policy same_mark_follow on core.same_mark for select to hadina_protected using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy same_mark_join on core.same_mark for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'));
create policy same_mark_part on core.same_mark for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'));
grant select, insert, delete on core.same_mark to hadina_app;
grant usage on schema core to hadina_protected;
grant select on core.same_mark to hadina_protected;

-- Whoever is on the staff must be kept apart from the whole identity, also a coach or an auditor who reads no list of persons.
create policy same_person_staff on core.same_person for select to hadina_app, hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')) <> '{}' or (select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')) <> '{}' or (select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')) <> '{}'));
grant select (network_id, person_id, survivor_id) on core.same_person to hadina_protected;

-- 2. The map of identities says what decisions say, and nothing else may be written into it.
create function core.guard_same_person() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user <> 'hadina_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if old.into_id is not null then raise exception 'a file leaves an identity when its merge is undone' using errcode = '42501'; end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.merge_id is not null and new.merge_id is distinct from old.merge_id
    and not exists (select from people.merge m where m.network_id = old.network_id and m.id = old.merge_id and m.state = 'undone') then
    raise exception 'a file leaves an identity when its merge is undone' using errcode = '42501';
  end if;
  if new.merge_id is not null and (tg_op = 'INSERT' or new.merge_id is distinct from old.merge_id or new.into_id is distinct from old.into_id)
    and not exists (select from people.merge m where m.network_id = new.network_id and m.id = new.merge_id and m.state = 'merged' and m.absorbed_id = new.person_id and m.survivor_id = new.into_id) then
    raise exception 'no decision says that these are one' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function core.guard_same_person is 'A file joins an identity by a merge that was decided, and leaves it when that is undone';
create trigger guard before insert or update or delete on core.same_person for each row execute function core.guard_same_person();

create function core.check_same_person() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user <> 'hadina_app' then return null; end if;
  if exists (select from core.same_person s left join core.same_person up on up.network_id = s.network_id and up.person_id = s.into_id
      where s.network_id = new.network_id and s.person_id = new.person_id and s.survivor_id is distinct from coalesce(up.survivor_id, s.person_id)) then
    raise exception 'a file follows the file it was merged into' using errcode = '42501';
  end if;
  if 2 * (select coalesce(sum(n * n), 0) from (select count(*) as n from core.same_person s where s.network_id = new.network_id group by s.survivor_id) a)
    <> (select coalesce(sum(n * n), 0) from (select count(*) as n from core.same_mark m where m.network_id = new.network_id group by m.identity) b) then
    raise exception 'the fingerprints of an identity are written with it' using errcode = '42501';
  end if;
  return null;
end $$;
comment on function core.check_same_person is 'At the end of each decision: the map is in itself right, and the protected side can follow it';
create constraint trigger whole after insert or update on core.same_person deferrable initially deferred for each row execute function core.check_same_person();

-- A merge is proposed open; it is decided once, undone once.
drop policy merge_propose on people.merge;
create policy merge_propose on people.merge for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and state = 'proposed' and proposed_by = (select nullif(current_setting('app.account', true), '')::uuid));
create function people.guard_merge() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'hadina_app' and (old.state, new.state) not in (('proposed', 'merged'), ('proposed', 'declined'), ('merged', 'undone')) then
    raise exception 'this merge was decided' using errcode = '42501';
  end if;
  if current_user = 'hadina_app' and old.state = 'merged' and (new.decided_by, new.decided_at, new.alone) is distinct from (old.decided_by, old.decided_at, old.alone) then
    raise exception 'who decided a merge stays written' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function people.guard_merge is 'proposed, then merged or declined; merged, then undone; nothing else';
create trigger guard before update on people.merge for each row execute function people.guard_merge();

-- 3. Each wish to be kept apart is a row of its own: who takes one back ends that one and no other.
alter table people.conflict drop constraint conflict_pkey;
alter table people.conflict add column id uuid not null default gen_random_uuid(), add primary key (network_id, id);
comment on column people.conflict.id is 'One wish or one declaration; says nothing of where it was made';
create index conflict_of_account on people.conflict (network_id, account_id) where ended_at is null;
revoke update (since) on people.conflict from hadina_protected;
alter table confidential.exclusion add column conflict_id uuid;
comment on column confidential.exclusion.conflict_id is 'The wish that hides her ordinary sheet from the same colleague; empty when she did not ask for that';

create view people.kept_apart with (security_invoker = true) as
  select k.network_id, k.person_id from people.conflict k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and k.ended_at is null
  union all
  select k.network_id, other.person_id from people.conflict k
    join core.same_person one on one.network_id = k.network_id and one.person_id = k.person_id
    join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
    where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and k.ended_at is null;
comment on view people.kept_apart is 'Every file of the persons from whom the reader is kept apart';
comment on column people.kept_apart.network_id is 'The network';
comment on column people.kept_apart.person_id is 'A file of hers';
grant select on people.kept_apart to hadina_app, hadina_protected;

-- What belongs to a case says whose it is: filled from the case, so that no program can forget it.
create function accompaniment.name_person() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.person_id := (select c.person_id from accompaniment.case_file c where c.network_id = new.network_id and c.id = new.case_id);
  return new;
end $$;
comment on function accompaniment.name_person is 'Writes whose case it is into what belongs to the case';
do $$
declare t text;
begin
  alter table accompaniment.case_file no force row level security;
  foreach t in array array['life_grant', 'goal', 'step', 'session', 'session_note', 'special_need', 'act', 'follow_up', 'approval', 'outcome', 'diagnosis'] loop
    execute format('alter table accompaniment.%I add column person_id uuid', t);
    execute format('comment on column accompaniment.%I.person_id is %L', t, 'Whose case it is, when it is a person''s: so that who is kept apart from her finds nothing of it');
    execute format('alter table accompaniment.%I no force row level security', t);
    execute format('update accompaniment.%I x set person_id = c.person_id from accompaniment.case_file c where c.network_id = x.network_id and c.id = x.case_id and c.person_id is not null', t);
    execute format('alter table accompaniment.%I force row level security', t);
    execute format('create index %I on accompaniment.%I (network_id, person_id)', t || '_of_person', t);
    execute format('create trigger name_person before insert on accompaniment.%I for each row execute function accompaniment.name_person()', t);
  end loop;
  alter table accompaniment.case_file force row level security;
end $$;
alter table accompaniment.assignment add constraint assignment_of_person foreign key (network_id, person_id) references people.person (network_id, id);
create index assignment_person on accompaniment.assignment (network_id, person_id);

-- The same no as in 0033, over the whole identity; and in what happened and who looked.
do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name, string_agg(format('(%1$I is null or %1$I not in (select k.person_id from people.kept_apart k))', a.attname), ' and ' order by a.attnum) as apart
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where (n.nspname in ('people', 'desk', 'documents', 'accompaniment', 'messages') or c.oid in ('core.event'::regclass, 'core.look'::regclass)) and c.relkind = 'r' and c.relrowsecurity
      and c.oid <> 'people.conflict'::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and (a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id')
        or (c.oid = 'people.person'::regclass and a.attname = 'id'))
      and has_any_column_privilege('hadina_app', c.oid, 'select')
    group by c.oid
  loop
    execute format('drop policy if exists conflict on %s', t.name);
    execute format($f$create policy conflict on %s as restrictive for select to hadina_app, hadina_protected
      using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and %s)$f$, t.name, t.apart);
  end loop;
end $$;

-- 4. The exclusion list over the whole identity: of whom she is, and of whom she keeps out.
create view confidential.myself with (security_invoker = true) as
  select (select nullif(current_setting('app.person', true), '')::uuid) as person_id
  union all
  select other.person_id from core.same_person one join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id
    where one.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and one.person_id = (select nullif(current_setting('app.person', true), '')::uuid);
comment on view confidential.myself is 'The reader as a registered person, with every file of hers';
comment on column confidential.myself.person_id is 'A file of the reader; empty when she is not registered';
drop policy exclusion_read on confidential.exclusion;
create policy exclusion_read on confidential.exclusion for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid) or person_id in (select m.person_id from confidential.myself m where m.person_id is not null) or file_id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now())));
create view confidential.kept_from_me with (security_invoker = true) as
  with named as (
    select m.mark from confidential.exclusion x cross join lateral (values (x.mark), (x.handover_mark)) m (mark)
    where x.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and m.mark is not null and x.ended_at is null
      and (x.account_id = (select nullif(current_setting('app.account', true), '')::uuid) or x.person_id in (select m.person_id from confidential.myself m where m.person_id is not null)))
  select n.mark from named n
  union all
  select other.mark from named n
    join core.same_mark one on one.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and one.mark = n.mark
    join core.same_mark other on other.network_id = one.network_id and other.identity = one.identity;
comment on view confidential.kept_from_me is 'Fingerprints of every file and hand-over of those who keep the reader out';
comment on column confidential.kept_from_me.mark is 'A fingerprint, of files or of hand-overs';
create view confidential.opened_to_me with (security_invoker = true) as
  with turned as (
    select k.mark from confidential.key_request k where k.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and k.asked_by = (select nullif(current_setting('app.account', true), '')::uuid)
      and k.kind = 'emergency' and k.approved_at <= now() and k.until_at > now() and k.ended_at is null)
  select t.mark from turned t
  union all
  select other.mark from turned t
    join core.same_mark one on one.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and one.mark = t.mark
    join core.same_mark other on other.network_id = one.network_id and other.identity = one.identity;
comment on view confidential.opened_to_me is 'Fingerprints that an emergency of two keys opens to the reader now';
comment on column confidential.opened_to_me.mark is 'A fingerprint of a person''s files';
grant select on confidential.myself, confidential.kept_from_me, confidential.opened_to_me to hadina_protected;

drop policy file_read on confidential.file;
create policy file_read on confidential.file for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (id in (select g.file_id from confidential.file_grant g where g.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and g.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
        and g.revoked_at is null and g.from_at <= now() and g.until_at > now())
      or mark in (select o.mark from confidential.opened_to_me o)));
drop policy file_excluded on confidential.file;
create policy file_excluded on confidential.file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.mark from confidential.kept_from_me x));
drop policy counted_file_excluded on confidential.counted_file;
create policy counted_file_excluded on confidential.counted_file as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.mark from confidential.kept_from_me x));
drop policy key_request_excluded on confidential.key_request;
create policy key_request_excluded on confidential.key_request as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or approved_by = (select nullif(current_setting('app.account', true), '')::uuid) or mark not in (select x.mark from confidential.kept_from_me x)));
drop policy key_request_ask on confidential.key_request;
create policy key_request_ask on confidential.key_request for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[])
    and asked_by = (select nullif(current_setting('app.account', true), '')::uuid) and approved_by is null and declined_by is null and reviewed_by is null
    and voided = (mark in (select x.mark from confidential.kept_from_me x)));
drop policy handover_excluded on confidential.handover;
create policy handover_excluded on confidential.handover as restrictive for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and mark not in (select x.mark from confidential.kept_from_me x));

-- Whom she keeps out after the asking: the request reaches nobody any more, and never again.
-- (PostgreSQL lets nobody update a row out of her own sight: she who voids it still reads it, in that transaction and never after.)
alter table confidential.key_request add column voided_at timestamptz;
comment on column confidential.key_request.voided_at is 'When it was voided after it was asked; empty when it was void from the start or is not';
create index key_request_voided_at on confidential.key_request (network_id, voided_at) where voided_at is not null;
create policy key_request_void on confidential.key_request for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and voided
    and approved_by is null and declined_by is null and asked_by is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy key_request_voided on confidential.key_request for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and voided_at = now() and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and asked_by is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant update (voided, voided_at) on confidential.key_request to hadina_protected;
create function confidential.guard_voided() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.voided or old.approved_by is not null or old.declined_by is not null or new.voided_at is distinct from now() then
    raise exception 'only a request that waits is voided, and stays so' using errcode = '42501';
  end if;
  if not exists (select from confidential.exclusion x where x.network_id = new.network_id and x.account_id = new.asked_by and x.ended_at is null and x.added_by = nullif(current_setting('app.account', true), '')::uuid
      and (x.mark = new.mark or exists (select from core.same_mark one join core.same_mark other on other.network_id = one.network_id and other.identity = one.identity
        where one.network_id = x.network_id and one.mark = x.mark and other.mark = new.mark))) then
    raise exception 'nobody keeps her out who asked' using errcode = '42501';
  end if;
  return new;
end $$;
comment on function confidential.guard_voided is 'A request is voided by whoever wrote down that its asker is kept out, while it waits';
create trigger guard_voided before update on confidential.key_request for each row when ((new.voided, new.voided_at) is distinct from (old.voided, old.voided_at)) execute function confidential.guard_voided();

-- 5. A manager learns of no protected file, not even that there are ten.
drop policy counted_file_read on confidential.counted_file;
create policy counted_file_read on confidential.counted_file for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')::uuid[])::uuid[])
      or exists (select from confidential.file f where f.network_id = counted_file.network_id and f.id = counted_file.file_id offset 0)));

-- 6. "Never this number", said where it is safe to say: the desk's own rule says never, and nothing says where it was told.
grant select (network_id, id, hub_id, person_id, contact_id, kind, owner, shared, sealed_words, ended_at) on people.contact_rule to hadina_protected;
grant insert (network_id, id, hub_id, person_id, contact_id, kind, owner, shared, asked, never, sealed_words, set_at) on people.contact_rule to hadina_protected;
grant update (ended_at) on people.contact_rule to hadina_protected;
-- The trace that any such rule leaves is written a moment later by the house, in nobody's name.
grant execute on function core.enqueue to hadina_protected;
comment on column people.contact_rule.set_by is 'No longer written: a rule tells nobody who noted it, nor where';
grant select (network_id, hub_id, person_id, contact_id, blind) on people.contact_mark to hadina_protected;
create policy contact_rule_known on people.contact_rule for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy contact_rule_never on people.contact_rule for insert to hadina_protected
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and never and asked);
create policy contact_rule_over on people.contact_rule for update to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]) and ended_at is not null);
create policy contact_mark_known on people.contact_mark for select to hadina_protected
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and hub_id = any ((select coalesce(nullif(current_setting('app.protected_hubs', true), ''), '{}')::uuid[])::uuid[]));
