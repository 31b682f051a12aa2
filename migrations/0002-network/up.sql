-- The network: places, hubs, bodies, staff and their roles, centres, agreements. See notes.md for the reasons.
create extension if not exists btree_gist;

create schema network;
comment on schema network is 'Networks of hubs: places, member bodies, staff and roles, centres and agreements';
grant usage on schema network to hadina_app, hadina_report, hadina_protected, hadina_worker;

create table network.territory (
  code text primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  level text not null check (level in ('country', 'region', 'governorate', 'prefecture', 'province', 'delegation', 'municipality', 'commune')),
  parent_code text references network.territory (code),
  names jsonb not null,
  urban_rural text check (urban_rural in ('urban', 'rural')),
  name_status text check (name_status in ('corrected', 'to-confirm')),
  iso_mark text check (iso_mark in ('EH', 'EH-partial'))
);
create index territory_parent on network.territory (parent_code);
create index territory_level on network.territory (country, level);
comment on table network.territory is 'Places of every country, shared by all networks (reference table): country, region, governorate, province, commune';
comment on column network.territory.code is 'ISO 3166-2 code (TN-43, MA-03, MA-AOU); the country its ISO 3166-1 code; levels below extend it (TN-43-01)';
comment on column network.territory.country is 'ISO 3166-1 alpha-2';
comment on column network.territory.level is 'Rung of the country''s own ladder';
comment on column network.territory.parent_code is 'The place it lies in; only a country has none';
comment on column network.territory.names is 'Names by language: ar, fr, en';
comment on column network.territory.urban_rural is 'urban or rural, only where a source says so';
comment on column network.territory.name_status is 'corrected: changed from the named source; to-confirm: a person must still confirm it';
comment on column network.territory.iso_mark is 'ISO 3166-2 note: lies wholly (EH) or partly (EH-partial) in the entry kept for Western Sahara';

create table network.network (
  network_id uuid primary key,
  id uuid not null generated always as (network_id) stored,
  names jsonb not null,
  countries text[] not null check (cardinality(countries) > 0),
  demo boolean not null default false,
  rules jsonb not null default '{}',
  opened_at timestamptz not null
);
comment on table network.network is 'One network of hubs (a national programme, a cluster of the Medina); nothing crosses from one to another';
comment on column network.network.network_id is 'The network itself';
comment on column network.network.id is 'The same, under the name every other table gives its own key';
comment on column network.network.names is 'Names by language';
comment on column network.network.countries is 'Countries it works in (ISO 3166-1 alpha-2)';
comment on column network.network.demo is 'True: invented persons; only then may the demo loader set an earlier date';
comment on column network.network.rules is 'Editable rules, e.g. reference_incubators_per_region: 1 or null (domain.md 2.13)';
comment on column network.network.opened_at is 'When it was opened';

create table network.hub (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  kind text not null check (kind in ('citess', 'reference-incubator', 'partner-incubator', 'coworking-incubation', 'social-centre', 'library', 'cluster')),
  names jsonb not null,
  welcomes jsonb not null default '{}',
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  territory_code text references network.territory (code),
  region_code text references network.territory (code),
  address jsonb not null default '{}',
  phone text,
  email text,
  website text,
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  primary key (network_id, id)
);
create index hub_region on network.hub (network_id, region_code, kind);
comment on table network.hub is 'A place with a desk: CitESS, incubator, coworking space, social centre, library or cluster (domain.md 3.7, 3.15)';
comment on column network.hub.network_id is 'Its network';
comment on column network.hub.id is 'The hub';
comment on column network.hub.kind is 'One of seven kinds; reference and partner incubators are kinds (domain.md 2.13)';
comment on column network.hub.names is 'Its own name by language';
comment on column network.hub.welcomes is 'Whom it welcomes, in its own words by language';
comment on column network.hub.country is 'Country: chooses words, paper kinds and laws';
comment on column network.hub.time_zone is 'IANA time zone of its hours';
comment on column network.hub.territory_code is 'Place where it stands';
comment on column network.hub.region_code is 'Region (MA) or governorate (TN) of that place, kept for the rule of one reference incubator per region';
comment on column network.hub.address is 'Street by language, as public as its door';
comment on column network.hub.phone is 'Public phone of the desk';
comment on column network.hub.email is 'Public e-mail of the desk';
comment on column network.hub.website is 'Public web address';
comment on column network.hub.state is 'open or closed';
comment on column network.hub.opened_on is 'Day its door opened';
comment on column network.hub.closed_on is 'Day its door closed';

create table network.hub_hours (
  network_id uuid not null,
  hub_id uuid not null,
  ordinary jsonb not null,
  ramadan jsonb,
  announced_ramadans jsonb not null default '[]',
  exceptions jsonb not null default '[]',
  set_at timestamptz not null,
  primary key (network_id, hub_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table network.hub_hours is 'When a hub''s door is open: the week, the week of Ramadan, and single days';
comment on column network.hub_hours.network_id is 'Its network';
comment on column network.hub_hours.hub_id is 'The hub';
comment on column network.hub_hours.ordinary is 'List of {weekday 1 Monday … 7 Sunday, opens HH:MM, closes HH:MM} in the hub''s time zone';
comment on column network.hub_hours.ramadan is 'The same list for Ramadan; null: as on ordinary days';
comment on column network.hub_hours.announced_ramadans is 'Months of Ramadan as the country announced them: {hijriYear, from, to}; others are expected dates (rule 14)';
comment on column network.hub_hours.exceptions is 'Single days {date, spans}; no span means closed';
comment on column network.hub_hours.set_at is 'When this was last set';

create table network.hub_terms (
  network_id uuid not null,
  hub_id uuid not null,
  terms jsonb not null,
  set_at timestamptz not null,
  primary key (network_id, hub_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table network.hub_terms is 'The hub''s own words, laid over those of its kind and country (domain.md 3.15)';
comment on column network.hub_terms.network_id is 'Its network';
comment on column network.hub_terms.hub_id is 'The hub';
comment on column network.hub_terms.terms is 'Own words by language then term code: {ar: {hub: …}, fr: {…}}';
comment on column network.hub_terms.set_at is 'When this was last set';

create table network.organization (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  names jsonb not null,
  sector text not null check (sector in ('public', 'private', 'sse', 'civil')),
  kind text not null,
  listed boolean not null default false,
  support_body boolean not null default false,
  hub_id uuid,
  descriptions jsonb not null default '{}',
  legal_status text,
  founded_year integer check (founded_year between 1800 and 2200),
  website text,
  email text,
  phone text,
  address jsonb not null default '{}',
  territory_code text references network.territory (code),
  parent_id uuid,
  left_on date,
  registered_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, parent_id) references network.organization (network_id, id)
);
create index organization_hub on network.organization (network_id, hub_id);
create index organization_listed on network.organization (network_id) where listed;
comment on table network.organization is 'The one registry of bodies: members, providers of services, and organizations that are clients of a desk (HSDS organization)';
comment on column network.organization.network_id is 'Its network';
comment on column network.organization.id is 'The organization';
comment on column network.organization.names is 'Names by language';
comment on column network.organization.sector is 'public, private, sse or civil (domain.md 0.1)';
comment on column network.organization.kind is 'What it is: association, cooperative, smsa, gda, informal_group, municipality, ministry …';
comment on column network.organization.listed is 'Shown in the public directory';
comment on column network.organization.support_body is 'It supports other SSE bodies (domain.md 3.18: a hub is itself an SSE body)';
comment on column network.organization.hub_id is 'Hub that registered it; an unlisted one is seen there only. Null: the network registered it';
comment on column network.organization.descriptions is 'What it does, by language';
comment on column network.organization.legal_status is 'Legal form as it states it (HSDS legal_status)';
comment on column network.organization.founded_year is 'Year it was founded (HSDS year_incorporated)';
comment on column network.organization.website is 'Public web address';
comment on column network.organization.email is 'Public e-mail';
comment on column network.organization.phone is 'Public phone';
comment on column network.organization.address is 'Public address by language';
comment on column network.organization.territory_code is 'Place of its seat';
comment on column network.organization.parent_id is 'Larger body it belongs to';
comment on column network.organization.left_on is 'Day its last membership ended: its services are hidden, its history stays (domain.md 0.1)';
comment on column network.organization.registered_at is 'When it was registered';

create table network.membership (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  since date not null,
  mandate_until date,
  ended_on date,
  ended_reason text check (ended_reason in ('left', 'mandate-over', 'excluded', 'dissolved')),
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  check (mandate_until is null or mandate_until >= since),
  check ((ended_on is null) = (ended_reason is null)),
  check (ended_on is null or ended_on >= since)
);
create unique index membership_live on network.membership (network_id, hub_id, organization_id) where ended_on is null;
create index membership_organization on network.membership (network_id, organization_id);
comment on table network.membership is 'An organization''s membership of a hub or cluster; an ended one stays as history';
comment on column network.membership.network_id is 'Its network';
comment on column network.membership.id is 'The membership';
comment on column network.membership.hub_id is 'The hub or cluster';
comment on column network.membership.organization_id is 'The member';
comment on column network.membership.since is 'First day';
comment on column network.membership.mandate_until is 'Last day of the mandate; null: without end';
comment on column network.membership.ended_on is 'Day it ended';
comment on column network.membership.ended_reason is 'Why it ended';

create table network.org_unit (
  network_id uuid not null,
  id uuid not null,
  organization_id uuid not null,
  names jsonb not null,
  areas text[] not null check (areas <@ array['bookings', 'library', 'events', 'learning', 'market', 'figures'] and cardinality(areas) > 0),
  opened_on date not null,
  closed_on date,
  primary key (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id)
);
create index org_unit_organization on network.org_unit (network_id, organization_id);
comment on table network.org_unit is 'A department inside a public body with its own users, seeing its own area only (domain.md 0.8)';
comment on column network.org_unit.network_id is 'Its network';
comment on column network.org_unit.id is 'The unit';
comment on column network.org_unit.organization_id is 'The body it belongs to';
comment on column network.org_unit.names is 'Names by language';
comment on column network.org_unit.areas is 'What its users may see; never social cases';
comment on column network.org_unit.opened_on is 'First day';
comment on column network.org_unit.closed_on is 'Last day';

create table network.account (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  kind text not null default 'staff' check (kind in ('staff', 'program')),
  login text,
  name text not null,
  language text not null default 'ar' check (language in ('ar', 'fr', 'en', 'es', 'pt', 'it', 'el')),
  home_hub_id uuid,
  password_hash text,
  password_set_at timestamptz,
  password_one_time boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, home_hub_id) references network.hub (network_id, id),
  check ((kind = 'staff') = (login is not null))
);
create unique index account_login on network.account (network_id, login);
create index account_home on network.account (network_id, home_hub_id);
comment on table network.account is 'Someone on the staff who signs in, or a program that comes with a token';
comment on column network.account.network_id is 'Its network';
comment on column network.account.id is 'The account';
comment on column network.account.kind is 'staff: a person; program: a token holder without password';
comment on column network.account.login is 'What she types to sign in, lower case';
comment on column network.account.name is 'Her name as she writes it';
comment on column network.account.language is 'Language of her screens';
comment on column network.account.home_hub_id is 'Hub that invited her; its manager looks after the account. Null: the network''s administrators do';
comment on column network.account.password_hash is 'argon2id with a secret that is not in the database';
comment on column network.account.password_set_at is 'When the password was set';
comment on column network.account.password_one_time is 'True until she has chosen her own password';
comment on column network.account.created_at is 'When it was created';
comment on column network.account.closed_at is 'When it was closed';

create table network.held_role (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  scope text not null check (scope in ('network', 'region', 'hub', 'org')),
  hub_id uuid,
  territory_code text references network.territory (code),
  organization_id uuid,
  org_unit_id uuid,
  trained_on date,
  from_at timestamptz not null,
  until_at timestamptz not null,
  granted_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, org_unit_id) references network.org_unit (network_id, id),
  foreign key (network_id, granted_by) references network.account (network_id, id),
  foreign key (network_id, revoked_by) references network.account (network_id, id),
  check (until_at > from_at),
  check (granted_by is distinct from account_id),
  check ((scope = 'hub') = (hub_id is not null)),
  check ((scope = 'region') = (territory_code is not null)),
  check ((scope = 'org') = (organization_id is not null)),
  check (org_unit_id is null or scope = 'org'),
  check (role <> 'protection_officer' or trained_on is not null),
  constraint held_role_once exclude using gist (
    network_id with =, account_id with =, role with =,
    coalesce(hub_id::text, territory_code, org_unit_id::text, organization_id::text, '') with =,
    tstzrange(from_at, until_at) with &&
  ) where (revoked_at is null)
);
create index held_role_account on network.held_role (network_id, account_id) where revoked_at is null;
create index held_role_hub on network.held_role (network_id, hub_id) where revoked_at is null;
comment on table network.held_role is 'A role held at a scope, with an end; nobody holds one everywhere or grants one to herself (trust.md 2.1)';
comment on column network.held_role.network_id is 'Its network';
comment on column network.held_role.id is 'The grant of the role';
comment on column network.held_role.account_id is 'Who holds it';
comment on column network.held_role.role is 'Role code';
comment on column network.held_role.scope is 'network, region, hub or org';
comment on column network.held_role.hub_id is 'The hub, for scope hub';
comment on column network.held_role.territory_code is 'The region, for scope region';
comment on column network.held_role.organization_id is 'The body, for scope org';
comment on column network.held_role.org_unit_id is 'The department inside that body: then the role reaches the department only (domain.md 0.8)';
comment on column network.held_role.trained_on is 'Certificate date, required of a protection officer';
comment on column network.held_role.from_at is 'When it begins';
comment on column network.held_role.until_at is 'When it ends by itself';
comment on column network.held_role.granted_by is 'Who gave it; null: the server''s own console';
comment on column network.held_role.revoked_at is 'When it was taken back';
comment on column network.held_role.revoked_by is 'Who took it back; null: the console';

create table network.session (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  hub_id uuid,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  proved_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
create unique index session_token on network.session (network_id, token_hash);
create index session_account on network.session (network_id, account_id) where closed_at is null;
comment on table network.session is 'A signed-in screen: ends 60 minutes after its last request and 12 hours after it began, by the database''s clock';
comment on column network.session.network_id is 'Its network';
comment on column network.session.id is 'The session';
comment on column network.session.account_id is 'Whose it is';
comment on column network.session.token_hash is 'SHA-256 of the token; the token itself is nowhere';
comment on column network.session.hub_id is 'The hub where she stands';
comment on column network.session.opened_at is 'When she signed in';
comment on column network.session.seen_at is 'Last request, to the minute';
comment on column network.session.proved_at is 'When she last entered her password';
comment on column network.session.ends_at is 'When it ends whatever happens';
comment on column network.session.closed_at is 'When she signed out or it was closed';

create table network.token (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  created_by uuid,
  created_at timestamptz not null,
  until_at timestamptz not null,
  revoked_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, created_by) references network.account (network_id, id)
);
create unique index token_hash on network.token (network_id, token_hash);
create index token_account on network.token (network_id, account_id);
comment on table network.token is 'The key of a program that uses the API; it can do what its one role can, never more';
comment on column network.token.network_id is 'Its network';
comment on column network.token.id is 'The token';
comment on column network.token.account_id is 'The program''s account, which holds the role';
comment on column network.token.token_hash is 'SHA-256 of the token; the token itself is shown once';
comment on column network.token.created_by is 'Who made it; null: the console';
comment on column network.token.created_at is 'When it was made';
comment on column network.token.until_at is 'When it ends by itself';
comment on column network.token.revoked_at is 'When it was taken back';

create table network.centre (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  names jsonb not null,
  kind text not null check (kind in ('social-centre', 'womens-space', 'boarding-house', 'protection-institution', 'youth-house', 'library')),
  operator_id uuid,
  territory_code text not null references network.territory (code),
  address jsonb not null default '{}',
  condition text not null check (condition in ('good', 'fair', 'poor')),
  condition_on date not null,
  state text not null default 'existing' check (state in ('existing', 'works', 'upgraded')),
  standard text not null default 'v1',
  keeper_hub_id uuid,
  desk_hub_id uuid,
  upgraded_on date,
  registered_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, operator_id) references network.organization (network_id, id),
  foreign key (network_id, keeper_hub_id) references network.hub (network_id, id),
  foreign key (network_id, desk_hub_id) references network.hub (network_id, id),
  check ((state = 'upgraded') = (upgraded_on is not null))
);
create index centre_keeper on network.centre (network_id, keeper_hub_id);
create unique index centre_desk on network.centre (network_id, desk_hub_id) where desk_hub_id is not null;
comment on table network.centre is 'A social centre, with or without a desk: existing, works, upgraded (domain.md 1.6, 2.3)';
comment on column network.centre.network_id is 'Its network';
comment on column network.centre.id is 'The centre';
comment on column network.centre.names is 'Names by language';
comment on column network.centre.kind is 'What sort of centre';
comment on column network.centre.operator_id is 'The organization that runs it';
comment on column network.centre.territory_code is 'Place where it stands';
comment on column network.centre.address is 'Address by language';
comment on column network.centre.condition is 'State of the building: good, fair or poor';
comment on column network.centre.condition_on is 'Day the building was last looked at';
comment on column network.centre.state is 'existing, works, upgraded';
comment on column network.centre.standard is 'Version of the service standard it is measured by';
comment on column network.centre.keeper_hub_id is 'Hub whose manager keeps this sheet; null: the network''s administrators';
comment on column network.centre.desk_hub_id is 'The hub that opened its desk here';
comment on column network.centre.upgraded_on is 'Day the checklist was complete and the works done';
comment on column network.centre.registered_at is 'When the sheet was opened';

create table network.centre_check (
  network_id uuid not null,
  centre_id uuid not null,
  standard text not null,
  item text not null,
  keeper_hub_id uuid,
  met boolean not null,
  checked_on date not null,
  checked_by uuid,
  primary key (network_id, centre_id, standard, item),
  foreign key (network_id, centre_id) references network.centre (network_id, id),
  foreign key (network_id, keeper_hub_id) references network.hub (network_id, id),
  foreign key (network_id, checked_by) references network.account (network_id, id)
);
create index centre_check_keeper on network.centre_check (network_id, keeper_hub_id);
comment on table network.centre_check is 'One item of the service standard as last seen in one centre';
comment on column network.centre_check.network_id is 'Its network';
comment on column network.centre_check.centre_id is 'The centre';
comment on column network.centre_check.standard is 'Version of the standard, e.g. v1';
comment on column network.centre_check.item is 'Code of the item';
comment on column network.centre_check.keeper_hub_id is 'As on the centre, for row-level security';
comment on column network.centre_check.met is 'True when the item is met';
comment on column network.centre_check.checked_on is 'Day it was looked at';
comment on column network.centre_check.checked_by is 'Who looked';

create table network.centre_work (
  network_id uuid not null,
  id uuid not null,
  centre_id uuid not null,
  keeper_hub_id uuid,
  titles jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'started', 'done')),
  planned_on date not null,
  started_on date,
  done_on date,
  primary key (network_id, id),
  foreign key (network_id, centre_id) references network.centre (network_id, id),
  foreign key (network_id, keeper_hub_id) references network.hub (network_id, id),
  check ((state = 'planned') = (started_on is null)),
  check ((state = 'done') = (done_on is not null))
);
create index centre_work_centre on network.centre_work (network_id, centre_id);
create index centre_work_keeper on network.centre_work (network_id, keeper_hub_id);
comment on table network.centre_work is 'Works that upgrade a centre';
comment on column network.centre_work.network_id is 'Its network';
comment on column network.centre_work.id is 'The works';
comment on column network.centre_work.centre_id is 'The centre';
comment on column network.centre_work.keeper_hub_id is 'As on the centre, for row-level security';
comment on column network.centre_work.titles is 'What is done, by language';
comment on column network.centre_work.state is 'planned, started, done';
comment on column network.centre_work.planned_on is 'Day they are planned to begin';
comment on column network.centre_work.started_on is 'Day they began';
comment on column network.centre_work.done_on is 'Day they were finished';

create table network.agreement (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  kind text not null check (kind in ('partnership', 'space', 'data', 'merchant', 'delegated-service')),
  hub_id uuid,
  organization_ids uuid[] not null check (cardinality(organization_ids) >= 1),
  standing text not null default 'standing' check (standing in ('standing', 'suspended', 'terminated', 'renewed')),
  standing_since timestamptz not null,
  renewed_by_id uuid,
  warned_days integer,
  drafted_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, renewed_by_id) references network.agreement (network_id, id),
  check ((standing = 'renewed') = (renewed_by_id is not null))
);
create index agreement_hub on network.agreement (network_id, hub_id);
create index agreement_organizations on network.agreement using gin (organization_ids);
comment on table network.agreement is 'An agreement between a hub or network and other bodies; what it opens closes with it (rule 11)';
comment on column network.agreement.network_id is 'Its network';
comment on column network.agreement.id is 'The agreement';
comment on column network.agreement.kind is 'partnership, space, data, merchant or delegated-service';
comment on column network.agreement.hub_id is 'Hub that keeps it and where it opens things; null: the whole network';
comment on column network.agreement.organization_ids is 'Its parties now, for row-level security; signatures stand in agreement_party';
comment on column network.agreement.standing is 'standing, suspended, terminated, renewed; draft to in force and expired follow from versions and dates';
comment on column network.agreement.standing_since is 'When that became so';
comment on column network.agreement.renewed_by_id is 'The agreement that takes its place';
comment on column network.agreement.warned_days is 'Smallest number of days before its end of which a warning was given (90, then 30)';
comment on column network.agreement.drafted_at is 'When the first draft was written';

create table network.agreement_version (
  network_id uuid not null,
  agreement_id uuid not null,
  version integer not null check (version >= 1),
  hub_id uuid,
  organization_ids uuid[] not null,
  titles jsonb not null,
  terms jsonb not null default '{}',
  opens text[] not null check (opens <@ array['data', 'space', 'merchant', 'delegated-service']),
  valid_from date not null,
  valid_until date not null,
  state text not null default 'draft' check (state in ('draft', 'negotiated', 'approved', 'partially-signed', 'signed')),
  signed_at timestamptz,
  made_at timestamptz not null,
  made_by uuid,
  primary key (network_id, agreement_id, version),
  foreign key (network_id, agreement_id) references network.agreement (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, made_by) references network.account (network_id, id),
  check (valid_until >= valid_from),
  check ((state = 'signed') = (signed_at is not null))
);
create unique index agreement_version_open on network.agreement_version (network_id, agreement_id) where state <> 'signed';
create index agreement_version_hub on network.agreement_version (network_id, hub_id);
create index agreement_version_organizations on network.agreement_version using gin (organization_ids);
comment on table network.agreement_version is 'One wording of an agreement; an amendment is a new version, and the signed one before it holds until all have signed the new one';
comment on column network.agreement_version.network_id is 'Its network';
comment on column network.agreement_version.agreement_id is 'The agreement';
comment on column network.agreement_version.version is 'Counts from 1';
comment on column network.agreement_version.hub_id is 'As on the agreement, for row-level security';
comment on column network.agreement_version.organization_ids is 'Parties of this version';
comment on column network.agreement_version.titles is 'Title by language';
comment on column network.agreement_version.terms is 'What is agreed, by language';
comment on column network.agreement_version.opens is 'What it opens while in force: data, space, merchant, delegated-service';
comment on column network.agreement_version.valid_from is 'First day';
comment on column network.agreement_version.valid_until is 'Last day, included';
comment on column network.agreement_version.state is 'draft, negotiated, approved by each party, partially signed, signed by all';
comment on column network.agreement_version.signed_at is 'When the last party signed';
comment on column network.agreement_version.made_at is 'When it was written';
comment on column network.agreement_version.made_by is 'Who wrote it; null: the console';

create table network.agreement_party (
  network_id uuid not null,
  agreement_id uuid not null,
  version integer not null,
  organization_id uuid not null,
  hub_id uuid,
  approved_at timestamptz,
  signed_on date,
  signed_recorded_at timestamptz,
  signed_name text,
  recorded_by uuid,
  primary key (network_id, agreement_id, version, organization_id),
  foreign key (network_id, agreement_id, version) references network.agreement_version (network_id, agreement_id, version),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, recorded_by) references network.account (network_id, id),
  check ((signed_on is null) = (signed_name is null)),
  check ((signed_on is null) = (signed_recorded_at is null)),
  check (signed_on is null or approved_at is not null)
);
create index agreement_party_organization on network.agreement_party (network_id, organization_id);
create index agreement_party_hub on network.agreement_party (network_id, hub_id);
comment on table network.agreement_party is 'One party of one version: its approval and its signature';
comment on column network.agreement_party.network_id is 'Its network';
comment on column network.agreement_party.agreement_id is 'The agreement';
comment on column network.agreement_party.version is 'The version';
comment on column network.agreement_party.organization_id is 'The party';
comment on column network.agreement_party.hub_id is 'As on the agreement, for row-level security';
comment on column network.agreement_party.approved_at is 'When the party approved the wording';
comment on column network.agreement_party.signed_on is 'Day written beside the signature';
comment on column network.agreement_party.signed_recorded_at is 'When the signature was entered here';
comment on column network.agreement_party.signed_name is 'Who signed for the party, as written on the paper';
comment on column network.agreement_party.recorded_by is 'Who entered the signature; null: the console';

-- Row-level security: rows of the own network; writing by those who manage. Same-row columns only.
alter table network.territory enable row level security;
alter table network.territory force row level security;
alter table network.network enable row level security;
alter table network.network force row level security;
alter table network.hub enable row level security;
alter table network.hub force row level security;
alter table network.hub_hours enable row level security;
alter table network.hub_hours force row level security;
alter table network.hub_terms enable row level security;
alter table network.hub_terms force row level security;
alter table network.organization enable row level security;
alter table network.organization force row level security;
alter table network.membership enable row level security;
alter table network.membership force row level security;
alter table network.org_unit enable row level security;
alter table network.org_unit force row level security;
alter table network.account enable row level security;
alter table network.account force row level security;
alter table network.held_role enable row level security;
alter table network.held_role force row level security;
alter table network.session enable row level security;
alter table network.session force row level security;
alter table network.token enable row level security;
alter table network.token force row level security;
alter table network.centre enable row level security;
alter table network.centre force row level security;
alter table network.centre_check enable row level security;
alter table network.centre_check force row level security;
alter table network.centre_work enable row level security;
alter table network.centre_work force row level security;
alter table network.agreement enable row level security;
alter table network.agreement force row level security;
alter table network.agreement_version enable row level security;
alter table network.agreement_version force row level security;
alter table network.agreement_party enable row level security;
alter table network.agreement_party force row level security;

-- Places are the same for everyone; the owner loads them, a network fills the levels below the shipped ones.
create policy territory_read on network.territory for select
  using (true);
create policy territory_load on network.territory for all to current_user
  using (true)
  with check (true);
create policy territory_fill on network.territory for insert
  with check (level in ('delegation', 'municipality', 'commune') and (select current_setting('app.manages_network', true)) = 'yes');

-- Which networks and hubs exist: the house's own jobs need it before any context is set.
create policy network_list on network.network for select to hadina_worker
  using (true);
create policy hub_list on network.hub for select to hadina_worker
  using (true);

-- Public facts of a network.
create policy network_read on network.network for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy network_insert on network.network for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy network_update on network.network for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy hub_read on network.hub for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hub_insert on network.hub for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy hub_update on network.hub for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy hub_hours_read on network.hub_hours for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hub_hours_insert on network.hub_hours for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy hub_hours_update on network.hub_hours for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy hub_terms_read on network.hub_terms for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy hub_terms_insert on network.hub_terms for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy hub_terms_update on network.hub_terms for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy membership_read on network.membership for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy membership_insert on network.membership for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy membership_update on network.membership for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

-- Bodies: listed or network-wide ones are public; a client organization is seen by the hub that registered it and by its own users.
create policy organization_read on network.organization for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (listed or left_on is not null or hub_id is null or (select current_setting('app.manages_network', true)) = 'yes'
    or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[]) or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[])
    or id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])));
create policy organization_insert on network.organization for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy organization_update on network.organization for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    or (hub_id is null and (select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')) <> '{}')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    or (hub_id is null and (select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')) <> '{}')));
create policy org_unit_read on network.org_unit for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy org_unit_insert on network.org_unit for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy org_unit_update on network.org_unit for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');

-- Staff: who they are is known inside the network; accounts change by the hub that invited them, the administrators, or herself.
create policy account_read on network.account for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy account_insert on network.account for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy account_update on network.account for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or id = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or home_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]) or id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy held_role_read on network.held_role for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy held_role_insert on network.held_role for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and account_id is distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy held_role_update on network.held_role for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy session_read on network.session for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy session_insert on network.session for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy session_update on network.session for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or account_id = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy token_read on network.token for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy token_insert on network.token for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or created_by = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy token_update on network.token for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or created_by = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or created_by = (select nullif(current_setting('app.account', true), '')::uuid)));

-- Centres: the inventory is read in the whole network, written by its keeper.
create policy centre_read on network.centre for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy centre_insert on network.centre for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy centre_update on network.centre for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy centre_check_read on network.centre_check for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy centre_check_insert on network.centre_check for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy centre_check_update on network.centre_check for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy centre_work_read on network.centre_work for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy centre_work_insert on network.centre_work for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy centre_work_update on network.centre_work for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or keeper_hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

-- Agreements: seen at the hub where they open something, by their parties, and by the administrators.
create policy agreement_read on network.agreement for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id is null or (select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or organization_ids && (select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]));
create policy agreement_insert on network.agreement for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_update on network.agreement for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_version_read on network.agreement_version for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id is null or (select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or organization_ids && (select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[]));
create policy agreement_version_insert on network.agreement_version for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_version_update on network.agreement_version for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_party_read on network.agreement_party for select
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (hub_id is null or (select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])
    or hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]) or organization_id = any ((select coalesce(nullif(current_setting('app.organizations', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_party_insert on network.agreement_party for insert
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy agreement_party_update on network.agreement_party for update
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and ((select current_setting('app.manages_network', true)) = 'yes' or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));

create index token_creator on network.token (network_id, created_by);

-- What each login may do. Only the app writes; nobody deletes.
grant select, insert on network.territory to hadina_app;
grant select, insert, update on network.network, network.hub, network.hub_hours, network.hub_terms, network.organization,
  network.membership, network.org_unit, network.account, network.held_role, network.session, network.token,
  network.centre, network.centre_check, network.centre_work,
  network.agreement, network.agreement_version, network.agreement_party to hadina_app;
grant select on network.territory, network.hub to hadina_report, hadina_protected;
grant select (network_id, id, names, countries, demo) on network.network to hadina_report, hadina_protected;
grant select (network_id, id, sector, kind, listed, hub_id, territory_code) on network.organization to hadina_report;
grant select (network_id, id, state, condition, territory_code, desk_hub_id, upgraded_on) on network.centre to hadina_report;
grant select on network.hub_hours, network.hub_terms, network.held_role to hadina_protected;
grant select (network_id, id, kind, name, language, home_hub_id, closed_at) on network.account to hadina_protected;
grant select (network_id, id, names, countries, demo, opened_at) on network.network to hadina_worker;
grant select (network_id, id, kind, names, country, time_zone, state) on network.hub to hadina_worker;
