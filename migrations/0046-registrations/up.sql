-- Registrations come as files of thousands. What a file wrote stays hidden until it is published and goes with it when it is taken
-- back, as everything an import writes (0013). And every state an application ever reached is kept with its moment: who was selected
-- and dropped out later was selected all the same, so that the steps of a call are numbers of the same persons.
alter table exchange.import drop constraint import_kind_check;
alter table exchange.import add constraint import_kind_check check (kind in ('hsds', 'services', 'organizations', 'persons', 'registrations'));
comment on column exchange.import.kind is 'hsds (records of another directory), services, organizations, persons, registrations (who answers a call)';
alter table exchange.column_choice drop constraint column_choice_kind_check;
alter table exchange.column_choice add constraint column_choice_kind_check check (kind in ('services', 'organizations', 'persons', 'registrations'));
-- A registration leads to the person it became and to her application.
alter table exchange.import_row add column application_id uuid;
comment on column exchange.import_row.application_id is 'The application a registration became, or the one that stands already';

alter table incubation.applicant add column import_id uuid;
alter table incubation.answer add column import_id uuid;
alter table incubation.points add column import_id uuid;
comment on column incubation.applicant.import_id is 'The file it came with; hidden until that is published';
comment on column incubation.answer.import_id is 'The file it came with; hidden until that is published';
comment on column incubation.points.import_id is 'The file it came with; hidden until that is published';
create index applicant_of_import on incubation.applicant (network_id, import_id) where import_id is not null;
create index answer_of_import on incubation.answer (network_id, import_id) where import_id is not null;
create index points_of_import on incubation.points (network_id, import_id) where import_id is not null;

create table incubation.reached (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  state text not null,
  at timestamptz not null,
  import_id uuid,
  primary key (network_id, application_id, state),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id)
);
comment on table incubation.reached is 'Every state an application reached, and when first: the steps of a call are counted from it';
comment on column incubation.reached.network_id is 'The network; first in every key';
comment on column incubation.reached.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.reached.call_id is 'The call';
comment on column incubation.reached.application_id is 'The application';
comment on column incubation.reached.state is 'The state it reached';
comment on column incubation.reached.at is 'When it first did';
comment on column incubation.reached.import_id is 'The file it came with; hidden until that is published';
create index reached_of_call on incubation.reached (network_id, call_id, state);
create index reached_of_hub on incubation.reached (network_id, hub_id, state);
create index reached_of_import on incubation.reached (network_id, import_id) where import_id is not null;
alter table incubation.reached enable row level security;
alter table incubation.reached force row level security;

-- Two rows of a file, or a row and a file of the register, that may be one person: a human says.
create table incubation.perhaps_twice (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  application_id uuid not null,
  first_id uuid not null,
  score smallint not null check (score between 0 and 100),
  reasons text[] not null,
  state text not null default 'open' check (state in ('open', 'same', 'apart')),
  settled_by uuid,
  settled_at timestamptz,
  import_id uuid,
  primary key (network_id, application_id),
  foreign key (network_id, call_id, application_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, call_id, first_id) references incubation.application (network_id, call_id, id),
  foreign key (network_id, settled_by) references network.account (network_id, id),
  check (application_id <> first_id),
  check ((state = 'open') = (settled_at is null))
);
comment on table incubation.perhaps_twice is 'An application whose person may have applied already under another spelling: nothing is struck out before a human says so';
comment on column incubation.perhaps_twice.network_id is 'The network; first in every key';
comment on column incubation.perhaps_twice.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.perhaps_twice.call_id is 'The call';
comment on column incubation.perhaps_twice.application_id is 'The later one';
comment on column incubation.perhaps_twice.first_id is 'The earlier one';
comment on column incubation.perhaps_twice.score is 'How alike they are, in hundredths';
comment on column incubation.perhaps_twice.reasons is 'What speaks for it and against it, as codes of the finder';
comment on column incubation.perhaps_twice.state is 'open; same: the later one was struck out; apart: two persons';
comment on column incubation.perhaps_twice.settled_by is 'Who said so';
comment on column incubation.perhaps_twice.settled_at is 'When';
comment on column incubation.perhaps_twice.import_id is 'The file it came with; hidden until that is published';
create index perhaps_twice_open on incubation.perhaps_twice (network_id, call_id, state);
create index perhaps_twice_first on incubation.perhaps_twice (network_id, first_id);
create index perhaps_twice_of_hub on incubation.perhaps_twice (network_id, hub_id);
create index perhaps_twice_of_import on incubation.perhaps_twice (network_id, import_id) where import_id is not null;
alter table incubation.perhaps_twice enable row level security;
alter table incubation.perhaps_twice force row level security;

-- Written by the database itself, whoever moves an application on.
create function incubation.note_reached() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into incubation.reached (network_id, hub_id, call_id, application_id, state, at, import_id)
    select n.network_id, n.hub_id, n.call_id, n.id, n.state, n.state_at, n.import_id from now_stands n where n.state <> 'draft'
    on conflict do nothing;
  return null;
end $$;
create function incubation.note_moved() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into incubation.reached (network_id, hub_id, call_id, application_id, state, at, import_id)
    select n.network_id, n.hub_id, n.call_id, n.id, n.state, n.state_at, n.import_id
    from now_stands n where n.state <> 'draft' and (n.network_id, n.id, n.state) not in (select s.network_id, s.id, s.state from stood s)
    on conflict do nothing;
  return null;
end $$;
create trigger note_reached after insert on incubation.application referencing new table as now_stands for each statement execute function incubation.note_reached();
create trigger note_moved after update on incubation.application referencing old table as stood new table as now_stands for each statement execute function incubation.note_moved();

do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  published constant text := $q$(import_id is null or import_id = (select nullif(current_setting('app.importing', true), '')::uuid)
    or import_id in (select p.import_id from exchange.publication p
      where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.withdrawn_at is null))$q$;
  undone constant text := $q$import_id = (select nullif(current_setting('app.importing', true), '')::uuid)
    and import_id in (select i.id from exchange.import i
      where i.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and i.state = 'undoing')$q$;
  lists text[] := array['app.call_hubs', 'app.call_decider_hubs', 'app.money_hubs', 'app.region_hubs'];
  reading text;
  kept text;
begin
  select string_agg(format($q$hub_id = any ((select coalesce(nullif(current_setting(%L, true), ''), '{}')::uuid[])::uuid[])$q$, each), ' or ') into reading from unnest(lists) as each;
  execute format('create policy reached_read on incubation.reached for select to hadina_app using (%s and (%s))', own_network, reading);
  select string_agg(format($q$hub_id = any ((select coalesce(nullif(current_setting(%L, true), ''), '{}')::uuid[])::uuid[])$q$, each), ' or ') into reading from unnest(lists[1:3]) as each;
  execute format('create policy reached_note on incubation.reached for insert to hadina_app with check (%s and (%s))', own_network, reading);
  -- Names stand behind both: only who types and accompanies applications reads and settles it.
  select format($q$hub_id = any ((select coalesce(nullif(current_setting(%L, true), ''), '{}')::uuid[])::uuid[])$q$, 'app.call_hubs') into reading;
  execute format('create policy perhaps_twice_read on incubation.perhaps_twice for select to hadina_app using (%s and %s)', own_network, reading);
  execute format('create policy perhaps_twice_note on incubation.perhaps_twice for insert to hadina_app with check (%s and %s)', own_network, reading);
  execute format('create policy perhaps_twice_settle on incubation.perhaps_twice for update to hadina_app using (%1$s and %2$s) with check (%1$s and %2$s)', own_network, reading);
  foreach kept in array array['application', 'applicant', 'answer', 'points', 'reached', 'perhaps_twice'] loop
    execute format('create policy hidden_until_published on incubation.%I as restrictive for select using (%s and %s)', kept, own_network, published);
    execute format($q$create policy undone on incubation.%I for delete to hadina_app using (%s
      and hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]) and %s)$q$, kept, own_network, undone);
    execute format('grant delete on incubation.%I to hadina_app', kept);
  end loop;
  -- Figures count persons and read no name, no answer and no receipt.
  foreach kept in array array['call', 'quota', 'application', 'applicant', 'reached', 'follow_up', 'perhaps_twice'] loop
    execute format('create policy %I on incubation.%I for select to hadina_report using (%s)', kept || '_figures', kept, own_network);
  end loop;
end $$;
grant select, insert on incubation.reached, incubation.perhaps_twice to hadina_app;
grant update (state, settled_by, settled_at) on incubation.perhaps_twice to hadina_app;
-- What stays when its file is taken back, because something points at it, is an ordinary record from then on.
grant update (import_id) on incubation.application to hadina_app;
grant usage on schema incubation to hadina_report;
grant select (network_id, id, hub_id, programme_id, territory_code, code, names, state, opens_at, closes_at, places, published_at) on incubation.call to hadina_report;
grant select (network_id, call_id, position, names, dimension, value, rule, places) on incubation.quota to hadina_report;
grant select (network_id, id, hub_id, call_id, state, territory_code, sex, age, members, import_id, submitted_at) on incubation.application to hadina_report;
grant select (network_id, hub_id, call_id, application_id, person_id, sex, left_at, import_id) on incubation.applicant to hadina_report;
grant select on incubation.reached to hadina_report;
grant select (network_id, call_id, application_id, state, import_id) on incubation.perhaps_twice to hadina_report;
grant select (network_id, hub_id, application_id, month, alive, done_at) on incubation.follow_up to hadina_report;
