-- Figures are counted ahead: each event that declared figures read stands once more as what it counts, and cells hold the sums. Both follow
-- the register and can be built anew from it at any time. And months are frozen: what was counted then stays to be compared with.
create table evidence.count_mark (
  network_id uuid primary key,
  before xid8 not null,
  counted bigint not null check (counted >= 0),
  at timestamptz not null default now()
);
comment on table evidence.count_mark is 'How far a network''s events are counted; without a row none is, and figures read the register';
comment on column evidence.count_mark.network_id is 'The network';
comment on column evidence.count_mark.before is 'Every event of a transaction before this one is counted; those from it on wait and are read beside the cells';
comment on column evidence.count_mark.counted is 'How many events stand in counted_event';
comment on column evidence.count_mark.at is 'When it was last moved';

create table evidence.counted_event (
  network_id uuid not null,
  hub_id uuid not null,
  name text not null,
  day date not null,
  event_id uuid not null,
  at timestamptz not null,
  region text not null,
  unit uuid not null,
  file_id uuid,
  organization_id uuid,
  subject_id uuid not null,
  sex text not null,
  age_band text not null,
  territory text not null,
  kind text,
  account text,
  waited integer,
  faces numeric,
  currency text,
  amount_minor numeric,
  primary key (network_id, hub_id, name, day, event_id)
);
comment on table evidence.counted_event is 'One row per event that a figure counts: its true day, whom it counts and what was known of her then. Follows core.event, never written by hand';
comment on column evidence.counted_event.network_id is 'The network; first in every key';
comment on column evidence.counted_event.hub_id is 'The hub where it happened';
comment on column evidence.counted_event.name is 'Name of the event';
comment on column evidence.counted_event.day is 'The day by the hub''s own clock; of a paper sheet the day she came';
comment on column evidence.counted_event.event_id is 'The event';
comment on column evidence.counted_event.at is 'When it was written; says which of several came first';
comment on column evidence.counted_event.region is 'ISO 3166-2 code of the hub''s region, empty when it has none';
comment on column evidence.counted_event.unit is 'Whom it counts: the organization, else the identity of the file, else the subject';
comment on column evidence.counted_event.file_id is 'The file the event names; its identity may change by a merge';
comment on column evidence.counted_event.organization_id is 'The organization as client';
comment on column evidence.counted_event.subject_id is 'What the event is about';
comment on column evidence.counted_event.sex is 'As in the event; unknown where it says nothing, organization where that is the client';
comment on column evidence.counted_event.age_band is 'As sex';
comment on column evidence.counted_event.territory is 'Governorate or province, unknown where it says nothing';
comment on column evidence.counted_event.kind is 'person or organization, as the event says';
comment on column evidence.counted_event.account is 'A colleague who was trained';
comment on column evidence.counted_event.waited is 'Minutes waited';
comment on column evidence.counted_event.faces is 'One to five';
comment on column evidence.counted_event.currency is 'ISO 4217 code of the amount';
comment on column evidence.counted_event.amount_minor is 'Amount in the currency''s smallest unit';
-- A person's rows are found by her file in core.event; only bodies have no index there.
create index counted_event_of_body on evidence.counted_event (network_id, organization_id) where organization_id is not null;

create table evidence.counted_cell (
  network_id uuid not null,
  name text not null,
  thing text not null,
  level text not null check (level in ('hub', 'region', 'network')),
  place text not null,
  cut text not null,
  month text not null,
  keys text[] not null,
  units bigint[] not null,
  events bigint[] not null,
  totals numeric[] not null,
  primary key (network_id, name, thing, level, place, cut, month)
) with (fillfactor = 80);
comment on table evidence.counted_cell is 'How many stand in the cells of one month. A person is once in each month; the whole is divided by her last month before that, so that any run of months can be added up without counting her twice. One row for all keys of a cut: most of what a cell weighs is its address';
comment on column evidence.counted_cell.network_id is 'The network; first in every key';
comment on column evidence.counted_cell.name is 'Name of the event';
comment on column evidence.counted_cell.thing is 'What is counted once: identity, organization, subject; amount:XXX for grants in one currency, faces for assessments';
comment on column evidence.counted_cell.level is 'Once in the hub, in the region or in the network';
comment on column evidence.counted_cell.place is 'The hub or the region; empty for the network';
comment on column evidence.counted_cell.cut is 'Empty for the whole; sex, age_band or territory: of one month alone';
comment on column evidence.counted_cell.month is 'The month, as 2026-04';
comment on column evidence.counted_cell.keys is 'Values of the cut, in order; of the whole the last earlier month in which the same thing was counted in the same place, empty when none';
comment on column evidence.counted_cell.units is 'How many of the thing, by key';
comment on column evidence.counted_cell.events is 'How many events, by key';
comment on column evidence.counted_cell.totals is 'Sum of amounts or of faces, by key';

alter table evidence.count_mark enable row level security;
alter table evidence.count_mark force row level security;
alter table evidence.counted_event enable row level security;
alter table evidence.counted_event force row level security;
alter table evidence.counted_cell enable row level security;
alter table evidence.counted_cell force row level security;
create policy count_mark_figures on evidence.count_mark for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy counted_event_figures on evidence.counted_event for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy counted_cell_figures on evidence.counted_cell for select to hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
-- The house's own job counts for every network, as it seals for every network.
create policy count_mark_count on evidence.count_mark for all to hadina_worker using (true) with check (true);
create policy counted_event_count on evidence.counted_event for all to hadina_worker using (true) with check (true);
create policy counted_cell_count on evidence.counted_cell for all to hadina_worker using (true) with check (true);
create policy same_person_count on core.same_person for select to hadina_worker using (true);
grant usage on schema evidence to hadina_worker;
grant select on evidence.count_mark, evidence.counted_event, evidence.counted_cell to hadina_report;
grant select, insert, update, delete on evidence.count_mark, evidence.counted_event, evidence.counted_cell to hadina_worker;
-- Counting anew tells the planner what came, for its own next pass and for whoever reads after it. Before PostgreSQL 17 only the owner of a
-- table may, and the house does without.
do $$ begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on evidence.counted_event, evidence.counted_cell to hadina_worker';
  end if;
end $$;
grant select (network_id, person_id, survivor_id) on core.same_person to hadina_worker;
grant select (region_code) on network.hub to hadina_worker;
grant select (xid) on core.event to hadina_report;

create table evidence.frozen_month (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid,
  month text not null check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  head_seq bigint not null check (head_seq > 0),
  head_hash bytea not null check (octet_length(head_hash) = 32),
  frozen_at timestamptz not null,
  frozen_by uuid,
  primary key (network_id, id),
  unique nulls not distinct (network_id, hub_id, month),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, frozen_by) references network.account (network_id, id)
);
comment on table evidence.frozen_month is 'A month whose figures stand as they were counted; nothing unfreezes it';
comment on column evidence.frozen_month.network_id is 'The network; first in every key';
comment on column evidence.frozen_month.id is 'UUIDv7';
comment on column evidence.frozen_month.hub_id is 'The hub; empty: the network as its readers see it, with small numbers kept back';
comment on column evidence.frozen_month.month is 'The month, as 2026-04';
comment on column evidence.frozen_month.head_seq is 'How many events were sealed; whatever is sealed later came later';
comment on column evidence.frozen_month.head_hash is 'The seal of that moment';
comment on column evidence.frozen_month.frozen_at is 'When';
comment on column evidence.frozen_month.frozen_by is 'By whom';
create index frozen_month_of_hub on evidence.frozen_month (network_id, hub_id);
create index frozen_month_by on evidence.frozen_month (network_id, frozen_by);

create table evidence.frozen_figure (
  network_id uuid not null,
  frozen_id uuid not null,
  hub_id uuid,
  figure text not null,
  version integer,
  cut text not null,
  key text not null,
  value numeric(20, 4),
  events bigint,
  kept boolean not null,
  primary key (network_id, frozen_id, figure, cut, key),
  foreign key (network_id, frozen_id) references evidence.frozen_month (network_id, id),
  check (not (kept and (value is not null or events is not null)))
);
comment on table evidence.frozen_figure is 'One number of a frozen month as its readers saw it';
comment on column evidence.frozen_figure.network_id is 'The network; first in every key';
comment on column evidence.frozen_figure.frozen_id is 'The frozen month';
comment on column evidence.frozen_figure.hub_id is 'The hub of the month; repeated because access compares columns of the row';
comment on column evidence.frozen_figure.figure is 'Code of a declared figure, or the indicator''s identifier';
comment on column evidence.frozen_figure.version is 'Version of the indicator that counted; empty for a declared figure';
comment on column evidence.frozen_figure.cut is 'What divides it; empty for the whole';
comment on column evidence.frozen_figure.key is 'Value of the cut';
comment on column evidence.frozen_figure.value is 'The number; empty when kept back or when there is none';
comment on column evidence.frozen_figure.events is 'How many events stood behind it';
comment on column evidence.frozen_figure.kept is 'It is kept back, being small or telling a small one';
create index frozen_figure_of_hub on evidence.frozen_figure (network_id, hub_id);

alter table evidence.frozen_month enable row level security;
alter table evidence.frozen_month force row level security;
alter table evidence.frozen_figure enable row level security;
alter table evidence.frozen_figure force row level security;
create policy frozen_month_read on evidence.frozen_month for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id is null or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy frozen_month_write on evidence.frozen_month for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and frozen_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy frozen_figure_read on evidence.frozen_figure for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id is null or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy frozen_figure_write on evidence.frozen_figure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((hub_id is null and (select current_setting('app.manages_network', true)) = 'yes') or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on evidence.frozen_month, evidence.frozen_figure to hadina_app;
grant select (network_id, id, hub_id, month, head_seq, head_hash, frozen_at) on evidence.frozen_month to hadina_report;
grant select on evidence.frozen_figure to hadina_report;
