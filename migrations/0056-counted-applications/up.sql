-- How many applications a call has, and how far its jury is, was counted anew for every page: a hundred thousand rows, each asked by every
-- policy. Both are kept counted now, in the same transaction as the row. What a reader may not see is not counted for her: these
-- tables carry the columns that the policies of applications compare, and whoever keeps a reader out makes her count by rows as before.
create table incubation.application_count (
  network_id uuid not null,
  hub_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  import_id uuid,
  state text not null,
  territory_code text,
  sex text,
  applications integer not null,
  members integer not null,
  primary key (network_id, id),
  foreign key (network_id, call_id) references incubation.call (network_id, id)
) with (fillfactor = 70);
comment on table incubation.application_count is 'How many applications of a call stand in one state, place and sex; several rows of one cell add up';
comment on column incubation.application_count.network_id is 'The network; first in every key';
comment on column incubation.application_count.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.application_count.id is 'The row: who meets another writer of the same cell begins a new one instead of waiting';
comment on column incubation.application_count.call_id is 'The call';
comment on column incubation.application_count.import_id is 'The file these applications came with; not counted until that is published';
comment on column incubation.application_count.state is 'Where they stand';
comment on column incubation.application_count.territory_code is 'The province, where it is known';
comment on column incubation.application_count.sex is 'The sex of the lead, where it is known';
comment on column incubation.application_count.applications is 'How many came minus how many went, by this row';
comment on column incubation.application_count.members is 'Persons behind them, counted in the same way';
create index application_count_of_call on incubation.application_count (network_id, call_id, state, territory_code, sex, import_id);
create index application_count_of_hub on incubation.application_count (network_id, hub_id);
create index application_count_of_import on incubation.application_count (network_id, import_id) where import_id is not null;
alter table incubation.application_count enable row level security;
alter table incubation.application_count force row level security;
create policy application_count_read on incubation.application_count for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy counted_when_published on incubation.application_count as restrictive for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (import_id is null or import_id = (select nullif(current_setting('app.importing', true), '')::uuid)
      or import_id in (select p.import_id from exchange.publication p
        where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.withdrawn_at is null)));
create policy application_count_begin on incubation.application_count for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy application_count_keep on incubation.application_count for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on incubation.application_count to hadina_app;
grant update (applications, members) on incubation.application_count to hadina_app;

-- Nobody waits for a count: of two who hand in at the same moment the second begins a row of her own, and no two lock each other out.
create function incubation.add_to_count(network uuid, hub uuid, call uuid, import uuid, stands text, place text, her_sex text, many integer, persons integer)
  returns void language plpgsql set search_path = pg_catalog as $$
begin
  update incubation.application_count c set applications = c.applications + many, members = c.members + persons
    where c.network_id = network and c.id = (select k.id from incubation.application_count k where k.network_id = network and k.call_id = call and k.state = stands
      and k.territory_code is not distinct from place and k.sex is not distinct from her_sex and k.import_id is not distinct from import
      order by k.id limit 1 for update skip locked);
  if not found then
    insert into incubation.application_count (network_id, hub_id, id, call_id, import_id, state, territory_code, sex, applications, members)
      values (network, hub, gen_random_uuid(), call, import, stands, place, her_sex, many, persons);
  end if;
end $$;
comment on function incubation.add_to_count is 'Adds to one cell of the counted applications of a call';
create function incubation.count_begun() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform incubation.add_to_count(a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex, count(*)::integer, sum(a.members)::integer)
    from added a group by a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex;
  return null;
end $$;
comment on function incubation.count_begun is 'Counts applications in';
create function incubation.count_gone() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform incubation.add_to_count(a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex, -count(*)::integer, -sum(a.members)::integer)
    from gone a group by a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex;
  return null;
end $$;
comment on function incubation.count_gone is 'Counts applications out that went with their file';
create function incubation.count_moved() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform incubation.add_to_count(c.network_id, c.hub_id, c.call_id, c.import_id, c.state, c.territory_code, c.sex, c.many, c.persons) from (
    select a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex, sum(a.one)::integer as many, sum(a.one * a.members)::integer as persons
    from (select -1 as one, o.* from gone o union all select 1, n.* from added n) a
    group by a.network_id, a.hub_id, a.call_id, a.import_id, a.state, a.territory_code, a.sex
    having sum(a.one) <> 0 or sum(a.one * a.members) <> 0) c;
  return null;
end $$;
comment on function incubation.count_moved is 'Counts applications out of where they stood and in where they stand';
create trigger count_begun after insert on incubation.application referencing new table as added for each statement execute function incubation.count_begun();
create trigger count_gone after delete on incubation.application referencing old table as gone for each statement execute function incubation.count_gone();
create trigger count_moved after update on incubation.application referencing old table as gone new table as added for each statement execute function incubation.count_moved();

-- How many applications each juror gave points, by criterion. Points are given anew and never taken away.
create table incubation.score_count (
  network_id uuid not null,
  hub_id uuid not null,
  call_id uuid not null,
  account_id uuid not null,
  criterion text not null,
  applications integer not null check (applications > 0),
  primary key (network_id, call_id, account_id, criterion),
  foreign key (network_id, call_id) references incubation.call (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
) with (fillfactor = 70);
comment on table incubation.score_count is 'How many applications of a call one juror gave points for one criterion';
comment on column incubation.score_count.network_id is 'The network; first in every key';
comment on column incubation.score_count.hub_id is 'The hub whose call it is; repeated here because access compares columns of the row';
comment on column incubation.score_count.call_id is 'The call';
comment on column incubation.score_count.account_id is 'The juror';
comment on column incubation.score_count.criterion is 'The criterion';
comment on column incubation.score_count.applications is 'How many she judged';
create index score_count_of_hub on incubation.score_count (network_id, hub_id);
create index score_count_of_account on incubation.score_count (network_id, account_id);
alter table incubation.score_count enable row level security;
alter table incubation.score_count force row level security;
create policy score_count_read on incubation.score_count for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy score_count_begin on incubation.score_count for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy score_count_keep on incubation.score_count for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on incubation.score_count to hadina_app;
grant update (applications) on incubation.score_count to hadina_app;
create function incubation.count_judged() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into incubation.score_count as c (network_id, hub_id, call_id, account_id, criterion, applications)
    select a.network_id, a.hub_id, a.call_id, a.account_id, a.criterion, count(*)::integer from added a
    group by a.network_id, a.hub_id, a.call_id, a.account_id, a.criterion order by a.call_id, a.account_id, a.criterion
    on conflict (network_id, call_id, account_id, criterion) do update set applications = c.applications + excluded.applications;
  return null;
end $$;
comment on function incubation.count_judged is 'Counts what a juror judged';
create trigger count_judged after insert on incubation.rubric_score referencing new table as added for each statement execute function incubation.count_judged();

-- What stands already is counted once.
alter table incubation.application no force row level security;
alter table incubation.rubric_score no force row level security;
alter table incubation.application_count no force row level security;
alter table incubation.score_count no force row level security;
insert into incubation.application_count (network_id, hub_id, id, call_id, import_id, state, territory_code, sex, applications, members)
  select network_id, hub_id, gen_random_uuid(), call_id, import_id, state, territory_code, sex, count(*), sum(members) from incubation.application
  group by network_id, hub_id, call_id, import_id, state, territory_code, sex;
insert into incubation.score_count (network_id, hub_id, call_id, account_id, criterion, applications)
  select network_id, hub_id, call_id, account_id, criterion, count(*) from incubation.rubric_score group by network_id, hub_id, call_id, account_id, criterion;
alter table incubation.application force row level security;
alter table incubation.rubric_score force row level security;
alter table incubation.application_count force row level security;
alter table incubation.score_count force row level security;

-- A page in the order of age or of the hour of handing in is read off an index, forwards or backwards.
create index application_by_age on incubation.application (network_id, call_id, age desc nulls last, id desc);
create index application_by_hour on incubation.application (network_id, call_id, submitted_at desc nulls last, id desc);
create index application_by_receipt on incubation.application (network_id, call_id, receipt);
