-- Which two files of a hub may be one person, as a walk through all of them found; and which somebody said are two. A verdict is kept
-- for good, so that the same two are never shown again.

create table people.possible_double (
  network_id uuid not null,
  hub_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  score real not null check (score between 0 and 1),
  reasons text[] not null,
  found_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'apart')),
  decided_by uuid,
  decided_at timestamptz,
  decided_why text check (char_length(decided_why) between 1 and 500),
  primary key (network_id, hub_id, first_id, second_id),
  foreign key (network_id, hub_id, first_id) references people.enrolment (network_id, hub_id, person_id) on delete cascade,
  foreign key (network_id, hub_id, second_id) references people.enrolment (network_id, hub_id, person_id) on delete cascade,
  foreign key (network_id, decided_by) references network.account (network_id, id),
  check (first_id < second_id),
  check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_why is null))
);
comment on table people.possible_double is 'Two files of a hub that may be one person, and whether somebody said that they are two (domain.md rule 4)';
comment on column people.possible_double.network_id is 'The network; first in every key';
comment on column people.possible_double.hub_id is 'The hub that receives both; no other hub reads the row';
comment on column people.possible_double.first_id is 'The file with the smaller id';
comment on column people.possible_double.second_id is 'The other file';
comment on column people.possible_double.score is 'How likely, 0 to 1, when it was found';
comment on column people.possible_double.reasons is 'Why, as codes that the page words: same name, same phone, another year';
comment on column people.possible_double.found_at is 'When the walk found the two';
comment on column people.possible_double.state is 'open, or apart: somebody said that they are two persons';
comment on column people.possible_double.decided_by is 'The account that said so';
comment on column people.possible_double.decided_at is 'When';
comment on column people.possible_double.decided_why is 'Why, in her words; nothing about a life belongs here';
create index possible_double_open on people.possible_double (network_id, hub_id, state, score desc);
create index possible_double_second on people.possible_double (network_id, hub_id, second_id);
alter table people.possible_double enable row level security;
alter table people.possible_double force row level security;

create policy possible_double_own on people.possible_double for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy possible_double_find on people.possible_double for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
create policy possible_double_decide on people.possible_double for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[])
    and (decided_by is null or decided_by = (select nullif(current_setting('app.account', true), '')::uuid)));
grant select, insert on people.possible_double to hadina_app;
grant update (score, reasons, found_at, state, decided_by, decided_at, decided_why) on people.possible_double to hadina_app;

create table people.double_search (
  network_id uuid not null,
  hub_id uuid not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  until_id uuid,
  compared integer not null default 0 check (compared >= 0),
  persons integer not null default 0 check (persons >= 0),
  found integer not null default 0 check (found >= 0),
  finished_at timestamptz,
  primary key (network_id, hub_id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, begun_by) references network.account (network_id, id)
);
comment on table people.double_search is 'The last walk through all files of a hub in search of possible doubles, and how far it came';
comment on column people.double_search.network_id is 'The network; first in every key';
comment on column people.double_search.hub_id is 'The hub; one walk at a time';
comment on column people.double_search.begun_at is 'When it began';
comment on column people.double_search.begun_by is 'The account that asked for it';
comment on column people.double_search.until_id is 'The last person compared; where it stopped it goes on';
comment on column people.double_search.compared is 'How many persons were compared so far';
comment on column people.double_search.persons is 'How many there are';
comment on column people.double_search.found is 'How many pairs were found so far';
comment on column people.double_search.finished_at is 'When it ended; empty while it goes on';
create index double_search_begun_by on people.double_search (network_id, begun_by);
alter table people.double_search enable row level security;
alter table people.double_search force row level security;
create policy double_search_own on people.double_search for all to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.contact_hubs', true), ''), '{}')::uuid[])::uuid[]));
grant select, insert on people.double_search to hadina_app;
grant update (begun_at, begun_by, until_id, compared, persons, found, finished_at) on people.double_search to hadina_app;
