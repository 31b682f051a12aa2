-- Extracts for research: asked for a purpose, approved by two persons of different duties, made without names, deleted at their end. The key of an
-- extract's pseudonyms is thrown away when it is made: no row leads back to anybody, not even here. Nothing in this schema names a person the hubs serve.
create schema research;
comment on schema research is 'Requests for pseudonymised extracts, and the extracts until they end';
grant usage on schema research to hadina_app;

create table research.extract (
  network_id uuid not null,
  id uuid not null,
  asked_by uuid not null,
  purpose text not null check (length(purpose) between 20 and 2000),
  ethics text not null check (length(ethics) between 3 and 300),
  columns text[] not null check (columns <> '{}' and columns <@ array['sex', 'age_band', 'governorate', 'first_month', 'visits', 'oriented', 'referred', 'served', 'trained', 'applied', 'selected', 'funded']),
  from_on date not null,
  to_on date not null,
  days integer not null check (days between 7 and 90),
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'approved', 'declined', 'ready', 'ended')),
  dpo_by uuid,
  dpo_at timestamptz,
  admin_by uuid,
  admin_at timestamptz,
  declined_by uuid,
  declined_at timestamptz,
  declined_why text check (length(declined_why) between 2 and 500),
  ready_at timestamptz,
  rows_in integer check (rows_in >= 0),
  left_out integer check (left_out >= 0 and left_out % 10 = 0),
  until_at timestamptz,
  primary key (network_id, id),
  unique (network_id, id, asked_by),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, dpo_by) references network.account (network_id, id),
  foreign key (network_id, admin_by) references network.account (network_id, id),
  foreign key (network_id, declined_by) references network.account (network_id, id),
  check (from_on <= to_on),
  check ((dpo_by is null) = (dpo_at is null)),
  check ((admin_by is null) = (admin_at is null)),
  check ((declined_by is null) = (declined_at is null)),
  check ((declined_by is null) = (declined_why is null)),
  constraint four_eyes check (dpo_by <> admin_by and asked_by <> dpo_by and asked_by <> admin_by),
  constraint both_said_yes check (state not in ('approved', 'ready', 'ended') or (dpo_by is not null and admin_by is not null)),
  constraint ready_once check ((state in ('ready', 'ended')) = (ready_at is not null and rows_in is not null and left_out is not null and until_at is not null)),
  constraint months_once exclude using gist (network_id with =, asked_by with =, daterange(from_on, to_on, '[]') with &&) where (state <> 'declined')
);
comment on table research.extract is 'A request of a researcher for rows without names, and what became of it';
comment on column research.extract.network_id is 'The network; first in every key';
comment on column research.extract.id is 'UUIDv7';
comment on column research.extract.asked_by is 'The researcher; nobody else takes the file';
comment on column research.extract.purpose is 'What is to be found out';
comment on column research.extract.ethics is 'The body that judged the study, and its number';
comment on column research.extract.columns is 'What is asked for, from a closed list';
comment on column research.extract.from_on is 'First day of the first month';
comment on column research.extract.to_on is 'Last day of the last month';
comment on column research.extract.days is 'How long the file may lie here, once it is made';
comment on column research.extract.asked_at is 'When it was asked';
comment on column research.extract.state is 'Where it stands';
comment on column research.extract.dpo_by is 'Who approved it for the protection of data';
comment on column research.extract.dpo_at is 'When';
comment on column research.extract.admin_by is 'Who approved it for the network';
comment on column research.extract.admin_at is 'When';
comment on column research.extract.declined_by is 'Who said no';
comment on column research.extract.declined_at is 'When';
comment on column research.extract.declined_why is 'Why';
comment on column research.extract.ready_at is 'When the file was made';
comment on column research.extract.rows_in is 'How many rows it has';
comment on column research.extract.left_out is 'At least so many persons stand in no row, rounded down to ten: by lot, because fewer than five were alike, or because they did not agree';
comment on column research.extract.until_at is 'Until when it may be taken; then it is deleted';
create table research.content (
  network_id uuid not null,
  extract_id uuid not null,
  asked_by uuid not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (network_id, extract_id),
  foreign key (network_id, extract_id, asked_by) references research.extract (network_id, id, asked_by),
  foreign key (network_id, asked_by) references network.account (network_id, id)
);
comment on table research.content is 'The rows of an extract, sealed, until its end; then the row is deleted';
comment on column research.content.network_id is 'The network; first in every key';
comment on column research.content.extract_id is 'The extract';
comment on column research.content.asked_by is 'The researcher; repeated here because access compares columns of the row';
comment on column research.content.sealed is 'The table as CSV, sealed';
comment on column research.content.made_at is 'When';
create index extract_asked_by on research.extract (network_id, asked_by);
create index extract_dpo_by on research.extract (network_id, dpo_by);
create index extract_admin_by on research.extract (network_id, admin_by);
create index extract_declined_by on research.extract (network_id, declined_by);
create index extract_ending on research.extract (network_id, until_at) where state = 'ready';
create index content_of on research.content (network_id, extract_id, asked_by);
create index content_asked_by on research.content (network_id, asked_by);
alter table research.extract enable row level security;
alter table research.extract force row level security;
alter table research.content enable row level security;
alter table research.content force row level security;
create policy extract_read on research.extract for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or (select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'));
create policy extract_ask on research.extract for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and asked_by = (select nullif(current_setting('app.account', true), '')::uuid) and state = 'asked' and dpo_by is null and admin_by is null);
create policy extract_decide on research.extract for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select coalesce(nullif(current_setting('app.audit_hubs', true), ''), '{}')) <> '{}' or (select current_setting('app.manages_network', true)) = 'yes'));
create policy content_read on research.content for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (asked_by = (select nullif(current_setting('app.account', true), '')::uuid) or ((select current_setting('app.manages_network', true)) = 'yes' and (select nullif(current_setting('app.account', true), '')) is null)));
create policy content_make on research.content for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes' and (select nullif(current_setting('app.account', true), '')) is null);
create policy content_end on research.content for delete to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes' and (select nullif(current_setting('app.account', true), '')) is null);
grant select, insert on research.extract to hadina_app;
grant update (state, dpo_by, dpo_at, admin_by, admin_at, declined_by, declined_at, declined_why, ready_at, rows_in, left_out, until_at) on research.extract to hadina_app;
grant select, insert, delete on research.content to hadina_app;
