-- The directory: who offers what, where, for whom, at what price, and how sure we are of it. Nouns and fields of HSDS 3.1.
create schema directory;
comment on schema directory is 'Services, places, schedules, eligibility, freshness, spoken versions, search words, committee decisions';
grant usage on schema directory to hadina_app, hadina_report;

create table directory.service (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid not null,
  version integer not null default 1,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  descriptions jsonb not null default '{}' check (jsonb_typeof(descriptions) = 'object'),
  text_status jsonb not null default '{}' check (jsonb_typeof(text_status) = 'object'),
  type_codes text[] not null check (cardinality(type_codes) > 0),
  modes text[] not null check (cardinality(modes) > 0 and modes <@ '{on-site,partner-site,online,mobile-visit}'),
  stages text[] not null default '{}' check (stages <@ '{idea,creation,development,sustainability}'),
  languages text[] not null default '{}',
  area_codes text[] not null default '{}',
  status text not null default 'active' check (status in ('active', 'temporarily closed', 'defunct')),
  status_reason text,
  listed boolean not null default true,
  url text,
  email text,
  phone text,
  childcare boolean not null default false,
  transport_help boolean not null default false,
  capacity_places integer check (capacity_places >= 0),
  free_places integer check (free_places >= 0),
  waiting_days integer check (waiting_days >= 0),
  capacity_at timestamptz,
  verified_at timestamptz not null,
  verified_by uuid,
  born_of jsonb not null default '{}' check (jsonb_typeof(born_of) = 'object'),
  born_of_reference text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, id, hub_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  check (capacity_places is null or free_places is null or free_places <= capacity_places)
);
comment on table directory.service is 'One service that someone may be sent to (HSDS service)';
comment on column directory.service.network_id is 'The network; first in every key';
comment on column directory.service.id is 'UUIDv7 of the service, also its HSDS id';
comment on column directory.service.hub_id is 'The hub that keeps this entry true';
comment on column directory.service.organization_id is 'The body that gives the service';
comment on column directory.service.version is 'Rises at each edit; an edit of an older version is refused';
comment on column directory.service.names is 'Name by language';
comment on column directory.service.descriptions is 'What it is, by language';
comment on column directory.service.text_status is 'By language: original, human (translated by a person) or machine (not yet read by one)';
comment on column directory.service.type_codes is 'Kinds of service (domain 3.13), the main one first';
comment on column directory.service.modes is 'on-site, partner-site, online, mobile-visit';
comment on column directory.service.stages is 'Stages of a project it helps; empty means any';
comment on column directory.service.languages is 'Languages spoken there, BCP 47';
comment on column directory.service.area_codes is 'Territories it covers (ISO 3166-2); empty means wherever its places are';
comment on column directory.service.status is 'HSDS status: active, temporarily closed, defunct (withdrawn)';
comment on column directory.service.status_reason is 'Why it was closed or withdrawn, as a code';
comment on column directory.service.listed is 'May appear on public pages and in HSDS; a place whose address protects people stays unlisted';
comment on column directory.service.url is 'Public address on the web';
comment on column directory.service.email is 'Public e-mail of the service';
comment on column directory.service.phone is 'Public phone of the service';
comment on column directory.service.childcare is 'Children are looked after meanwhile';
comment on column directory.service.transport_help is 'Help with the way there';
comment on column directory.service.capacity_places is 'Places in all; empty when not counted';
comment on column directory.service.free_places is 'Places free now; empty when not counted';
comment on column directory.service.waiting_days is 'Usual wait in days; empty when not known';
comment on column directory.service.capacity_at is 'When places and waiting were last said';
comment on column directory.service.verified_at is 'When someone last checked the entry; stale 180 days later';
comment on column directory.service.verified_by is 'The account that checked it';
comment on column directory.service.born_of is 'The co-production process it was born of, in words';
comment on column directory.service.born_of_reference is 'Code or number of that process';
comment on column directory.service.created_at is 'When it was listed';
comment on column directory.service.updated_at is 'When the entry last changed';
create index service_of_hub on directory.service (network_id, hub_id);
create index service_of_organization on directory.service (network_id, organization_id);
create index service_by_freshness on directory.service (network_id, verified_at) where status <> 'defunct';

create table directory.location (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  organization_id uuid,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  kind text not null check (kind in ('physical', 'postal', 'virtual')),
  address jsonb not null default '{}' check (jsonb_typeof(address) = 'object'),
  locality text,
  postal_code text,
  territory_code text references network.territory (code),
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  url text,
  accessibility text[] not null default '{}',
  created_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, organization_id) references network.organization (network_id, id),
  check ((latitude is null) = (longitude is null))
);
comment on table directory.location is 'A place where services are given (HSDS location)';
comment on column directory.location.network_id is 'The network';
comment on column directory.location.id is 'UUIDv7 of the place';
comment on column directory.location.hub_id is 'The hub that keeps this entry true';
comment on column directory.location.organization_id is 'Whose place it is';
comment on column directory.location.names is 'Name by language';
comment on column directory.location.kind is 'HSDS location_type: physical, postal, virtual';
comment on column directory.location.address is 'Street and number by language';
comment on column directory.location.locality is 'Town or village as written on the spot';
comment on column directory.location.postal_code is 'Postal code';
comment on column directory.location.territory_code is 'The territory it lies in (ISO 3166-2)';
comment on column directory.location.latitude is 'Degrees north';
comment on column directory.location.longitude is 'Degrees east';
comment on column directory.location.url is 'Where it is met on line, for a virtual place';
comment on column directory.location.accessibility is 'Codes: step-free, lift, sign-language, hearing-loop, quiet-room, accessible-toilet';
comment on column directory.location.created_at is 'When it was entered';
create index location_of_hub on directory.location (network_id, hub_id);
create index location_of_territory on directory.location (network_id, territory_code);

create table directory.service_at_location (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  location_id uuid not null,
  created_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, service_id, location_id),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id),
  foreign key (network_id, location_id) references directory.location (network_id, id)
);
comment on table directory.service_at_location is 'A service given at a place (HSDS service_at_location)';
comment on column directory.service_at_location.network_id is 'The network';
comment on column directory.service_at_location.id is 'UUIDv7';
comment on column directory.service_at_location.service_id is 'The service';
comment on column directory.service_at_location.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.service_at_location.location_id is 'The place';
comment on column directory.service_at_location.created_at is 'Since when it is known';
create index service_at_location_of_place on directory.service_at_location (network_id, location_id);
create index service_at_location_of_hub on directory.service_at_location (network_id, hub_id);

create table directory.schedule (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  location_id uuid,
  season text not null check (season in ('ordinary', 'ramadan')),
  weekday smallint not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  by_appointment boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id),
  foreign key (network_id, location_id) references directory.location (network_id, id),
  check (opens < closes)
);
comment on table directory.schedule is 'When a service is open, week after week, apart in Ramadan (HSDS schedule)';
comment on column directory.schedule.network_id is 'The network';
comment on column directory.schedule.id is 'UUIDv7';
comment on column directory.schedule.service_id is 'The service';
comment on column directory.schedule.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.schedule.location_id is 'The place, when hours differ from place to place';
comment on column directory.schedule.season is 'ordinary, or ramadan';
comment on column directory.schedule.weekday is 'ISO day: 1 Monday to 7 Sunday';
comment on column directory.schedule.opens is 'Opening hour, hub''s own time';
comment on column directory.schedule.closes is 'Closing hour, same day';
comment on column directory.schedule.by_appointment is 'Only with an appointment';
create index schedule_of_service on directory.schedule (network_id, service_id);
create index schedule_of_hub on directory.schedule (network_id, hub_id);

create table directory.eligibility_rule (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  position smallint not null,
  field text not null check (field in ('sex', 'age', 'territory', 'stage', 'client-kind', 'legal-form', 'priority')),
  operator text not null check (operator in ('one-of', 'none-of', 'between', 'within')),
  codes text[] not null default '{}',
  lowest integer,
  highest integer,
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object'),
  primary key (network_id, id),
  unique (network_id, service_id, position),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id),
  check ((operator = 'between') = (field = 'age')),
  check ((operator = 'within') = (field = 'territory')),
  check (operator = 'between' or cardinality(codes) > 0),
  check (operator <> 'between' or lowest is not null or highest is not null),
  check (lowest is null or highest is null or lowest <= highest)
);
comment on table directory.eligibility_rule is 'Who may have a service: every rule must be met; read by the orientation, with its words';
comment on column directory.eligibility_rule.network_id is 'The network';
comment on column directory.eligibility_rule.id is 'UUIDv7';
comment on column directory.eligibility_rule.service_id is 'The service';
comment on column directory.eligibility_rule.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.eligibility_rule.position is 'Order in which rules are read';
comment on column directory.eligibility_rule.field is 'What it looks at: sex, age, territory, stage, client-kind, legal-form, priority';
comment on column directory.eligibility_rule.operator is 'one-of, none-of, between (age in years, both included), within (territory or below it)';
comment on column directory.eligibility_rule.codes is 'Codes allowed or shut out; territories for within';
comment on column directory.eligibility_rule.lowest is 'Lowest age in years';
comment on column directory.eligibility_rule.highest is 'Highest age in years';
comment on column directory.eligibility_rule.words is 'The rule in the provider''s own words, by language';
create index eligibility_rule_of_hub on directory.eligibility_rule (network_id, hub_id);

create table directory.priority_group (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  position smallint not null,
  field text not null check (field in ('sex', 'age', 'territory', 'stage', 'client-kind', 'legal-form', 'priority')),
  operator text not null check (operator in ('one-of', 'none-of', 'between', 'within')),
  codes text[] not null default '{}',
  lowest integer,
  highest integer,
  weight smallint not null check (weight between 1 and 10),
  words jsonb not null default '{}' check (jsonb_typeof(words) = 'object'),
  primary key (network_id, id),
  unique (network_id, service_id, position),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id),
  check ((operator = 'between') = (field = 'age')),
  check ((operator = 'within') = (field = 'territory')),
  check (operator = 'between' or cardinality(codes) > 0)
);
comment on table directory.priority_group is 'Who comes first where places are few. Ranks, never shuts out (rule 7)';
comment on column directory.priority_group.network_id is 'The network';
comment on column directory.priority_group.id is 'UUIDv7';
comment on column directory.priority_group.service_id is 'The service';
comment on column directory.priority_group.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.priority_group.position is 'Order of reading';
comment on column directory.priority_group.field is 'What it looks at, as in eligibility_rule';
comment on column directory.priority_group.operator is 'As in eligibility_rule';
comment on column directory.priority_group.codes is 'Codes that come first';
comment on column directory.priority_group.lowest is 'Lowest age in years';
comment on column directory.priority_group.highest is 'Highest age in years';
comment on column directory.priority_group.weight is 'How much it lifts in the ranking, 1 to 10';
comment on column directory.priority_group.words is 'The group in the provider''s own words, by language';
create index priority_group_of_hub on directory.priority_group (network_id, hub_id);

create table directory.required_document (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  position smallint not null,
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  primary key (network_id, id),
  unique (network_id, service_id, position),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id)
);
comment on table directory.required_document is 'A paper to bring (HSDS required_document)';
comment on column directory.required_document.network_id is 'The network';
comment on column directory.required_document.id is 'UUIDv7';
comment on column directory.required_document.service_id is 'The service';
comment on column directory.required_document.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.required_document.position is 'Order in the list';
comment on column directory.required_document.names is 'The paper''s name by language';
create index required_document_of_hub on directory.required_document (network_id, hub_id);

create table directory.cost_option (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  position smallint not null,
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  names jsonb not null default '{}' check (jsonb_typeof(names) = 'object'),
  primary key (network_id, id),
  unique (network_id, service_id, position),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id)
);
comment on table directory.cost_option is 'What the service costs, and to whom (HSDS cost_option)';
comment on column directory.cost_option.network_id is 'The network';
comment on column directory.cost_option.id is 'UUIDv7';
comment on column directory.cost_option.service_id is 'The service';
comment on column directory.cost_option.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.cost_option.position is 'Order in the list';
comment on column directory.cost_option.amount_minor is 'Amount in the currency''s smallest unit (millimes, centimes); 0 is free';
comment on column directory.cost_option.currency is 'ISO 4217';
comment on column directory.cost_option.names is 'For whom or for what, by language';
create index cost_option_of_hub on directory.cost_option (network_id, hub_id);

create table directory.may_lose (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  hub_id uuid not null,
  position smallint not null,
  kind text not null check (kind in ('aid', 'scheme', 'right')),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  primary key (network_id, id),
  unique (network_id, service_id, position),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id)
);
comment on table directory.may_lose is 'What a person may lose by accepting the service; said to her before she chooses';
comment on column directory.may_lose.network_id is 'The network';
comment on column directory.may_lose.id is 'UUIDv7';
comment on column directory.may_lose.service_id is 'The service';
comment on column directory.may_lose.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.may_lose.position is 'Order in the list';
comment on column directory.may_lose.kind is 'aid (another aid), scheme (another scheme or programme), right';
comment on column directory.may_lose.names is 'What may be lost, by language';
create index may_lose_of_hub on directory.may_lose (network_id, hub_id);

create table directory.audio (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  subject_kind text not null check (subject_kind in ('service', 'question')),
  subject_id uuid not null,
  variety text not null check (variety in ('aeb', 'ary', 'tzm', 'shi', 'rif', 'ar', 'fr')),
  media_type text not null check (media_type in ('audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/webm', 'audio/aac', 'audio/flac')),
  content bytea not null check (octet_length(content) between 1 and 1048576),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, hub_id, subject_kind, subject_id, variety),
  foreign key (network_id, hub_id) references network.hub (network_id, id)
);
comment on table directory.audio is 'The spoken version of a service or a question in one variety of a language, recorded by a hub';
comment on column directory.audio.network_id is 'The network';
comment on column directory.audio.id is 'UUIDv7; a new recording gets a new one, so that it may be kept by browsers for good';
comment on column directory.audio.hub_id is 'The hub that recorded it';
comment on column directory.audio.subject_kind is 'service, or question (of a needs form)';
comment on column directory.audio.subject_id is 'The service or question';
comment on column directory.audio.variety is 'ISO 639-3: aeb Tounsi, ary Darija, tzm, shi, rif Tamazight; or ar, fr';
comment on column directory.audio.media_type is 'What the content was found to be by looking at it';
comment on column directory.audio.content is 'The sound, at most 1 MB';
comment on column directory.audio.recorded_by is 'The account that put it there';
comment on column directory.audio.recorded_at is 'When';
create index audio_of_subject on directory.audio (network_id, subject_kind, subject_id);

create table directory.service_use (
  network_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('served', 'assessed')),
  faces smallint check (faces between 1 and 5),
  used_on date not null,
  primary key (network_id, id),
  foreign key (network_id, service_id) references directory.service (network_id, id),
  check ((kind = 'assessed') = (faces is not null))
);
comment on table directory.service_use is 'Signs that a service lives: someone was served, or said how it was. Names no one, knows no hour';
comment on column directory.service_use.network_id is 'The network';
comment on column directory.service_use.id is 'UUIDv7';
comment on column directory.service_use.service_id is 'The service';
comment on column directory.service_use.kind is 'served, or assessed by a user';
comment on column directory.service_use.faces is 'Her face, 1 (very bad) to 5 (very good)';
comment on column directory.service_use.used_on is 'The day';
create index service_use_of_service on directory.service_use (network_id, service_id, used_on);

create table directory.search_term (
  network_id uuid not null,
  term text collate "C" not null,
  service_id uuid not null,
  hub_id uuid not null,
  weight smallint not null,
  norm_version smallint not null,
  primary key (network_id, term, service_id),
  foreign key (network_id, service_id, hub_id) references directory.service (network_id, id, hub_id)
);
comment on table directory.search_term is 'Search index of services: equality and ranges only, so that row-level security lets the index be used';
comment on column directory.search_term.network_id is 'The network';
comment on column directory.search_term.term is 'A normalised word, or ~ and its sound across scripts';
comment on column directory.search_term.service_id is 'The service that says it';
comment on column directory.search_term.hub_id is 'The hub that keeps the service''s entry';
comment on column directory.search_term.weight is 'How much it counts: name above type above description';
comment on column directory.search_term.norm_version is 'Version of the rules that made it; another version means index again';
create index search_term_of_service on directory.search_term (network_id, service_id);
create index search_term_of_hub on directory.search_term (network_id, hub_id);

create table directory.search_slip (
  network_id uuid not null,
  slip text collate "C" not null,
  term text collate "C" not null,
  primary key (network_id, slip, term)
);
comment on table directory.search_slip is 'Words with one letter left out, so that a slip of the finger still finds its word';
comment on column directory.search_slip.network_id is 'The network';
comment on column directory.search_slip.slip is 'The word, or the word with one letter left out';
comment on column directory.search_slip.term is 'The word of search_term meant';

create table directory.committee_decision (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  version integer not null default 1,
  what jsonb not null check (jsonb_typeof(what) = 'object' and what <> '{}'),
  owner_organization_id uuid not null,
  service_type text,
  territory_code text references network.territory (code),
  decided_on date not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  outcome jsonb not null default '{}' check (jsonb_typeof(outcome) = 'object'),
  opened_by uuid,
  closed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, owner_organization_id) references network.organization (network_id, id),
  check (due_on >= decided_on),
  check ((state = 'open') = (closed_at is null))
);
comment on table directory.committee_decision is 'What the coordination committee decided: who does what by when';
comment on column directory.committee_decision.network_id is 'The network';
comment on column directory.committee_decision.id is 'UUIDv7';
comment on column directory.committee_decision.hub_id is 'The hub that holds the committee''s minutes';
comment on column directory.committee_decision.version is 'Rises at each change';
comment on column directory.committee_decision.what is 'What is to be done, by language';
comment on column directory.committee_decision.owner_organization_id is 'The body that answers for it';
comment on column directory.committee_decision.service_type is 'The overlap or gap it answers: kind of service';
comment on column directory.committee_decision.territory_code is 'The overlap or gap it answers: where';
comment on column directory.committee_decision.decided_on is 'Day of the committee';
comment on column directory.committee_decision.due_on is 'Day it must be done by';
comment on column directory.committee_decision.state is 'open, done, dropped';
comment on column directory.committee_decision.outcome is 'What came of it, by language';
comment on column directory.committee_decision.opened_by is 'The account that wrote it';
comment on column directory.committee_decision.closed_at is 'When it was closed';
create index committee_decision_by_due on directory.committee_decision (network_id, state, due_on);
create index committee_decision_of_hub on directory.committee_decision (network_id, hub_id);
create index committee_decision_of_owner on directory.committee_decision (network_id, owner_organization_id);

-- Everyone of the network reads the directory; the staff of the hub that keeps an entry writes it.
do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  own_hub constant text := $q$hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])$q$;
  kept text;
begin
  foreach kept in array array['service', 'location', 'service_at_location', 'schedule', 'eligibility_rule', 'priority_group',
    'required_document', 'cost_option', 'may_lose', 'audio', 'search_term', 'committee_decision']
  loop
    execute format('alter table directory.%I enable row level security', kept);
    execute format('alter table directory.%I force row level security', kept);
    execute format('create policy reads on directory.%I for select using (%s)', kept, own_network);
    execute format('create policy adds on directory.%I for insert with check (%s and %s)', kept, own_network, own_hub);
    execute format('create policy changes on directory.%I for update using (%s and %s) with check (%s and %s)',
      kept, own_network, own_hub, own_network, own_hub);
    execute format('grant select, insert on directory.%I to hadina_app', kept);
  end loop;
  -- Lists that belong to an entry are written anew when it is edited; entries themselves are never deleted.
  foreach kept in array array['service_at_location', 'schedule', 'eligibility_rule', 'priority_group', 'required_document',
    'cost_option', 'may_lose', 'audio', 'search_term']
  loop
    execute format('create policy removes on directory.%I for delete using (%s and %s)', kept, own_network, own_hub);
    execute format('grant delete on directory.%I to hadina_app', kept);
  end loop;
  foreach kept in array array['service_use', 'search_slip']
  loop
    execute format('alter table directory.%I enable row level security', kept);
    execute format('alter table directory.%I force row level security', kept);
    execute format('create policy reads on directory.%I for select using (%s)', kept, own_network);
    execute format('create policy adds on directory.%I for insert with check (%s)', kept, own_network);
    execute format('grant select, insert on directory.%I to hadina_app', kept);
  end loop;
end $$;
grant update on directory.service, directory.committee_decision to hadina_app;
grant select (network_id, id, hub_id, organization_id, names, type_codes, modes, stages, status) on directory.service to hadina_report;

create view directory.who_does_what_where with (security_invoker = true) as
  select service.network_id, service.organization_id, kind.code as service_type, place.code as territory_code, service.id as service_id
  from directory.service
  cross join lateral unnest(service.type_codes) as kind (code)
  cross join lateral (
    select unnest(service.area_codes)
    union
    select location.territory_code
    from directory.service_at_location at
    join directory.location on location.network_id = at.network_id and location.id = at.location_id
    where at.network_id = service.network_id and at.service_id = service.id and location.territory_code is not null
  ) as place (code)
  where service.status = 'active';
comment on view directory.who_does_what_where is 'Each active service by its provider, kinds and territories; two providers in one cell overlap, an empty cell is a gap';
comment on column directory.who_does_what_where.network_id is 'The network';
comment on column directory.who_does_what_where.organization_id is 'Who';
comment on column directory.who_does_what_where.service_type is 'What: kind of service';
comment on column directory.who_does_what_where.territory_code is 'Where: a territory it covers or has a place in';
comment on column directory.who_does_what_where.service_id is 'The service';
grant select on directory.who_does_what_where to hadina_app;
