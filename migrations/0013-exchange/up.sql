-- Files from strangers and for strangers: what was read, how its columns were understood, what became of every row, and the one
-- row that makes all of it visible at once. Rows that an import wrote carry its id and stay hidden until it is published.
create schema exchange;
comment on schema exchange is 'Imports of files: their rows, remembered columns, and which of them are published';
grant usage on schema exchange to hadina_app, hadina_report, hadina_protected, hadina_worker;

create table exchange.import (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('hsds', 'services', 'organizations', 'persons')),
  file_name text not null,
  file_hash bytea not null check (octet_length(file_hash) = 32),
  file_bytes bigint not null check (file_bytes >= 0),
  format text not null check (format in ('csv', 'xlsx', 'json', 'tables')),
  encoding text,
  separator text,
  columns jsonb not null default '[]' check (jsonb_typeof(columns) = 'array'),
  mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  options jsonb not null default '{}' check (jsonb_typeof(options) = 'object'),
  notices jsonb not null default '[]' check (jsonb_typeof(notices) = 'array'),
  state text not null check (state in ('reading', 'read', 'checking', 'checked', 'loading', 'loaded', 'publishing', 'published', 'undoing', 'undone', 'dropped')),
  rows_read integer not null default 0,
  done_until integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  refused integer not null default 0,
  warned integer not null default 0,
  started_by uuid,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  published_at timestamptz,
  undone_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, started_by) references network.account (network_id, id)
);
comment on table exchange.import is 'One file brought in: read, checked, loaded in chunks, published at once, undone at once';
comment on column exchange.import.network_id is 'The network; first in every key';
comment on column exchange.import.id is 'UUIDv7';
comment on column exchange.import.hub_id is 'The hub that brought it and keeps what it brings';
comment on column exchange.import.kind is 'hsds (records of another directory), services, organizations, persons';
comment on column exchange.import.file_name is 'Name of the file as it was given';
comment on column exchange.import.file_hash is 'SHA-256 of its bytes: the same file is recognised';
comment on column exchange.import.file_bytes is 'Its size in bytes';
comment on column exchange.import.format is 'csv, xlsx, json, or tables (a tabular data package)';
comment on column exchange.import.encoding is 'Encoding it was read in';
comment on column exchange.import.separator is 'What stood between its columns';
comment on column exchange.import.columns is 'Its column headings, in order';
comment on column exchange.import.mapping is 'Which column gives which field';
comment on column exchange.import.options is 'What was said beside the file: languages, consent, what to do with likely doubles';
comment on column exchange.import.notices is 'What was found of the file as a whole: merged cells, an odd encoding';
comment on column exchange.import.state is 'reading, read, checking, checked, loading, loaded, publishing, published, undoing, undone, dropped';
comment on column exchange.import.rows_read is 'Rows found in the file';
comment on column exchange.import.done_until is 'The last row that was done: work goes on behind it after a stop';
comment on column exchange.import.added is 'Rows that became new records';
comment on column exchange.import.changed is 'Rows that change a record';
comment on column exchange.import.same is 'Rows that say what is known already';
comment on column exchange.import.refused is 'Rows that were not taken';
comment on column exchange.import.warned is 'Rows taken with something to look at';
comment on column exchange.import.started_by is 'The account; empty at the server''s own console';
comment on column exchange.import.started_at is 'When it began';
comment on column exchange.import.moved_at is 'When it last moved';
comment on column exchange.import.published_at is 'When it became visible';
comment on column exchange.import.undone_at is 'When it was taken back';
create index import_of_hub on exchange.import (network_id, hub_id, started_at desc);

create table exchange.import_row (
  network_id uuid not null,
  hub_id uuid not null,
  import_id uuid not null,
  row_number integer not null check (row_number > 0),
  cells jsonb,
  sealed bytea,
  state text not null default 'waiting' check (state in ('waiting', 'added', 'changed', 'same', 'refused')),
  subject_id uuid,
  problems jsonb,
  change jsonb,
  before jsonb,
  primary key (network_id, import_id, row_number),
  foreign key (network_id, import_id) references exchange.import (network_id, id)
);
comment on table exchange.import_row is 'One row of a file: what it said, what became of it and why';
comment on column exchange.import_row.network_id is 'The network';
comment on column exchange.import_row.hub_id is 'The hub of the import';
comment on column exchange.import_row.import_id is 'The import';
comment on column exchange.import_row.row_number is 'Its number in the file; the heading is row 1 of a sheet, the first record of a list is 1';
comment on column exchange.import_row.cells is 'What it said; emptied when the import is published or dropped';
comment on column exchange.import_row.sealed is 'The same, sealed, when it is about a person';
comment on column exchange.import_row.state is 'waiting, added, changed, same, refused';
comment on column exchange.import_row.subject_id is 'The record it became or changes';
comment on column exchange.import_row.problems is 'Reasons and remarks: field, code, values, and whether the row fell by it';
comment on column exchange.import_row.change is 'New columns of a record that stands already, written when the import is published';
comment on column exchange.import_row.before is 'Those columns as they were, to be put back when it is undone';
create index import_row_by_state on exchange.import_row (network_id, import_id, state, row_number) where state in ('refused', 'changed');
create index import_row_of_hub on exchange.import_row (network_id, hub_id) where state = 'refused';

create table exchange.column_choice (
  network_id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('services', 'organizations', 'persons')),
  signature bytea not null check (octet_length(signature) = 32),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  chosen_at timestamptz not null,
  primary key (network_id, hub_id, kind, signature),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table exchange.column_choice is 'How a hub understood a heading line before: the next file with the same headings is mapped alike';
comment on column exchange.column_choice.network_id is 'The network';
comment on column exchange.column_choice.hub_id is 'The hub';
comment on column exchange.column_choice.kind is 'What the file holds';
comment on column exchange.column_choice.signature is 'SHA-256 of the headings';
comment on column exchange.column_choice.mapping is 'Which column gives which field';
comment on column exchange.column_choice.chosen_at is 'When it was last chosen';

create table exchange.publication (
  network_id uuid not null,
  import_id uuid not null,
  hub_id uuid not null,
  withdrawn_at timestamptz,
  primary key (network_id, import_id),
  foreign key (network_id, import_id) references exchange.import (network_id, id)
);
comment on table exchange.publication is 'An import whose records are visible: one row shows all of them, its withdrawal hides all of them';
comment on column exchange.publication.network_id is 'The network';
comment on column exchange.publication.import_id is 'The import';
comment on column exchange.publication.hub_id is 'Its hub';
comment on column exchange.publication.withdrawn_at is 'When it was taken back';
create index publication_of_hub on exchange.publication (network_id, hub_id);

do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  own_hub constant text := $q$hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])$q$;
  kept text;
begin
  foreach kept in array array['import', 'import_row', 'column_choice', 'publication'] loop
    execute format('alter table exchange.%I enable row level security', kept);
    execute format('alter table exchange.%I force row level security', kept);
    if kept <> 'publication' then
      execute format('create policy reads on exchange.%I for select to hadina_app using (%s and %s)', kept, own_network, own_hub);
    end if;
    execute format('create policy adds on exchange.%I for insert to hadina_app with check (%s and %s)', kept, own_network, own_hub);
    execute format('create policy changes on exchange.%I for update to hadina_app using (%s and %s) with check (%s and %s)',
      kept, own_network, own_hub, own_network, own_hub);
    execute format('grant select, insert, update on exchange.%I to hadina_app', kept);
  end loop;
  -- Every reader must know what is visible; the row says nothing else.
  execute format('create policy reads on exchange.publication for select using (%s)', own_network);
end $$;
grant select (network_id, import_id, withdrawn_at) on exchange.publication to hadina_report, hadina_protected, hadina_worker;

-- What an import wrote, what it was called where it came from, and all that came with it and has no column here.
alter table directory.service add column import_id uuid, add column source_id text, add column source jsonb;
alter table directory.location add column import_id uuid, add column source_id text, add column source jsonb;
alter table directory.service_at_location add column source_id text, add column source jsonb;
alter table network.organization add column import_id uuid, add column source_id text, add column source jsonb;
alter table people.person add column import_id uuid;
alter table people.enrolment add column import_id uuid;
alter table people.name_word add column import_id uuid;
comment on column directory.service.import_id is 'The import that wrote it; hidden until that is published';
comment on column directory.service.source_id is 'Its id where it came from, letter by letter; its HSDS id when given';
comment on column directory.service.source is 'The HSDS record it came as, whole: what we did not change is given back as it was';
comment on column directory.location.import_id is 'The import that wrote it; hidden until that is published';
comment on column directory.location.source_id is 'Its id where it came from';
comment on column directory.location.source is 'The HSDS record it came as';
comment on column directory.service_at_location.source_id is 'Its id where it came from';
comment on column directory.service_at_location.source is 'The HSDS record it came as, without its place';
comment on column network.organization.import_id is 'The import that wrote it; hidden until that is published';
comment on column network.organization.source_id is 'Its id where it came from';
comment on column network.organization.source is 'The HSDS record it came as';
comment on column people.person.import_id is 'The import that wrote her; hidden until that is published';
comment on column people.enrolment.import_id is 'The import that wrote it; hidden until that is published';
comment on column people.name_word.import_id is 'The import that wrote it; hidden until that is published';
create index service_by_source on directory.service (network_id, source_id) where source_id is not null;
create index location_by_source on directory.location (network_id, source_id) where source_id is not null;
create index service_at_location_by_source on directory.service_at_location (network_id, source_id) where source_id is not null;
create index organization_by_source on network.organization (network_id, source_id) where source_id is not null;

-- Hidden until published; only the import itself (app.importing) sees its own rows before, to find doubles within one file.
do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  published constant text := $q$(import_id is null or import_id = (select nullif(current_setting('app.importing', true), '')::uuid)
    or import_id in (select p.import_id from exchange.publication p
      where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and p.withdrawn_at is null))$q$;
  undone constant text := $q$import_id = (select nullif(current_setting('app.importing', true), '')::uuid)
    and import_id in (select i.id from exchange.import i
      where i.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and i.state = 'undoing')$q$;
  own_hub constant text := $q$hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])$q$;
  kept text;
begin
  foreach kept in array array['directory.service', 'directory.location', 'network.organization', 'people.person', 'people.enrolment', 'people.name_word'] loop
    execute format('create policy hidden_until_published on %s as restrictive for select using (%s and %s)', kept, own_network, published);
  end loop;
  -- An undone import takes its own records away for good, and nobody else's.
  foreach kept in array array['directory.service', 'directory.location', 'network.organization'] loop
    execute format('create policy undone on %s for delete to hadina_app using (%s and %s and %s)', kept, own_network, own_hub, undone);
    execute format('grant delete on %s to hadina_app', kept);
  end loop;
  execute format('create policy undone on people.enrolment for delete to hadina_app using (%s and %s and %s)', own_network, own_hub, undone);
  -- Her enrolment goes first, so nothing is left that would name the hub: the import does.
  execute format('create policy undone on people.person for delete to hadina_app using (%s and %s)', own_network, undone);
  foreach kept in array array['people.person_contact', 'people.consent'] loop
    execute format('create policy undone on %s for delete to hadina_app using (%s and %s and person_id in (select e.person_id from people.enrolment e
      where e.network_id = (select nullif(current_setting(''app.network'', true), '''')::uuid) and e.import_id = (select nullif(current_setting(''app.importing'', true), '''')::uuid)))', kept, own_network, own_hub);
    execute format('grant delete on %s to hadina_app', kept);
  end loop;
  grant delete on people.person, people.enrolment to hadina_app;
end $$;
