-- What is counted, as rows with versions: what an indicator counts, which proof it asks for, since when; values that come from outside with
-- their source; and figures as they were printed, each with the sealed head it was read at. Nothing here names a person.
create schema evidence;
comment on schema evidence is 'Indicators in their versions, values from outside, and figures as they were printed';
grant usage on schema evidence to hadina_app, hadina_report;

create table evidence.indicator (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid,
  belongs_to text not null generated always as (coalesce(hub_id::text, 'network')) stored,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  set_code text check (set_code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, belongs_to, code),
  unique (network_id, id, belongs_to),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check (set_code is null or hub_id is null)
);

create table evidence.indicator_version (
  network_id uuid not null,
  indicator_id uuid not null,
  hub_id uuid,
  belongs_to text not null generated always as (coalesce(hub_id::text, 'network')) stored,
  version integer not null check (version > 0),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  unit text not null check (unit in ('person', 'organization', 'visit', 'household', 'project', 'agreement', 'job', 'amount', 'entry', 'professional', 'other')),
  counted text not null check (counted in ('once', 'each')),
  reach text not null check (reach in ('direct', 'indirect')),
  source text not null check (source in ('events', 'stated', 'context')),
  events text[] not null default '{}',
  conditions jsonb not null default '{}' check (jsonb_typeof(conditions) = 'object'),
  proofs text[] not null default '{}',
  cuts text[] not null default '{}',
  said_by text not null check (length(said_by) between 2 and 300),
  quoted text check (length(quoted) between 1 and 200),
  since date not null,
  until date,
  reason text check (length(reason) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, indicator_id, version),
  foreign key (network_id, indicator_id, belongs_to) references evidence.indicator (network_id, id, belongs_to),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (since <= until),
  check (version = 1 or reason is not null),
  check ((source = 'events') = (events <> '{}')),
  check (source = 'events' or (conditions = '{}' and proofs = '{}' and cuts = '{}'))
);

create table evidence.stated_value (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid,
  indicator_id uuid not null,
  version integer not null,
  from_on date not null,
  to_on date not null,
  value numeric(20, 4) not null check (value >= 0),
  said_by text not null check (length(said_by) between 2 and 300),
  proof text check (length(proof) between 2 and 500),
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, indicator_id, version) references evidence.indicator_version (network_id, indicator_id, version),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (from_on <= to_on),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table evidence.printed_figure (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  indicator_id uuid not null,
  version integer not null,
  definition_digest bytea not null check (octet_length(definition_digest) = 32),
  from_month text not null check (from_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  to_month text not null check (to_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  cut text,
  cut_key text,
  suppression text not null check (suppression in ('exact')),
  value numeric(20, 4) not null,
  events integer not null check (events >= 0),
  events_digest bytea not null check (octet_length(events_digest) = 32),
  head_seq bigint not null check (head_seq > 0),
  head_hash bytea not null check (octet_length(head_hash) = 32),
  printed_at timestamptz not null,
  printed_by uuid,
  primary key (network_id, id),
  foreign key (network_id, indicator_id, version) references evidence.indicator_version (network_id, indicator_id, version),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, printed_by) references network.account (network_id, id),
  check (from_month <= to_month),
  check ((cut is null) = (cut_key is null))
);

comment on table evidence.indicator is 'Something that is counted, of the network or of one hub; what it counts stands in its versions';
comment on column evidence.indicator.network_id is 'The network; first in every key';
comment on column evidence.indicator.id is 'UUIDv7';
comment on column evidence.indicator.hub_id is 'The hub that made it for itself; empty: of the whole network';
comment on column evidence.indicator.belongs_to is 'The hub or the network, as one word: a version belongs where its indicator does';
comment on column evidence.indicator.code is 'Its short name, for files and addresses';
comment on column evidence.indicator.set_code is 'The ready set it came with';
comment on column evidence.indicator.opened_at is 'When it was written here';
comment on column evidence.indicator.opened_by is 'By whom';
comment on table evidence.indicator_version is 'What an indicator counts, from a day on; a change is a new row and the old one stays';
comment on column evidence.indicator_version.network_id is 'The network; first in every key';
comment on column evidence.indicator_version.indicator_id is 'The indicator';
comment on column evidence.indicator_version.hub_id is 'Its hub; repeated here because access compares columns of the row';
comment on column evidence.indicator_version.belongs_to is 'The hub or the network, as one word';
comment on column evidence.indicator_version.version is '1 is the first';
comment on column evidence.indicator_version.names is 'What it is called, by language';
comment on column evidence.indicator_version.about is 'What it means and what it leaves out beyond its conditions, by language';
comment on column evidence.indicator_version.unit is 'What one of it is';
comment on column evidence.indicator_version.counted is 'once: each person, project, agreement one time; each: as often as it happened';
comment on column evidence.indicator_version.reach is 'Who was reached herself, or through others';
comment on column evidence.indicator_version.source is 'events: counted here; stated: typed with its proof; context: from outside, never added to what the network does';
comment on column evidence.indicator_version.events is 'Full names of the events it counts';
comment on column evidence.indicator_version.conditions is 'By field of those events the values that count, from a closed list';
comment on column evidence.indicator_version.proofs is 'What must be there besides, from a closed list; without it one counts zero and is listed with the reason';
comment on column evidence.indicator_version.cuts is 'How it may be divided';
comment on column evidence.indicator_version.said_by is 'The paper that defines it';
comment on column evidence.indicator_version.quoted is 'What that paper says of it, word for word';
comment on column evidence.indicator_version.since is 'First day on which it is in force';
comment on column evidence.indicator_version.until is 'Last day; empty: until the next version';
comment on column evidence.indicator_version.reason is 'Why it changed; empty only for the first';
comment on column evidence.indicator_version.set_at is 'When it was written';
comment on column evidence.indicator_version.set_by is 'The account that wrote it';
comment on table evidence.stated_value is 'A number that is not counted from events, with who says it and the proof';
comment on column evidence.stated_value.network_id is 'The network; first in every key';
comment on column evidence.stated_value.id is 'UUIDv7';
comment on column evidence.stated_value.hub_id is 'The hub that states it; empty: the network';
comment on column evidence.stated_value.indicator_id is 'The indicator';
comment on column evidence.stated_value.version is 'The version it answers';
comment on column evidence.stated_value.from_on is 'First day it is about';
comment on column evidence.stated_value.to_on is 'Last day it is about';
comment on column evidence.stated_value.value is 'The number';
comment on column evidence.stated_value.said_by is 'Who says it: a document, a decision, a page';
comment on column evidence.stated_value.proof is 'Where the proof lies; what is stated of own work without proof counts zero';
comment on column evidence.stated_value.withdrawn_at is 'When it was taken back';
comment on column evidence.stated_value.withdrawn_why is 'Why';
comment on column evidence.stated_value.set_at is 'When it was written';
comment on column evidence.stated_value.set_by is 'The account that wrote it';
comment on table evidence.printed_figure is 'A figure as it left the house: what it counted, over what, by which definition, and the sealed head it was read at';
comment on column evidence.printed_figure.network_id is 'The network; first in every key';
comment on column evidence.printed_figure.id is 'UUIDv7, printed beside the figure';
comment on column evidence.printed_figure.hub_id is 'The hub whose figure it is';
comment on column evidence.printed_figure.indicator_id is 'The indicator';
comment on column evidence.printed_figure.version is 'The version of its definition';
comment on column evidence.printed_figure.definition_digest is 'SHA-256 of that version, so that a changed definition shows';
comment on column evidence.printed_figure.from_month is 'First month';
comment on column evidence.printed_figure.to_month is 'Last month';
comment on column evidence.printed_figure.cut is 'What it was divided by';
comment on column evidence.printed_figure.cut_key is 'The part it stands for';
comment on column evidence.printed_figure.suppression is 'exact: nothing was kept back';
comment on column evidence.printed_figure.value is 'The number as printed';
comment on column evidence.printed_figure.events is 'How many events stood behind it';
comment on column evidence.printed_figure.events_digest is 'SHA-256 of their ids in order';
comment on column evidence.printed_figure.head_seq is 'How many events were sealed when it was read; none after them counts';
comment on column evidence.printed_figure.head_hash is 'The seal of that moment';
comment on column evidence.printed_figure.printed_at is 'When';
comment on column evidence.printed_figure.printed_by is 'By whom';
create index indicator_of_hub on evidence.indicator (network_id, hub_id);
create index indicator_version_of_hub on evidence.indicator_version (network_id, hub_id);
create index stated_value_of on evidence.stated_value (network_id, indicator_id, to_on);
create index stated_value_of_hub on evidence.stated_value (network_id, hub_id);
create index printed_figure_of on evidence.printed_figure (network_id, indicator_id);
create index printed_figure_of_hub on evidence.printed_figure (network_id, hub_id);

alter table evidence.indicator enable row level security;
alter table evidence.indicator force row level security;
alter table evidence.indicator_version enable row level security;
alter table evidence.indicator_version force row level security;
alter table evidence.stated_value enable row level security;
alter table evidence.stated_value force row level security;
alter table evidence.printed_figure enable row level security;
alter table evidence.printed_figure force row level security;
create policy indicator_read on evidence.indicator for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'))
      or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy indicator_write on evidence.indicator for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and opened_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy indicator_version_read on evidence.indicator_version for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'))
      or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy indicator_version_write on evidence.indicator_version for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy stated_value_read on evidence.stated_value for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'))
      or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy stated_value_write on evidence.stated_value for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy stated_value_withdraw on evidence.stated_value for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy printed_figure_read on evidence.printed_figure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy printed_figure_write on evidence.printed_figure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    and printed_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on evidence.indicator, evidence.indicator_version, evidence.stated_value, evidence.printed_figure to hadina_app;
grant update (withdrawn_at, withdrawn_why) on evidence.stated_value to hadina_app;
grant select (network_id, id, hub_id, belongs_to, code, set_code) on evidence.indicator to hadina_report;
grant select (network_id, indicator_id, hub_id, version, names, about, unit, counted, reach, source, events, conditions, proofs, cuts, said_by, quoted, since, until, reason) on evidence.indicator_version to hadina_report;
grant select (network_id, id, hub_id, indicator_id, version, from_on, to_on, value, said_by, proof, withdrawn_at) on evidence.stated_value to hadina_report;
