-- Whoever accompanies somebody was found by making, for every statement, the whole list of those she accompanies: a file of twelve
-- tables made it twelve times, and a list compared each of its rows with each of them. The same question is now asked of the index,
-- row by row, or once into a hash where many rows are asked; what a policy shows stays what it was.
do $$
declare
  p record;
  asked constant text := '\((?:\w+\.)?(\w+) = ANY \(ARRAY\( SELECT a\.(case_id|person_id)\s+FROM accompaniment\.assignment a\s+WHERE \(';
  instead text;
begin
  for p in
    select pol.polname, c.oid::regclass as name, c.relname, pg_get_expr(pol.polqual, c.oid) as seen, pg_get_expr(pol.polwithcheck, c.oid) as written
    from pg_policy pol join pg_class c on c.oid = pol.polrelid
    where pg_get_expr(pol.polqual, c.oid) ~ asked or pg_get_expr(pol.polwithcheck, c.oid) ~ asked
  loop
    -- A coach's list asks for hundreds of files at once; everything else asks for one file, or for a page of persons.
    instead := case when p.polname = 'case_file_read' then '(\1 = ANY (( SELECT a.\2 FROM accompaniment.assignment a WHERE ('
      else format('((EXISTS ( SELECT FROM accompaniment.assignment a WHERE ((a.\2 = %I.\1) AND ', p.relname) end;
    execute format('alter policy %I on %s%s%s', p.polname, p.name,
      ' using (' || regexp_replace(p.seen, asked, instead, 'g') || ')', ' with check (' || regexp_replace(p.written, asked, instead, 'g') || ')');
  end loop;
end $$;

-- Counted and listed from the index alone, also where a policy asks whom a row is about.
drop index accompaniment.case_file_by_day;
create index case_file_by_day on accompaniment.case_file (network_id, hub_id, next_on, id) include (person_id, acting_person_id, key_owner_id) where state in ('oriented', 'in_accompaniment');
drop index accompaniment.assignment_of_worker;
create index assignment_of_worker on accompaniment.assignment (network_id, account_id, state, hub_id, case_id, person_id) include (until_at, successor_id);
drop index accompaniment.assignment_of_hub;
create index assignment_of_hub on accompaniment.assignment (network_id, hub_id, state, part, account_id, case_id) include (person_id, successor_id);
drop index accompaniment.assignment_once;
create unique index assignment_once on accompaniment.assignment (network_id, case_id, account_id) include (state, hub_id, until_at, person_id, successor_id) where state in ('proposed', 'accepted');
drop index accompaniment.assignment_one_main;
create unique index assignment_one_main on accompaniment.assignment (network_id, case_id) include (account_id, hub_id, person_id, successor_id) where part = 'main' and state = 'accepted';

-- One statement writes the rules of all contacts that came in with one: an import brings a thousand at a time.
drop trigger rule_begins on people.person_contact;
create or replace function people.begin_contact_rule() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into people.contact_rule (network_id, id, hub_id, person_id, contact_id, kind, owner, shared, asked, set_at)
    select a.network_id, gen_random_uuid(), a.hub_id, a.person_id, a.id, a.kind, a.owner, a.shared, false, a.set_at from added a where a.kind in ('phone', 'email');
  return null;
end $$;
create trigger rule_begins after insert on people.person_contact referencing new table as added
  for each statement execute function people.begin_contact_rule();
