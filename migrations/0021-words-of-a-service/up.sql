-- The words of a service in one row instead of sixty: whoever searches keeps them in hand and reads them a service at a time, and a
-- file of a hundred thousand services is written in a hundred thousand rows instead of six million, each with two indexes and a key.
create table directory.search_words (
  network_id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  words text collate "C" not null,
  norm_version smallint not null,
  primary key (network_id, service_id),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id)
);
comment on table directory.search_words is 'What each service is found by; every process that searches keeps it in hand';
comment on column directory.search_words.network_id is 'The network';
comment on column directory.search_words.service_id is 'The service that says them';
comment on column directory.search_words.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.search_words.words is 'Normalised words, or ~ and their sound across scripts, parted by blanks; before each one letter, its weight (A is 1): name above type above description';
comment on column directory.search_words.norm_version is 'Version of the rules that made them; another version means write again';

alter table directory.search_term no force row level security;
insert into directory.search_words (network_id, service_id, hub_id, words, norm_version)
  select network_id, service_id, hub_id, string_agg(chr(64 + weight) || term, ' ' order by term), min(norm_version)
  from directory.search_term group by network_id, service_id, hub_id;
drop table directory.search_term;
comment on column directory.search_slip.term is 'The word of search_words meant';

do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  own_hub constant text := $q$hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])$q$;
begin
  execute format('create policy reads on directory.search_words for select using (%s)', own_network);
  execute format('create policy adds on directory.search_words for insert with check (%s and %s)', own_network, own_hub);
  execute format('create policy removes on directory.search_words for delete using (%s and %s)', own_network, own_hub);
end $$;
alter table directory.search_words enable row level security;
alter table directory.search_words force row level security;
grant select, insert, delete on directory.search_words to hadina_app;
