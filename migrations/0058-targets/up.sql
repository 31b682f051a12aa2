-- What was promised of an indicator, where and until when, in versions; who pays which part of a programme, from which day to which; what a
-- programme cost at a hub, at which rate money is compared, and what a hub lives on. Nothing here names a person.
-- Jobs of women, of youth and full-time equivalents are counted apart.
alter table evidence.indicator_version drop constraint indicator_version_unit_check;
alter table evidence.indicator_version add constraint indicator_version_unit_check check (unit in
  ('person', 'organization', 'visit', 'household', 'project', 'agreement', 'job', 'job_female', 'job_young', 'fte', 'amount', 'entry', 'professional', 'other'));

create table evidence.target (
  network_id uuid not null,
  id uuid not null,
  indicator_id uuid not null,
  level text not null check (level in ('hub', 'region', 'programme', 'funder', 'network')),
  hub_id uuid,
  region_code text references network.territory (code),
  programme_id uuid,
  funder_id uuid,
  scope text not null generated always as (coalesce(hub_id::text, region_code, programme_id::text, funder_id::text, 'network')) stored,
  belongs_to text not null generated always as (coalesce(hub_id::text, 'network')) stored,
  first_from date not null,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, id, belongs_to),
  unique (network_id, indicator_id, level, scope, first_from),
  foreign key (network_id, indicator_id) references evidence.indicator (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, funder_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check ((level = 'hub') = (hub_id is not null)),
  check ((level = 'region') = (region_code is not null)),
  check ((level = 'programme') = (programme_id is not null)),
  check ((level = 'funder') = (funder_id is not null))
);
create index target_of_indicator on evidence.target (network_id, indicator_id);
create index target_of_hub on evidence.target (network_id, hub_id);
create index target_of_region on evidence.target (network_id, region_code);
create index target_of_programme on evidence.target (network_id, programme_id);
create index target_of_funder on evidence.target (network_id, funder_id);
create index target_by_account on evidence.target (network_id, opened_by);

create table evidence.target_version (
  network_id uuid not null,
  target_id uuid not null,
  hub_id uuid,
  belongs_to text not null generated always as (coalesce(hub_id::text, 'network')) stored,
  version integer not null check (version > 0),
  from_on date not null,
  to_on date not null,
  value numeric(20, 4) not null check (value > 0),
  since date not null,
  reason text check (length(reason) between 2 and 500),
  said_by text not null check (length(said_by) between 2 and 300),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, target_id, version),
  foreign key (network_id, target_id, belongs_to) references evidence.target (network_id, id, belongs_to),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (from_on <= to_on),
  check ((version = 1) = (reason is null))
);
create index target_version_of_hub on evidence.target_version (network_id, hub_id);
create index target_version_by_account on evidence.target_version (network_id, set_by);

create table evidence.funder_share (
  network_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  funder_id uuid not null,
  share_ten_thousandths integer not null check (share_ten_thousandths between 1 and 10000),
  from_on date not null,
  to_on date,
  said_by text not null check (length(said_by) between 2 and 300),
  ended_why text check (length(ended_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, funder_id) references network.organization (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (to_on is null or from_on <= to_on)
);
create index funder_share_of_programme on evidence.funder_share (network_id, programme_id);
create index funder_share_of_funder on evidence.funder_share (network_id, funder_id);
create index funder_share_by_account on evidence.funder_share (network_id, set_by);

-- On no day may the parts of a programme be more than the whole; two who write at once are held apart by a lock of the programme.
create function evidence.shares_within_whole() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.network_id::text || new.programme_id::text, 58));
  if exists (
    select from (select new.from_on as day union select s.from_on from evidence.funder_share s
      where s.network_id = new.network_id and s.programme_id = new.programme_id and s.from_on >= new.from_on and (new.to_on is null or s.from_on <= new.to_on)) as days
    where (select sum(s.share_ten_thousandths) from evidence.funder_share s where s.network_id = new.network_id and s.programme_id = new.programme_id
      and s.id <> new.id and s.from_on <= days.day and (s.to_on is null or s.to_on >= days.day)) + new.share_ten_thousandths > 10000
  ) then
    raise exception 'the shares of a programme are more than the whole' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger shares_within_whole before insert or update on evidence.funder_share for each row execute function evidence.shares_within_whole();

create table evidence.eligible_cost (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  programme_id uuid,
  indicator_id uuid not null,
  from_on date not null,
  to_on date not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 4),
  what text not null check (length(what) between 2 and 300),
  paper text check (length(paper) between 2 and 500),
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, indicator_id) references evidence.indicator (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (from_on <= to_on),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index eligible_cost_of_hub on evidence.eligible_cost (network_id, hub_id);
create index eligible_cost_of_programme on evidence.eligible_cost (network_id, programme_id);
create index eligible_cost_of_indicator on evidence.eligible_cost (network_id, indicator_id);
create index eligible_cost_by_account on evidence.eligible_cost (network_id, set_by);

create table evidence.exchange_rate (
  network_id uuid not null,
  id uuid not null,
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
  on_day date not null,
  rate numeric(20, 8) not null check (rate > 0),
  said_by text not null check (length(said_by) between 2 and 300),
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (from_currency <> to_currency),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index exchange_rate_of on evidence.exchange_rate (network_id, from_currency, to_currency, on_day);
create index exchange_rate_by_account on evidence.exchange_rate (network_id, set_by);

create table evidence.hub_revenue (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  year integer not null check (year between 2000 and 2099),
  kind text not null check (kind in ('dues', 'paid-services', 'grants', 'project-money')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 4),
  said_by text not null check (length(said_by) between 2 and 300),
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index hub_revenue_of on evidence.hub_revenue (network_id, hub_id, year);
create index hub_revenue_by_account on evidence.hub_revenue (network_id, set_by);

comment on table evidence.target is 'What was promised of an indicator, for a hub, a region, a programme, a funder or the network; how many stands in its versions';
comment on column evidence.target.network_id is 'The network; first in every key';
comment on column evidence.target.id is 'UUIDv7';
comment on column evidence.target.indicator_id is 'What is counted';
comment on column evidence.target.level is 'For whom it was promised';
comment on column evidence.target.hub_id is 'The hub, at level hub';
comment on column evidence.target.region_code is 'ISO 3166-2 of the region, at level region';
comment on column evidence.target.programme_id is 'The programme, at level programme';
comment on column evidence.target.funder_id is 'The body that pays, at level funder';
comment on column evidence.target.scope is 'Whose it is, as one word: the same thing is promised once from one day on';
comment on column evidence.target.belongs_to is 'The hub or the network, as one word: a version belongs where its target does';
comment on column evidence.target.first_from is 'First day of the first version';
comment on column evidence.target.opened_at is 'When it was written';
comment on column evidence.target.opened_by is 'The account that wrote it';
comment on table evidence.target_version is 'How many until when; re-scoping is a new row with its reason and the first stays';
comment on column evidence.target_version.network_id is 'The network; first in every key';
comment on column evidence.target_version.target_id is 'The target';
comment on column evidence.target_version.hub_id is 'Its hub at level hub; repeated because access compares columns of the row';
comment on column evidence.target_version.belongs_to is 'The hub or the network, as one word';
comment on column evidence.target_version.version is '1 is the original';
comment on column evidence.target_version.from_on is 'First day of the period; without a period there is no target';
comment on column evidence.target_version.to_on is 'Last day of the period';
comment on column evidence.target_version.value is 'How many';
comment on column evidence.target_version.since is 'Day on which this version came into force';
comment on column evidence.target_version.reason is 'Why it changed; empty only for the original';
comment on column evidence.target_version.said_by is 'The paper that promises it';
comment on column evidence.target_version.set_at is 'When it was written';
comment on column evidence.target_version.set_by is 'The account that wrote it';
comment on table evidence.funder_share is 'Which part of a programme a body pays, from which day to which: what is reported to it of amounts and of things counted';
comment on column evidence.funder_share.network_id is 'The network; first in every key';
comment on column evidence.funder_share.id is 'UUIDv7';
comment on column evidence.funder_share.programme_id is 'The programme';
comment on column evidence.funder_share.funder_id is 'The body that pays';
comment on column evidence.funder_share.share_ten_thousandths is 'Its part in ten-thousandths: 8650 is 86.5 %';
comment on column evidence.funder_share.from_on is 'First day';
comment on column evidence.funder_share.to_on is 'Last day; empty: until it is ended';
comment on column evidence.funder_share.said_by is 'The contract that says so';
comment on column evidence.funder_share.ended_why is 'Why it ended';
comment on column evidence.funder_share.set_at is 'When it was written';
comment on column evidence.funder_share.set_by is 'The account that wrote it';
comment on table evidence.eligible_cost is 'What reaching an outcome cost at a hub, as the programme may be charged for it';
comment on column evidence.eligible_cost.network_id is 'The network; first in every key';
comment on column evidence.eligible_cost.id is 'UUIDv7';
comment on column evidence.eligible_cost.hub_id is 'The hub that spent it';
comment on column evidence.eligible_cost.programme_id is 'The programme that is charged';
comment on column evidence.eligible_cost.indicator_id is 'The outcome it paid for';
comment on column evidence.eligible_cost.from_on is 'First day it is about';
comment on column evidence.eligible_cost.to_on is 'Last day it is about';
comment on column evidence.eligible_cost.amount_minor is 'In the smallest unit of the currency';
comment on column evidence.eligible_cost.currency is 'ISO 4217';
comment on column evidence.eligible_cost.scale is 'Decimals of the currency';
comment on column evidence.eligible_cost.what is 'What it paid for, in words';
comment on column evidence.eligible_cost.paper is 'Where its papers lie';
comment on column evidence.eligible_cost.withdrawn_at is 'When it was taken back';
comment on column evidence.eligible_cost.withdrawn_why is 'Why';
comment on column evidence.eligible_cost.set_at is 'When it was written';
comment on column evidence.eligible_cost.set_by is 'The account that wrote it';
comment on table evidence.exchange_rate is 'What one unit of a currency was worth in another on a day, by which source';
comment on column evidence.exchange_rate.network_id is 'The network; first in every key';
comment on column evidence.exchange_rate.id is 'UUIDv7';
comment on column evidence.exchange_rate.from_currency is 'One unit of this, ISO 4217';
comment on column evidence.exchange_rate.to_currency is 'is worth so many of this';
comment on column evidence.exchange_rate.on_day is 'The day of the source';
comment on column evidence.exchange_rate.rate is 'How many';
comment on column evidence.exchange_rate.said_by is 'The source';
comment on column evidence.exchange_rate.withdrawn_at is 'When it was taken back';
comment on column evidence.exchange_rate.withdrawn_why is 'Why';
comment on column evidence.exchange_rate.set_at is 'When it was written';
comment on column evidence.exchange_rate.set_by is 'The account that wrote it';
comment on table evidence.hub_revenue is 'What a hub lived on in a year, by kind';
comment on column evidence.hub_revenue.network_id is 'The network; first in every key';
comment on column evidence.hub_revenue.id is 'UUIDv7';
comment on column evidence.hub_revenue.hub_id is 'The hub';
comment on column evidence.hub_revenue.year is 'Calendar year';
comment on column evidence.hub_revenue.kind is 'dues of members, services paid for, grants without a project, money of projects';
comment on column evidence.hub_revenue.amount_minor is 'In the smallest unit of the currency';
comment on column evidence.hub_revenue.currency is 'ISO 4217';
comment on column evidence.hub_revenue.scale is 'Decimals of the currency';
comment on column evidence.hub_revenue.said_by is 'The account or paper that says so';
comment on column evidence.hub_revenue.withdrawn_at is 'When it was taken back';
comment on column evidence.hub_revenue.withdrawn_why is 'Why';
comment on column evidence.hub_revenue.set_at is 'When it was written';
comment on column evidence.hub_revenue.set_by is 'The account that wrote it';
comment on function evidence.shares_within_whole is 'Refuses a share that would make the parts of a programme more than the whole on any day';
alter table evidence.target enable row level security;
alter table evidence.target force row level security;
alter table evidence.target_version enable row level security;
alter table evidence.target_version force row level security;
alter table evidence.funder_share enable row level security;
alter table evidence.funder_share force row level security;
alter table evidence.eligible_cost enable row level security;
alter table evidence.eligible_cost force row level security;
alter table evidence.exchange_rate enable row level security;
alter table evidence.exchange_rate force row level security;
alter table evidence.hub_revenue enable row level security;
alter table evidence.hub_revenue force row level security;
create policy target_read on evidence.target for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy target_write on evidence.target for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and opened_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy target_version_read on evidence.target_version for select to hadina_app, hadina_report
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy target_version_write on evidence.target_version for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy funder_share_read on evidence.funder_share for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy funder_share_write on evidence.funder_share for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes'
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy funder_share_change on evidence.funder_share for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy eligible_cost_read on evidence.eligible_cost for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy eligible_cost_write on evidence.eligible_cost for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy eligible_cost_change on evidence.eligible_cost for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy exchange_rate_read on evidence.exchange_rate for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy exchange_rate_write on evidence.exchange_rate for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes'
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy exchange_rate_change on evidence.exchange_rate for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy hub_revenue_read on evidence.hub_revenue for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy hub_revenue_write on evidence.hub_revenue for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy hub_revenue_change on evidence.hub_revenue for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
grant select, insert on evidence.target, evidence.target_version, evidence.funder_share, evidence.eligible_cost, evidence.exchange_rate, evidence.hub_revenue to hadina_app;
grant update (to_on, ended_why) on evidence.funder_share to hadina_app;
grant update (withdrawn_at, withdrawn_why) on evidence.eligible_cost, evidence.exchange_rate, evidence.hub_revenue to hadina_app;
grant select (network_id, id, indicator_id, level, hub_id, region_code, programme_id, funder_id, scope, first_from) on evidence.target to hadina_report;
grant select (network_id, target_id, hub_id, version, from_on, to_on, value, since, reason, said_by) on evidence.target_version to hadina_report;
