-- What an outsider holds in her hand: a sample of the proofs behind a printed figure, drawn with a seed that anybody can draw again with; figures
-- that were made public with a signed receipt; and receipts of other networks, taken in as they came. Nothing here names a person.
create table evidence.sample (
  network_id uuid not null,
  id uuid not null,
  hub_id uuid not null,
  figure_id uuid not null,
  seed text not null check (length(seed) between 1 and 100),
  drawn_from integer not null check (drawn_from > 0),
  drawn_for text not null check (length(drawn_for) between 2 and 200),
  drawn_at timestamptz not null,
  drawn_by uuid,
  primary key (network_id, id),
  unique (network_id, id, hub_id),
  foreign key (network_id, figure_id) references evidence.printed_figure (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, drawn_by) references network.account (network_id, id)
);
comment on table evidence.sample is 'Some of the events behind a printed figure, drawn by lot with a seed that is kept';
comment on column evidence.sample.network_id is 'The network; first in every key';
comment on column evidence.sample.id is 'UUIDv7';
comment on column evidence.sample.hub_id is 'The hub whose figure it is';
comment on column evidence.sample.figure_id is 'The printed figure';
comment on column evidence.sample.seed is 'With it the same lot is drawn again';
comment on column evidence.sample.drawn_from is 'How many events stood behind the figure';
comment on column evidence.sample.drawn_for is 'The auditor who asked, as she signs';
comment on column evidence.sample.drawn_at is 'When';
comment on column evidence.sample.drawn_by is 'The account that drew it';
create table evidence.sample_item (
  network_id uuid not null,
  sample_id uuid not null,
  place integer not null check (place > 0),
  hub_id uuid not null,
  event_id uuid not null,
  primary key (network_id, sample_id, place),
  foreign key (network_id, sample_id, hub_id) references evidence.sample (network_id, id, hub_id),
  unique (network_id, sample_id, event_id),
  unique (network_id, sample_id, place, hub_id)
);
comment on table evidence.sample_item is 'One event of a sample, at its place in the order in which it was drawn';
comment on column evidence.sample_item.network_id is 'The network; first in every key';
comment on column evidence.sample_item.sample_id is 'The sample';
comment on column evidence.sample_item.place is '1 was drawn first';
comment on column evidence.sample_item.hub_id is 'Its hub; repeated here because access compares columns of the row';
comment on column evidence.sample_item.event_id is 'The event in the register';
create table evidence.sample_finding (
  network_id uuid not null,
  id uuid not null,
  sample_id uuid not null,
  place integer not null,
  hub_id uuid not null,
  result text not null check (result in ('seen', 'not_found', 'differs')),
  note text check (length(note) between 2 and 1000),
  found_at timestamptz not null,
  found_by uuid,
  primary key (network_id, id),
  foreign key (network_id, sample_id, place, hub_id) references evidence.sample_item (network_id, sample_id, place, hub_id),
  foreign key (network_id, found_by) references network.account (network_id, id),
  check (result = 'seen' or note is not null)
);
comment on table evidence.sample_finding is 'What was seen when the proof of one event was looked for; a later look is a new row and the earlier one stays';
comment on column evidence.sample_finding.network_id is 'The network; first in every key';
comment on column evidence.sample_finding.id is 'UUIDv7';
comment on column evidence.sample_finding.sample_id is 'The sample';
comment on column evidence.sample_finding.place is 'The place in it';
comment on column evidence.sample_finding.hub_id is 'Its hub; repeated here because access compares columns of the row';
comment on column evidence.sample_finding.result is 'seen: the paper says the same; not_found: there is none; differs: it says something else';
comment on column evidence.sample_finding.note is 'What differs or where it was looked for; without names of persons';
comment on column evidence.sample_finding.found_at is 'When';
comment on column evidence.sample_finding.found_by is 'The account that wrote it down';
create table evidence.released_figure (
  network_id uuid not null,
  figure_id uuid not null,
  hub_id uuid not null,
  body text not null check (length(body) between 2 and 20000),
  signature bytea not null check (octet_length(signature) = 64),
  released_at timestamptz not null,
  released_by uuid,
  primary key (network_id, figure_id),
  foreign key (network_id, figure_id) references evidence.printed_figure (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, released_by) references network.account (network_id, id)
);
comment on table evidence.released_figure is 'A printed figure that was made public: the text of its receipt as it was signed, for anybody';
comment on column evidence.released_figure.network_id is 'The network; first in every key';
comment on column evidence.released_figure.figure_id is 'The printed figure, and the number one looks it up by';
comment on column evidence.released_figure.hub_id is 'The hub whose figure it is';
comment on column evidence.released_figure.body is 'The receipt: definition, version, months, number, digest of the events, seal';
comment on column evidence.released_figure.signature is 'Ed25519, by the key that signs the heads';
comment on column evidence.released_figure.released_at is 'When it was made public';
comment on column evidence.released_figure.released_by is 'By whom';
create table evidence.other_network (
  network_id uuid not null,
  id uuid not null,
  other_id uuid not null check (other_id <> network_id),
  names jsonb not null check (jsonb_typeof(names) = 'object' and names <> '{}'),
  public_key bytea not null check (octet_length(public_key) = 32),
  agreed_on date not null,
  agreed_by text not null check (length(agreed_by) between 2 and 300),
  added_at timestamptz not null,
  added_by uuid,
  primary key (network_id, id),
  unique (network_id, other_id),
  foreign key (network_id, added_by) references network.account (network_id, id)
);
comment on table evidence.other_network is 'Another network with which figures are read together, and the key by which its receipts are known';
comment on column evidence.other_network.network_id is 'The network; first in every key';
comment on column evidence.other_network.id is 'UUIDv7';
comment on column evidence.other_network.other_id is 'The other network, as it names itself in its receipts';
comment on column evidence.other_network.names is 'What it is called here, by language';
comment on column evidence.other_network.public_key is 'Its Ed25519 key, compared with it by another way than the file';
comment on column evidence.other_network.agreed_on is 'Since when the definitions are agreed';
comment on column evidence.other_network.agreed_by is 'The paper that agrees them';
comment on column evidence.other_network.added_at is 'When it was written here';
comment on column evidence.other_network.added_by is 'By whom';
create table evidence.taken_receipt (
  network_id uuid not null,
  id uuid not null,
  other_id uuid not null,
  indicator text not null check (length(indicator) between 1 and 60),
  month text not null check (month ~ '^20\d\d-(0[1-9]|1[0-2])$'),
  value numeric(20, 4) check (value >= 0),
  definition text not null check (length(definition) between 2 and 10000),
  body text not null check (length(body) between 2 and 20000),
  signature bytea not null check (octet_length(signature) = 64),
  taken_at timestamptz not null,
  taken_by uuid,
  primary key (network_id, id),
  unique (network_id, other_id, indicator, month),
  foreign key (network_id, other_id) references evidence.other_network (network_id, other_id),
  foreign key (network_id, taken_by) references network.account (network_id, id)
);
comment on table evidence.taken_receipt is 'A figure of another network as its signed receipt says it';
comment on column evidence.taken_receipt.network_id is 'The network; first in every key';
comment on column evidence.taken_receipt.id is 'UUIDv7';
comment on column evidence.taken_receipt.other_id is 'The network it came from';
comment on column evidence.taken_receipt.indicator is 'The short name of what is counted';
comment on column evidence.taken_receipt.month is 'The month';
comment on column evidence.taken_receipt.value is 'The number; empty when it was kept back there';
comment on column evidence.taken_receipt.definition is 'What is counted there, word for word';
comment on column evidence.taken_receipt.body is 'The receipt as it was signed';
comment on column evidence.taken_receipt.signature is 'Its signature';
comment on column evidence.taken_receipt.taken_at is 'When it was taken in';
comment on column evidence.taken_receipt.taken_by is 'By whom';
create index sample_of_figure on evidence.sample (network_id, figure_id);
create index sample_of_hub on evidence.sample (network_id, hub_id);
create index sample_drawn_by on evidence.sample (network_id, drawn_by);
create index sample_item_of_hub on evidence.sample_item (network_id, hub_id);
create index sample_finding_of_item on evidence.sample_finding (network_id, sample_id, place, hub_id);
create index sample_finding_found_by on evidence.sample_finding (network_id, found_by);
create index released_figure_of_hub on evidence.released_figure (network_id, hub_id);
create index released_figure_released_by on evidence.released_figure (network_id, released_by);
create index other_network_added_by on evidence.other_network (network_id, added_by);
create index taken_receipt_taken_by on evidence.taken_receipt (network_id, taken_by);
create index sample_item_of on evidence.sample_item (network_id, sample_id, hub_id);
alter table evidence.sample enable row level security;
alter table evidence.sample force row level security;
alter table evidence.sample_item enable row level security;
alter table evidence.sample_item force row level security;
alter table evidence.sample_finding enable row level security;
alter table evidence.sample_finding force row level security;
alter table evidence.released_figure enable row level security;
alter table evidence.released_figure force row level security;
alter table evidence.other_network enable row level security;
alter table evidence.other_network force row level security;
alter table evidence.taken_receipt enable row level security;
alter table evidence.taken_receipt force row level security;
create policy sample_read on evidence.sample for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy sample_write on evidence.sample for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and drawn_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy sample_item_read on evidence.sample_item for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy sample_item_write on evidence.sample_item for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy sample_finding_read on evidence.sample_finding for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy sample_finding_write on evidence.sample_finding for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or hub_id = any ((select coalesce(nullif(current_setting('app.look_hubs', true), ''), '{}')::uuid[])::uuid[]))
    and found_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy released_figure_read on evidence.released_figure for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy released_figure_write on evidence.released_figure for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
    and released_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy other_network_read on evidence.other_network for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy other_network_write on evidence.other_network for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes'
    and added_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
create policy taken_receipt_read on evidence.taken_receipt for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select nullif(current_setting('app.account', true), '')) is not null or (select current_setting('app.manages_network', true)) = 'yes'));
create policy taken_receipt_write on evidence.taken_receipt for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (select current_setting('app.manages_network', true)) = 'yes'
    and taken_by is not distinct from (select nullif(current_setting('app.account', true), '')::uuid));
grant select, insert on evidence.sample, evidence.sample_item, evidence.sample_finding, evidence.released_figure, evidence.other_network, evidence.taken_receipt to hadina_app;
