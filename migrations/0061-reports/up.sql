-- Reports to those who finance or supervise. A draft shows figures as they are; freezing prints each of them with its proof. What the hub
-- reads exactly and what a reader outside is told stand in two tables, so that her rows hold no small number at all. Nothing here names a person.
create schema reports;
comment on schema reports is 'Reports: composed, frozen with their proofs, delivered to one reader each';
grant usage on schema reports to hadina_app;

create table reports.report (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  template text not null check (template in ('medtown', 'jisr', 'own')),
  titles jsonb not null check (jsonb_typeof(titles) = 'object' and titles <> '{}'),
  sections jsonb not null check (jsonb_typeof(sections) = 'array' and jsonb_array_length(sections) <= 12),
  indicator_ids uuid[] not null check (cardinality(indicator_ids) between 1 and 60),
  from_month text not null check (from_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  to_month text not null check (to_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  programme_id uuid,
  opened_at timestamptz not null,
  opened_by uuid,
  changed_at timestamptz not null,
  frozen_at timestamptz,
  frozen_by uuid,
  schedule_id uuid,
  primary key (network_id, id),
  unique (network_id, hub_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  foreign key (network_id, frozen_by) references network.account (network_id, id),
  check (from_month <= to_month),
  check (frozen_by is null or frozen_at is not null)
);
comment on table reports.report is 'A report to those who finance or supervise: what it tells, over which months, for whom; draft until it is frozen';
comment on column reports.report.network_id is 'The network; first in every key';
comment on column reports.report.id is 'UUIDv7';
comment on column reports.report.hub_id is 'The hub whose figures it holds';
comment on column reports.report.template is 'What it was composed from';
comment on column reports.report.titles is 'Its title by language';
comment on column reports.report.sections is 'What it tells around the figures: heading and words by language, in order';
comment on column reports.report.indicator_ids is 'What is counted, in the order of the page';
comment on column reports.report.from_month is 'First month';
comment on column reports.report.to_month is 'Last month';
comment on column reports.report.programme_id is 'The programme or project it reports on; its targets stand beside the figures';
comment on column reports.report.opened_at is 'When it was begun';
comment on column reports.report.opened_by is 'By whom; empty: by the house, on schedule';
comment on column reports.report.changed_at is 'When its words were last changed';
comment on column reports.report.frozen_at is 'When its figures were printed; from then on nothing of it changes';
comment on column reports.report.frozen_by is 'By whom';
comment on column reports.report.schedule_id is 'The schedule it was made on';

create table reports.number (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  report_id uuid not null,
  place integer not null check (place > 0),
  value numeric(20, 4),
  events integer not null check (events >= 0),
  left_out jsonb not null check (jsonb_typeof(left_out) = 'array'),
  stated_ids uuid[] not null,
  primary key (network_id, id),
  unique (network_id, report_id, place),
  foreign key (network_id, hub_id, report_id) references reports.report (network_id, hub_id, id)
);
comment on table reports.number is 'A number of a frozen report as the hub printed it, with the targets beside it; never changed';
comment on column reports.number.network_id is 'The network; first in every key';
comment on column reports.number.id is 'The identifier printed beside the number; that of the printed figure where it is counted from events';
comment on column reports.number.hub_id is 'Its hub; repeated here because access compares columns of the row';
comment on column reports.number.report_id is 'The report';
comment on column reports.number.place is 'Where it stands in the report; 1 is the first';
comment on column reports.number.value is 'The number; empty where no definition was in force';
comment on column reports.number.events is 'How many events stood behind it';
comment on column reports.number.left_out is 'What was looked at and left out: reason and how many';
comment on column reports.number.stated_ids is 'The stated numbers it is made of, where it is not counted from events';

create table reports.said_number (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  report_id uuid not null,
  place integer not null check (place > 0),
  indicator_id uuid not null,
  version integer,
  figure_id uuid,
  target_first numeric(20, 4),
  target_now numeric(20, 4),
  said text not null check (said in ('exact', 'at_least', 'kept', 'none')),
  value numeric(20, 4),
  left_out jsonb not null check (jsonb_typeof(left_out) = 'array'),
  head_seq bigint,
  head_hash bytea check (octet_length(head_hash) = 32),
  primary key (network_id, id),
  unique (network_id, report_id, place),
  foreign key (network_id, id) references reports.number (network_id, id),
  foreign key (network_id, hub_id, report_id) references reports.report (network_id, hub_id, id),
  foreign key (network_id, indicator_id) references evidence.indicator (network_id, id),
  foreign key (network_id, figure_id) references evidence.printed_figure (network_id, id),
  check ((said in ('kept', 'none')) = (value is null)),
  check ((head_seq is null) = (head_hash is null)),
  check (figure_id is null or figure_id = id)
);
comment on table reports.said_number is 'The same number as readers outside the hub are told it: exactly, as “at least”, or kept back; never changed';
comment on column reports.said_number.network_id is 'The network; first in every key';
comment on column reports.said_number.id is 'The identifier printed beside the number';
comment on column reports.said_number.hub_id is 'Its hub; repeated here because access compares columns of the row';
comment on column reports.said_number.report_id is 'The report';
comment on column reports.said_number.place is 'Where it stands in the report';
comment on column reports.said_number.indicator_id is 'The indicator';
comment on column reports.said_number.version is 'The version of its definition; empty where none was in force';
comment on column reports.said_number.figure_id is 'The figure as it was printed at the hub, where it is counted from events';
comment on column reports.said_number.target_first is 'The first target set for it';
comment on column reports.said_number.target_now is 'The target in force when the report was frozen';
comment on column reports.said_number.said is 'How it is told outside: exact, at least so many, kept back, or not counted at all';
comment on column reports.said_number.value is 'What is told; empty where it is kept back';
comment on column reports.said_number.left_out is 'What was left out: reason and how many, where that is of nobody';
comment on column reports.said_number.head_seq is 'How many events were sealed when it was read';
comment on column reports.said_number.head_hash is 'The seal of that moment';

create table reports.delivery (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  report_id uuid not null,
  account_id uuid not null,
  sent_at timestamptz not null,
  sent_by uuid,
  until_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, report_id) references reports.report (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, sent_by) references network.account (network_id, id),
  check (sent_at < until_at)
);
comment on table reports.delivery is 'A frozen report handed to one reader, who opens it signed in, until a day';
comment on column reports.delivery.network_id is 'The network; first in every key';
comment on column reports.delivery.id is 'The link, of no use to anybody else';
comment on column reports.delivery.hub_id is 'The hub that delivers';
comment on column reports.delivery.report_id is 'The report';
comment on column reports.delivery.account_id is 'The only account that opens it';
comment on column reports.delivery.sent_at is 'When it was delivered';
comment on column reports.delivery.sent_by is 'By whom; empty: by the house, on schedule';
comment on column reports.delivery.until_at is 'After that it opens no more';
comment on column reports.delivery.withdrawn_at is 'When it was taken back';

create table reports.schedule (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  report_id uuid not null,
  account_id uuid not null,
  every text not null check (every in ('month', 'quarter')),
  next_month text not null check (next_month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  set_at timestamptz not null,
  set_by uuid,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id, report_id) references reports.report (network_id, hub_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id)
);
comment on table reports.schedule is 'A report that is made, frozen and delivered again each time its months are over';
comment on column reports.schedule.network_id is 'The network; first in every key';
comment on column reports.schedule.id is 'UUIDv7';
comment on column reports.schedule.hub_id is 'The hub that delivers';
comment on column reports.schedule.report_id is 'The report whose words and indicators are taken';
comment on column reports.schedule.account_id is 'The reader';
comment on column reports.schedule.every is 'How often';
comment on column reports.schedule.next_month is 'The first month of the next one';
comment on column reports.schedule.set_at is 'When it was set';
comment on column reports.schedule.set_by is 'By whom';
comment on column reports.schedule.ended_at is 'When it ended: by hand, or because the reader may read no more';
alter table reports.report add foreign key (network_id, schedule_id) references reports.schedule (network_id, id);

create index report_of_hub on reports.report (network_id, hub_id, opened_at desc);
create index report_of_programme on reports.report (network_id, programme_id);
create index report_opened_by on reports.report (network_id, opened_by);
create index report_frozen_by on reports.report (network_id, frozen_by);
create index report_on_schedule on reports.report (network_id, schedule_id);
create index number_of_report on reports.number (network_id, hub_id, report_id);
create index said_number_of_report on reports.said_number (network_id, hub_id, report_id);
create index said_number_of_indicator on reports.said_number (network_id, indicator_id);
create index said_number_of_figure on reports.said_number (network_id, figure_id);
create index delivery_of_report on reports.delivery (network_id, hub_id, report_id);
create index delivery_to on reports.delivery (network_id, account_id, report_id);
create index delivery_sent_by on reports.delivery (network_id, sent_by);
create index schedule_of_report on reports.schedule (network_id, hub_id, report_id);
create index schedule_to on reports.schedule (network_id, account_id);
create index schedule_set_by on reports.schedule (network_id, set_by);

alter table reports.report enable row level security;
alter table reports.report force row level security;
alter table reports.number enable row level security;
alter table reports.number force row level security;
alter table reports.said_number enable row level security;
alter table reports.said_number force row level security;
alter table reports.delivery enable row level security;
alter table reports.delivery force row level security;
alter table reports.schedule enable row level security;
alter table reports.schedule force row level security;
create policy report_read on reports.report for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or (frozen_at is not null and exists (select from reports.delivery d where d.network_id = report.network_id and d.report_id = report.id and d.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and d.withdrawn_at is null and (d.until_at > now() or (select current_setting('app.demo', true)) = 'yes')))));
create policy report_open on reports.report for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
    and opened_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy report_change on reports.report for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy number_read on reports.number for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy number_print on reports.number for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy said_number_read on reports.said_number for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
      or exists (select from reports.delivery d where d.network_id = said_number.network_id and d.report_id = said_number.report_id and d.account_id = (select nullif(current_setting('app.account', true), '')::uuid) and d.withdrawn_at is null and (d.until_at > now() or (select current_setting('app.demo', true)) = 'yes'))));
create policy said_number_print on reports.said_number for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy delivery_read on reports.delivery for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy delivery_send on reports.delivery for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
    and sent_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy delivery_withdraw on reports.delivery for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy schedule_read on reports.schedule for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy schedule_set on reports.schedule for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy schedule_go_on on reports.schedule for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on reports.report, reports.number, reports.said_number, reports.delivery, reports.schedule to hadina_app;
grant update (titles, sections, indicator_ids, from_month, to_month, programme_id, changed_at, frozen_at, frozen_by) on reports.report to hadina_app;
grant update (withdrawn_at) on reports.delivery to hadina_app;
grant update (next_month, ended_at) on reports.schedule to hadina_app;

-- What was frozen stays as it was frozen; what was taken back stays taken back.
create function reports.keep_frozen() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a frozen report stays as it is' using errcode = 'check_violation', constraint = 'report_stays';
end $$;
comment on function reports.keep_frozen is 'Refuses to change a report that was frozen';
create trigger keep_frozen before update on reports.report for each row when (old.frozen_at is not null) execute function reports.keep_frozen();
create function reports.keep_taken_back() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a delivery is taken back once' using errcode = 'check_violation', constraint = 'delivery_stays';
end $$;
comment on function reports.keep_taken_back is 'Refuses to give back a delivery that was taken back';
create trigger keep_taken_back before update on reports.delivery for each row when (old.withdrawn_at is not null) execute function reports.keep_taken_back();
