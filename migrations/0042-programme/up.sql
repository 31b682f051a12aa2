-- Strategy, programme, project: who funds them, who takes part from which day, what they promised and who said so; and the committees
-- that follow them. Nothing here names a person: a seat is held by a body, and at most by an account of the staff.
create schema programme;
comment on schema programme is 'Strategies, programmes and projects, their funders, partners, targets and committees';
grant usage on schema programme to hadina_app;

create table programme.programme (
  network_id uuid not null,
  id uuid not null,
  level text not null check (level in ('strategy', 'programme', 'project')),
  parent_id uuid,
  parent_level text,
  predecessor_id uuid,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  territory_code text references network.territory (code),
  lead_organization_id uuid,
  starts_on date not null,
  ends_on date,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_on date,
  listed boolean not null,
  sensitive boolean not null default false,
  opened_at timestamptz not null,
  opened_by uuid,
  primary key (network_id, id),
  unique (network_id, code),
  unique (network_id, id, level),
  foreign key (network_id, parent_id, parent_level) references programme.programme (network_id, id, level),
  foreign key (network_id, predecessor_id, level) references programme.programme (network_id, id, level),
  foreign key (network_id, lead_organization_id) references network.organization (network_id, id),
  foreign key (network_id, opened_by) references network.account (network_id, id),
  check ((parent_id is null) = (parent_level is null)),
  check (parent_level is null or (level = 'programme' and parent_level = 'strategy') or (level = 'project' and parent_level in ('strategy', 'programme'))),
  check (predecessor_id <> id),
  check (starts_on <= ends_on),
  check ((state = 'closed') = (closed_on is not null))
);
comment on table programme.programme is 'A strategy, a programme of it, or a project: for some years, led by a body (domain.md 2.2, 0.3)';
comment on column programme.programme.network_id is 'The network; first in every key';
comment on column programme.programme.id is 'UUIDv7';
comment on column programme.programme.level is 'Which rung: a strategy holds programmes, a programme holds projects';
comment on column programme.programme.parent_id is 'What it belongs to';
comment on column programme.programme.parent_level is 'The rung of what it belongs to, repeated so that a tree never turns into a ring';
comment on column programme.programme.predecessor_id is 'The phase before it: phase II knows phase I';
comment on column programme.programme.code is 'Its public address';
comment on column programme.programme.names is 'Its title by language, as its own papers write it';
comment on column programme.programme.about is 'What it is for, by language';
comment on column programme.programme.territory_code is 'Where it acts, when it is one country, region or town';
comment on column programme.programme.lead_organization_id is 'The body that leads it';
comment on column programme.programme.starts_on is 'First day, as now planned; earlier plans stand in period';
comment on column programme.programme.ends_on is 'Last day, as now planned; empty: none is set';
comment on column programme.programme.state is 'open, or closed for good';
comment on column programme.programme.closed_on is 'The day it was closed';
comment on column programme.programme.listed is 'Shown to everybody';
comment on column programme.programme.sensitive is 'It serves people in danger: what is shown to everybody says neither numbers nor places';
comment on column programme.programme.opened_at is 'When it was written here';
comment on column programme.programme.opened_by is 'By whom';
create index programme_tree on programme.programme (network_id, parent_id);
create unique index programme_follows on programme.programme (network_id, predecessor_id) where predecessor_id is not null;
create index programme_lead on programme.programme (network_id, lead_organization_id);
alter table programme.programme enable row level security;
alter table programme.programme force row level security;
create policy programme_read on programme.programme for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (listed or (select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy programme_open on programme.programme for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy programme_change on programme.programme for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.programme to hadina_app;
grant update (names, about, predecessor_id, lead_organization_id, starts_on, ends_on, state, closed_on, listed, sensitive) on programme.programme to hadina_app;

create table programme.period (
  network_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version > 0),
  starts_on date not null,
  ends_on date,
  said_by text not null check (length(said_by) between 2 and 300),
  reason text check (length(reason) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, programme_id, version),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (starts_on <= ends_on),
  check (version = 1 or reason is not null)
);
comment on table programme.period is 'From when to when it was planned, each time that was said; nothing is overwritten';
comment on column programme.period.network_id is 'The network; first in every key';
comment on column programme.period.programme_id is 'The strategy, programme or project';
comment on column programme.period.version is '1 is what was announced first';
comment on column programme.period.starts_on is 'First day';
comment on column programme.period.ends_on is 'Last day; empty: none was set';
comment on column programme.period.said_by is 'Where this comes from: a document, a decision, a page; two sources may disagree and both stay';
comment on column programme.period.reason is 'Why it changed; empty only for the first';
comment on column programme.period.set_at is 'When it was written';
comment on column programme.period.set_by is 'The account that wrote it';
alter table programme.period enable row level security;
alter table programme.period force row level security;
create policy period_read on programme.period for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy period_write on programme.period for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.period to hadina_app;

create table programme.cost (
  network_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  scale smallint not null check (scale between 0 and 4),
  approximate boolean not null,
  said_by text not null check (length(said_by) between 2 and 300),
  said_on date,
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 2 and 500),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, programme_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table programme.cost is 'What it costs in all, as one source has it; sources that disagree stand side by side (domain.md 3.8)';
comment on column programme.cost.network_id is 'The network; first in every key';
comment on column programme.cost.id is 'UUIDv7';
comment on column programme.cost.programme_id is 'The strategy, programme or project';
comment on column programme.cost.amount_minor is 'The whole amount in minor units of the currency';
comment on column programme.cost.currency is 'ISO 4217';
comment on column programme.cost.scale is 'How many decimals the minor unit stands for: 3 for TND and JOD, 2 for MAD and EUR';
comment on column programme.cost.approximate is 'The source says about';
comment on column programme.cost.said_by is 'Where this comes from: a document, a decision, a page; two sources may disagree and both stay';
comment on column programme.cost.said_on is 'The day the source is of';
comment on column programme.cost.withdrawn_at is 'When it was taken back because it had been mistyped';
comment on column programme.cost.withdrawn_why is 'Why';
comment on column programme.cost.set_at is 'When it was written';
comment on column programme.cost.set_by is 'The account that wrote it';
create index cost_of_programme on programme.cost (network_id, programme_id);
alter table programme.cost enable row level security;
alter table programme.cost force row level security;
create policy cost_read on programme.cost for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy cost_write on programme.cost for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy cost_change on programme.cost for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.cost to hadina_app;
grant update (withdrawn_at, withdrawn_why) on programme.cost to hadina_app;

create table programme.funding_share (
  network_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  cost_id uuid not null,
  organization_id uuid,
  names jsonb not null default '{}' check (jsonb_typeof(names) = 'object'),
  activity jsonb not null default '{}' check (jsonb_typeof(activity) = 'object'),
  share_ten_thousandths integer check (share_ten_thousandths between 1 and 10000),
  amount_minor bigint check (amount_minor > 0),
  approximate boolean not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, programme_id, cost_id) references programme.cost (network_id, programme_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (num_nonnulls(share_ten_thousandths, amount_minor) >= 1),
  check (organization_id is not null or names <> '{}')
);
comment on table programme.funding_share is 'Who pays which part of a cost, by share or by amount as the source gives it; what the parts leave over is shown';
comment on column programme.funding_share.network_id is 'The network; first in every key';
comment on column programme.funding_share.id is 'UUIDv7';
comment on column programme.funding_share.programme_id is 'The strategy, programme or project';
comment on column programme.funding_share.cost_id is 'The cost it is a part of, and so its source and currency';
comment on column programme.funding_share.organization_id is 'The body that pays; empty when the source names several together';
comment on column programme.funding_share.names is 'How the source calls those who pay, by language, when they are not one body';
comment on column programme.funding_share.activity is 'The activity this part is for, by language; empty: the whole';
comment on column programme.funding_share.share_ten_thousandths is 'The share as the source gives it: 8650 is 86.50 %';
comment on column programme.funding_share.amount_minor is 'The amount as the source gives it, in minor units of the cost';
comment on column programme.funding_share.approximate is 'The source says about';
comment on column programme.funding_share.set_at is 'When it was written';
comment on column programme.funding_share.set_by is 'The account that wrote it';
create index share_of_cost on programme.funding_share (network_id, programme_id, cost_id);
create index share_of_body on programme.funding_share (network_id, organization_id);
alter table programme.funding_share enable row level security;
alter table programme.funding_share force row level security;
create policy funding_share_read on programme.funding_share for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy funding_share_write on programme.funding_share for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.funding_share to hadina_app;

create table programme.partner (
  network_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  organization_id uuid,
  hub_id uuid,
  role text not null check (role in ('lead', 'partner', 'operator', 'host', 'associate')),
  activity jsonb not null default '{}' check (jsonb_typeof(activity) = 'object'),
  country text check (country ~ '^[A-Z]{2}$'),
  agreement_id uuid,
  since date not null,
  until date,
  ended_reason text check (length(ended_reason) between 2 and 500),
  replaces_id uuid,
  said_by text not null check (length(said_by) between 2 and 300),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, programme_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, agreement_id) references network.agreement (network_id, id),
  foreign key (network_id, programme_id, replaces_id) references programme.partner (network_id, programme_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (num_nonnulls(organization_id, hub_id) = 1),
  check (since <= until),
  check ((until is null) = (ended_reason is null)),
  check (replaces_id <> id)
);
comment on table programme.partner is 'A body or a hub that takes part, from a day to a day: what was done is its doing by date (domain.md rule 11)';
comment on column programme.partner.network_id is 'The network; first in every key';
comment on column programme.partner.id is 'UUIDv7';
comment on column programme.partner.programme_id is 'The strategy, programme or project';
comment on column programme.partner.organization_id is 'The body';
comment on column programme.partner.hub_id is 'Or the hub';
comment on column programme.partner.role is 'lead answers to the funder; operator runs it on the ground; host gives a place; associate takes part without money';
comment on column programme.partner.activity is 'What it does in it, by language';
comment on column programme.partner.country is 'The country it stands for, where several take part';
comment on column programme.partner.agreement_id is 'The agreement it works under; once that is over it may read and no longer write';
comment on column programme.partner.since is 'First day';
comment on column programme.partner.until is 'Last day; empty: still';
comment on column programme.partner.ended_reason is 'Why it ended';
comment on column programme.partner.replaces_id is 'The partner whose place it took';
comment on column programme.partner.said_by is 'Where this comes from: a document, a decision, a page; two sources may disagree and both stay';
comment on column programme.partner.set_at is 'When it was written';
comment on column programme.partner.set_by is 'The account that wrote it';
create unique index partner_once on programme.partner (network_id, programme_id, organization_id) where until is null and organization_id is not null;
create unique index hub_once on programme.partner (network_id, programme_id, hub_id) where until is null and hub_id is not null;
create unique index partner_replaced_once on programme.partner (network_id, replaces_id) where replaces_id is not null;
create index partner_of_body on programme.partner (network_id, organization_id);
create index partner_of_hub on programme.partner (network_id, hub_id);
alter table programme.partner enable row level security;
alter table programme.partner force row level security;
create policy partner_read on programme.partner for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy partner_write on programme.partner for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy partner_change on programme.partner for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.partner to hadina_app;
grant update (until, ended_reason) on programme.partner to hadina_app;

create table programme.target (
  network_id uuid not null,
  programme_id uuid not null,
  indicator text not null check (indicator ~ '^[a-z][a-z0-9-]{1,59}$'),
  territory_code text references network.territory (code),
  sex text not null check (sex in ('all', 'female', 'male')),
  version integer not null check (version > 0),
  value bigint not null check (value >= 0),
  since date not null,
  reason text check (length(reason) between 2 and 500),
  said_by text not null check (length(said_by) between 2 and 300),
  set_at timestamptz not null,
  set_by uuid,
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (version = 1 or reason is not null)
);
comment on table programme.target is 'What was promised: how many of what, where, women and men apart. A new number is a new version; none is ever changed (domain.md rule 8)';
comment on column programme.target.network_id is 'The network; first in every key';
comment on column programme.target.programme_id is 'The strategy, programme or project';
comment on column programme.target.indicator is 'What is counted; a code with words';
comment on column programme.target.territory_code is 'The region or province; empty: the whole programme';
comment on column programme.target.sex is 'Women, men, or whoever';
comment on column programme.target.version is '1 is what was promised first';
comment on column programme.target.value is 'How many';
comment on column programme.target.since is 'From which day it holds';
comment on column programme.target.reason is 'Why it changed; empty only for the first';
comment on column programme.target.said_by is 'Where this comes from: a document, a decision, a page; two sources may disagree and both stay';
comment on column programme.target.set_at is 'When it was written';
comment on column programme.target.set_by is 'The account that wrote it';
create unique index target_version on programme.target (network_id, programme_id, indicator, coalesce(territory_code, ''), sex, version);
alter table programme.target enable row level security;
alter table programme.target force row level security;
create policy target_read on programme.target for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy target_write on programme.target for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.target to hadina_app;

create table programme.controller (
  network_id uuid not null,
  programme_id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  since date not null,
  until date,
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, programme_id, hub_id, organization_id, since),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id, organization_id) references network.controller (network_id, hub_id, organization_id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (since <= until)
);
comment on table programme.controller is 'Which body answers for personal data of a programme at a hub; its duties stand with that hub (domain.md rule 6)';
comment on column programme.controller.network_id is 'The network; first in every key';
comment on column programme.controller.programme_id is 'The strategy, programme or project';
comment on column programme.controller.hub_id is 'The hub';
comment on column programme.controller.organization_id is 'The body that answers there';
comment on column programme.controller.since is 'First day';
comment on column programme.controller.until is 'Last day; empty: still';
comment on column programme.controller.set_at is 'When it was written';
comment on column programme.controller.set_by is 'The account that wrote it';
create index controller_of_hub on programme.controller (network_id, hub_id);
alter table programme.controller enable row level security;
alter table programme.controller force row level security;
create policy controller_read on programme.controller for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and programme_id in (select p.id from programme.programme p where p.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy controller_write on programme.controller for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
create policy controller_change on programme.controller for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes');
grant select, insert on programme.controller to hadina_app;
grant update (until) on programme.controller to hadina_app;

create table programme.committee (
  network_id uuid not null,
  id uuid not null,
  programme_id uuid,
  hub_id uuid,
  territory_code text references network.territory (code),
  belongs_to text not null generated always as (coalesce(hub_id::text, territory_code, 'network')) stored,
  kind text not null check (kind in ('coordination', 'steering', 'selection', 'funding')),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  quorum smallint not null check (quorum between 1 and 200),
  opened_on date not null,
  closed_on date,
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  foreign key (network_id, programme_id) references programme.programme (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  unique (network_id, id, belongs_to),
  check (num_nonnulls(hub_id, territory_code) <= 1),
  check (opened_on <= closed_on)
);
comment on table programme.committee is 'A committee: of the network, of a region, or of a hub; it coordinates, steers, selects or grants (domain.md 1.9)';
comment on column programme.committee.network_id is 'The network; first in every key';
comment on column programme.committee.id is 'UUIDv7';
comment on column programme.committee.programme_id is 'The programme it follows; empty: all of its area';
comment on column programme.committee.hub_id is 'The hub it belongs to';
comment on column programme.committee.territory_code is 'Or the region it belongs to; neither: the whole network';
comment on column programme.committee.belongs_to is 'The hub, the region or the network, as one word: a seat belongs where its committee does';
comment on column programme.committee.kind is 'What it is for';
comment on column programme.committee.names is 'Its name by language';
comment on column programme.committee.quorum is 'How many voting members must be there to decide';
comment on column programme.committee.opened_on is 'Since when';
comment on column programme.committee.closed_on is 'Until when';
comment on column programme.committee.set_at is 'When it was written';
comment on column programme.committee.set_by is 'The account that wrote it';
create index committee_of_hub on programme.committee (network_id, hub_id);
create index committee_of_region on programme.committee (network_id, territory_code);
create index committee_of_programme on programme.committee (network_id, programme_id);
alter table programme.committee enable row level security;
alter table programme.committee force row level security;
create table programme.committee_member (
  network_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  hub_id uuid,
  territory_code text,
  belongs_to text not null generated always as (coalesce(hub_id::text, territory_code, 'network')) stored,
  organization_id uuid,
  seat jsonb not null default '{}' check (jsonb_typeof(seat) = 'object'),
  account_id uuid,
  votes boolean not null,
  since date not null,
  until date,
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, committee_id, id),
  foreign key (network_id, committee_id, belongs_to) references programme.committee (network_id, id, belongs_to),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (organization_id is not null or account_id is not null or seat <> '{}'),
  check (since <= until)
);
comment on table programme.committee_member is 'A seat in a committee: a body, and the account of whoever sits there for it, if it has one';
comment on column programme.committee_member.network_id is 'The network; first in every key';
comment on column programme.committee_member.id is 'UUIDv7';
comment on column programme.committee_member.committee_id is 'The committee';
comment on column programme.committee_member.hub_id is 'The hub of the committee; repeated here because access compares columns of the row';
comment on column programme.committee_member.territory_code is 'The region of the committee; repeated here for the same reason';
comment on column programme.committee_member.belongs_to is 'The hub, the region or the network, as one word: a seat belongs where its committee does';
comment on column programme.committee_member.organization_id is 'The body that sits';
comment on column programme.committee_member.seat is 'What the seat is called, by language: chair, for the regional council';
comment on column programme.committee_member.account_id is 'The account of whoever sits for it; it may then read the committee';
comment on column programme.committee_member.votes is 'Counts for the quorum and in a vote';
comment on column programme.committee_member.since is 'First day';
comment on column programme.committee_member.until is 'Last day; empty: still';
comment on column programme.committee_member.set_at is 'When it was written';
comment on column programme.committee_member.set_by is 'The account that wrote it';
create unique index member_once on programme.committee_member (network_id, committee_id, account_id) where account_id is not null and until is null;
create unique index body_once on programme.committee_member (network_id, committee_id, organization_id) where organization_id is not null and account_id is null and until is null;
create index member_by_account on programme.committee_member (network_id, account_id);
create index member_of_hub on programme.committee_member (network_id, hub_id);
create index member_of_region on programme.committee_member (network_id, territory_code);
alter table programme.committee_member enable row level security;
alter table programme.committee_member force row level security;
-- Who sits in a committee is read by every account of the network: a reader of the committee is found through it, so its policies ask nothing of the committee.
create policy member_read on programme.committee_member for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy committee_read on programme.committee for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or (hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.money_hubs', true), ''), '{}')::uuid[])::uuid[]))
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))
      or id in (select m.committee_id from programme.committee_member m where m.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and m.account_id = (select nullif(current_setting('app.account', true), '')::uuid))));
create policy committee_name on programme.committee for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy committee_change on programme.committee for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))));
create policy member_name on programme.committee_member for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))));
create policy member_leave on programme.committee_member for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))));
grant select, insert on programme.committee, programme.committee_member to hadina_app;
grant update (quorum, closed_on) on programme.committee to hadina_app;
grant update (until) on programme.committee_member to hadina_app;

create table programme.meeting (
  network_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  number integer not null check (number > 0),
  held_on date not null,
  place text check (length(place) between 1 and 300),
  quorum smallint not null check (quorum > 0),
  present smallint not null check (present >= 0),
  quorum_reached boolean not null,
  minutes text check (length(minutes) <= 20000),
  language text not null check (language ~ '^[a-z]{2}$'),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, committee_id, number),
  unique (network_id, committee_id, id, quorum_reached),
  unique (network_id, id, quorum_reached),
  foreign key (network_id, committee_id) references programme.committee (network_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (quorum_reached = (present >= quorum))
);
comment on table programme.meeting is 'A meeting that was held, and whether enough were there to decide';
comment on column programme.meeting.network_id is 'The network; first in every key';
comment on column programme.meeting.id is 'UUIDv7';
comment on column programme.meeting.committee_id is 'The committee';
comment on column programme.meeting.number is 'Which meeting of this committee';
comment on column programme.meeting.held_on is 'The day';
comment on column programme.meeting.place is 'Where';
comment on column programme.meeting.quorum is 'How many voting members had to be there, that day';
comment on column programme.meeting.present is 'How many voting members were there';
comment on column programme.meeting.quorum_reached is 'Were there enough; what it decides refers to this';
comment on column programme.meeting.minutes is 'What was said, in the language it was written in';
comment on column programme.meeting.language is 'The language of the minutes';
comment on column programme.meeting.set_at is 'When it was written';
comment on column programme.meeting.set_by is 'The account that wrote it';
create index meeting_newest on programme.meeting (network_id, committee_id, held_on desc);
alter table programme.meeting enable row level security;
alter table programme.meeting force row level security;
create policy meeting_read on programme.meeting for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy meeting_write on programme.meeting for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on programme.meeting to hadina_app;

create table programme.presence (
  network_id uuid not null,
  committee_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  quorum_reached boolean not null,
  primary key (network_id, meeting_id, member_id),
  foreign key (network_id, committee_id, meeting_id, quorum_reached) references programme.meeting (network_id, committee_id, id, quorum_reached),
  foreign key (network_id, committee_id, member_id) references programme.committee_member (network_id, committee_id, id)
);
comment on table programme.presence is 'Who was at a meeting';
comment on column programme.presence.network_id is 'The network; first in every key';
comment on column programme.presence.committee_id is 'The committee';
comment on column programme.presence.meeting_id is 'The meeting';
comment on column programme.presence.member_id is 'The seat';
comment on column programme.presence.quorum_reached is 'As the meeting has it';
create index presence_of_committee on programme.presence (network_id, committee_id);
alter table programme.presence enable row level security;
alter table programme.presence force row level security;
create policy presence_read on programme.presence for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy presence_write on programme.presence for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])))));
grant select, insert on programme.presence to hadina_app;

create table programme.decision (
  network_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  meeting_id uuid not null,
  quorum_reached boolean not null check (quorum_reached),
  number smallint not null check (number > 0),
  decided text not null check (length(decided) between 2 and 4000),
  about text check (about ~ '^[0-9A-Z]{8}( [0-9A-Z]{8})*$'),
  votes_for smallint not null check (votes_for >= 0),
  votes_against smallint not null check (votes_against >= 0),
  abstained smallint not null check (abstained >= 0),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, meeting_id, number),
  foreign key (network_id, committee_id, meeting_id, quorum_reached) references programme.meeting (network_id, committee_id, id, quorum_reached),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check (votes_for > votes_against)
);
comment on table programme.decision is 'What a meeting decided; the table takes none of a meeting without quorum';
comment on column programme.decision.network_id is 'The network; first in every key';
comment on column programme.decision.id is 'UUIDv7';
comment on column programme.decision.committee_id is 'The committee';
comment on column programme.decision.meeting_id is 'The meeting';
comment on column programme.decision.quorum_reached is 'Only a meeting with quorum decides';
comment on column programme.decision.number is 'Which decision of the meeting';
comment on column programme.decision.about is 'References of the grants it decides on, as their pages show them, with one space between';
comment on column programme.decision.decided is 'What was decided, in the language of the minutes';
comment on column programme.decision.votes_for is 'Votes for';
comment on column programme.decision.votes_against is 'Votes against';
comment on column programme.decision.abstained is 'Abstentions';
comment on column programme.decision.set_at is 'When it was written';
comment on column programme.decision.set_by is 'The account that wrote it';
create index decision_of_committee on programme.decision (network_id, committee_id);
alter table programme.decision enable row level security;
alter table programme.decision force row level security;
create policy decision_read on programme.decision for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy decision_write on programme.decision for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[]))))
    and set_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on programme.decision to hadina_app;

create table programme.followed_action (
  network_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  meeting_id uuid,
  number integer not null check (number > 0),
  what text not null check (length(what) between 2 and 2000),
  member_id uuid,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'in_progress', 'done', 'dropped')),
  closed_on date,
  outcome text check (length(outcome) between 2 and 2000),
  set_at timestamptz not null,
  set_by uuid,
  primary key (network_id, id),
  unique (network_id, committee_id, number),
  foreign key (network_id, committee_id) references programme.committee (network_id, id),
  foreign key (network_id, meeting_id) references programme.meeting (network_id, id),
  foreign key (network_id, committee_id, member_id) references programme.committee_member (network_id, committee_id, id),
  foreign key (network_id, set_by) references network.account (network_id, id),
  check ((state in ('done', 'dropped')) = (closed_on is not null)),
  check ((closed_on is null) = (outcome is null))
);
comment on table programme.followed_action is 'What somebody undertook to do, by when, and whether it was done (domain.md 2.1)';
comment on column programme.followed_action.network_id is 'The network; first in every key';
comment on column programme.followed_action.id is 'UUIDv7';
comment on column programme.followed_action.committee_id is 'The committee';
comment on column programme.followed_action.meeting_id is 'The meeting it was agreed at';
comment on column programme.followed_action.number is 'Its number in this committee';
comment on column programme.followed_action.what is 'What is to be done';
comment on column programme.followed_action.member_id is 'The seat that undertook it';
comment on column programme.followed_action.due_on is 'By when';
comment on column programme.followed_action.state is 'Where it stands';
comment on column programme.followed_action.closed_on is 'The day it was done or dropped';
comment on column programme.followed_action.outcome is 'What came of it';
comment on column programme.followed_action.set_at is 'When it was written';
comment on column programme.followed_action.set_by is 'The account that wrote it';
create index action_due on programme.followed_action (network_id, state, due_on);
create index action_of_committee on programme.followed_action (network_id, committee_id);
alter table programme.followed_action enable row level security;
alter table programme.followed_action force row level security;
create policy followed_action_read on programme.followed_action for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid)));
create policy followed_action_write on programme.followed_action for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])))));
create policy followed_action_change on programme.followed_action for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and committee_id in (select c.id from programme.committee c where c.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes'
      or c.hub_id = any ((select coalesce(nullif(current_setting('app.call_decider_hubs', true), ''), '{}')::uuid[])::uuid[])
      or c.territory_code in (select h.region_code from network.hub h where h.network_id = (select nullif(current_setting('app.network', true), '')::uuid) and h.id = any ((select coalesce(nullif(current_setting('app.region_hubs', true), ''), '{}')::uuid[])::uuid[])))));
grant select, insert on programme.followed_action to hadina_app;
grant update (state, closed_on, outcome) on programme.followed_action to hadina_app;

-- A call may now say which programme it serves.
alter table incubation.call add foreign key (network_id, programme_id) references programme.programme (network_id, id);
