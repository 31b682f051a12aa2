-- The portal: letters that strangers leave for a hub, and what hubs publish in several languages.
create schema portal;
comment on schema portal is 'What is open to strangers: letters to a hub, articles, help texts and news';
revoke all on schema portal from public;
grant usage on schema portal to hadina_app, hadina_intake;
grant usage on schema core to hadina_intake;

create table portal.intake (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  hub_id uuid not null,
  request_id uuid not null,
  arrived_at timestamptz not null default now(),
  letter bytea check (octet_length(letter) between 60 and 20000),
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'ended')),
  taken_by uuid,
  taken_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  outcome text check (outcome in ('appointment', 'visit', 'answered', 'not-reached', 'elsewhere', 'empty')),
  primary key (network_id, id),
  check ((state = 'waiting') = (taken_by is null)),
  check ((state = 'ended') = (ended_at is not null) and (state = 'ended') = (outcome is not null))
);
comment on table portal.intake is 'A letter that somebody without an account left for a hub; written by a login that reads nothing. No foreign key and no key of its own choosing: none would keep quiet about other rows';
comment on column portal.intake.network_id is 'The network';
comment on column portal.intake.id is 'Made by the database, never by whoever writes: a used one would tell that a row exists';
comment on column portal.intake.hub_id is 'The hub it is for';
comment on column portal.intake.request_id is 'What the letter is called: made from the form and what was typed, so that a second press is the same letter and a corrected one another';
comment on column portal.intake.arrived_at is 'When, by the database''s clock alone';
comment on column portal.intake.letter is 'How to reach her, when, in which language, about what: sealed to the hub''s public key; empty once it is no longer needed';
comment on column portal.intake.state is 'waiting, taken or ended';
comment on column portal.intake.taken_by is 'The officer who opened it';
comment on column portal.intake.taken_at is 'When';
comment on column portal.intake.ended_by is 'The officer who closed it';
comment on column portal.intake.ended_at is 'When';
comment on column portal.intake.outcome is 'appointment, visit, answered, not-reached, elsewhere or empty';
create index intake_of_hub on portal.intake (network_id, hub_id, state, arrived_at);
create index intake_by_request on portal.intake (network_id, hub_id, request_id);

alter table portal.intake enable row level security;
alter table portal.intake force row level security;
create policy strangers_add on portal.intake for insert to hadina_intake
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy desk_reads on portal.intake for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy desk_changes on portal.intake for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
grant insert (network_id, hub_id, request_id, letter) on portal.intake to hadina_intake;
grant select on portal.intake to hadina_app;
grant update (letter, state, taken_by, taken_at, ended_by, ended_at, outcome) on portal.intake to hadina_app;

-- The event that a letter came: the intake login writes this one event and no other, and chooses neither its id nor its hour.
alter table core.event alter column at set default now();
alter table core.event alter column id set default
  (regexp_replace(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0'), '^(.{8})(.{4})$', '\1-\2-7')
    || substr(gen_random_uuid()::text, 16))::uuid;
create policy event_of_letter on core.event for insert to hadina_intake
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and name = 'portal.request-left' and action = 'portal.leave-request' and app in ('web', 'api', 'demo') and compartment = 'C0'
    and hub_id is not null and account_id is null and person_actor_id is null and typed_for is null and person_id is null
    and organization_id is null and body = '{}'::jsonb and key is null and input_hash is null);
grant insert (network_id, hub_id, app, action, name, subject_id, compartment) on core.event to hadina_intake;

create table portal.content (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('article', 'help', 'news')),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  written_by uuid,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  check (state <> 'published' or published_at is not null)
);
comment on table portal.content is 'An article, a help text or a piece of news, one item whatever its languages';
comment on column portal.content.network_id is 'The network';
comment on column portal.content.id is 'UUIDv7 of the item';
comment on column portal.content.hub_id is 'The hub that publishes it';
comment on column portal.content.kind is 'article, help or news';
comment on column portal.content.state is 'draft, published or withdrawn';
comment on column portal.content.published_at is 'When it was first published';
comment on column portal.content.written_by is 'The account that began it; empty for the console';
comment on column portal.content.written_at is 'When it was begun';
comment on column portal.content.changed_at is 'When any of its versions last changed';
create index content_of_hub on portal.content (network_id, hub_id, changed_at desc);
create index content_published on portal.content (network_id, state, published_at desc);

create table portal.content_version (
  network_id uuid not null,
  content_id uuid not null,
  lang text not null check (lang in ('ar', 'fr', 'en', 'es', 'pt', 'it', 'el')),
  hub_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  status text not null check (status in ('original', 'human', 'machine')),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (network_id, content_id, lang),
  foreign key (network_id, content_id) references portal.content (network_id, id)
);
comment on table portal.content_version is 'One language of an item: plain paragraphs, never markup';
comment on column portal.content_version.network_id is 'The network';
comment on column portal.content_version.content_id is 'The item';
comment on column portal.content_version.lang is 'The language of this version';
comment on column portal.content_version.hub_id is 'The hub that publishes it, as on the item';
comment on column portal.content_version.title is 'Its title';
comment on column portal.content_version.body is 'Its text; an empty line parts two paragraphs';
comment on column portal.content_version.status is 'original, human (translated by a person) or machine (nobody has read it over)';
comment on column portal.content_version.changed_by is 'The account that last wrote it; empty for the console';
comment on column portal.content_version.changed_at is 'When';
create unique index content_one_original on portal.content_version (network_id, content_id) where status = 'original';
create index content_version_of_hub on portal.content_version (network_id, hub_id);

create table portal.medium (
  network_id uuid not null,
  id uuid not null,
  content_id uuid not null,
  hub_id uuid not null,
  kind text not null check (kind in ('image', 'audio', 'video')),
  lang text check (lang in ('ar', 'fr', 'en', 'es', 'pt', 'it', 'el')),
  words jsonb not null,
  media_type text,
  content bytea check (octet_length(content) <= 1048576),
  url text check (url ~ '^https://'),
  added_by uuid,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, content_id) references portal.content (network_id, id),
  check ((kind = 'video') = (url is not null)),
  check ((kind = 'video') = (content is null) and (kind = 'video') = (media_type is null))
);
comment on table portal.medium is 'A picture, a sound or the link to a film beside an item';
comment on column portal.medium.network_id is 'The network';
comment on column portal.medium.id is 'UUIDv7; its address on the web';
comment on column portal.medium.content_id is 'The item';
comment on column portal.medium.hub_id is 'The hub that publishes it, as on the item';
comment on column portal.medium.kind is 'image, audio or video';
comment on column portal.medium.lang is 'The language spoken or shown in it; empty when it has none';
comment on column portal.medium.words is 'What it shows or says, in one language or several';
comment on column portal.medium.media_type is 'What its content was found to be';
comment on column portal.medium.content is 'The file, at most 1 MB';
comment on column portal.medium.url is 'Where a film stands';
comment on column portal.medium.added_by is 'The account that added it; empty for the console';
comment on column portal.medium.added_at is 'When';
create index medium_of_content on portal.medium (network_id, content_id);
create index medium_of_hub on portal.medium (network_id, hub_id);

-- Anyone reads what is published; the hub's own staff also its drafts, and only they write.
do $$
declare
  own_network constant text := $q$network_id = (select nullif(current_setting('app.network', true), '')::uuid)$q$;
  own_hub constant text := $q$hub_id = any ((select coalesce(nullif(current_setting('app.staff_hubs', true), ''), '{}')::uuid[])::uuid[])$q$;
  kept text;
begin
  foreach kept in array array['content', 'content_version', 'medium']
  loop
    execute format('alter table portal.%I enable row level security', kept);
    execute format('alter table portal.%I force row level security', kept);
    execute format('create policy adds on portal.%I for insert to hadina_app with check (%s and %s)', kept, own_network, own_hub);
    execute format('create policy changes on portal.%I for update to hadina_app using (%s and %s) with check (%s and %s)',
      kept, own_network, own_hub, own_network, own_hub);
    execute format('grant select, insert on portal.%I to hadina_app', kept);
  end loop;
  execute format('create policy reads on portal.content for select to hadina_app using (%s and (state = %L or %s))', own_network, 'published', own_hub);
  foreach kept in array array['content_version', 'medium']
  loop
    execute format('create policy reads on portal.%I for select to hadina_app using (%s and (%s or content_id in
      (select id from portal.content where %s and state = %L)))', kept, own_network, own_hub, own_network, 'published');
    execute format('create policy removes on portal.%I for delete to hadina_app using (%s and %s)', kept, own_network, own_hub);
    execute format('grant delete on portal.%I to hadina_app', kept);
  end loop;
end $$;
grant update (kind, state, published_at, changed_at) on portal.content to hadina_app;
grant update (title, body, status, changed_by, changed_at) on portal.content_version to hadina_app;
