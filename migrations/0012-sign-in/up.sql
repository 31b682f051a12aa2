-- 1. What is known of a session: how it was opened, on what, and whether the second step was shown.
alter table network.session
  add column opened_by text not null default 'password' check (opened_by in ('password', 'passkey', 'outside')),
  add column second_at timestamptz,
  add column second_by text check (second_by in ('passkey', 'code')),
  add column device text check (device ~ '^[a-z]+-[a-z]+$'),
  add column roles_mark bytea,
  add column before_hash bytea check (octet_length(before_hash) = 32),
  add column before_until timestamptz,
  add check ((second_at is null) = (second_by is null));
comment on column network.session.opened_by is 'password, passkey, or outside: an account of another house';
comment on column network.session.second_at is 'When the second step was last shown; null: not yet, and then nothing opens';
comment on column network.session.second_by is 'passkey or code';
comment on column network.session.device is 'Browser and system as two words, for the list of sessions; never an address';
comment on column network.session.roles_mark is 'Fingerprint of the roles held when the token was made; another one makes a new token';
comment on column network.session.before_hash is 'SHA-256 of the token before the last renewal, good for pages already on their way';
comment on column network.session.before_until is 'Until when the token before is still good: seconds';
create unique index session_before on network.session (network_id, before_hash) where before_hash is not null;

-- 2. The account says whether a second step is set up, so that a sign-in need not read the secrets; and is found by its login's mark.
alter table network.account
  add column second_step_at timestamptz,
  add column login_mark bytea generated always as (sha256(decode(login, 'escape'))) stored;
comment on column network.account.second_step_at is 'Since when she has a second step at sign-in; null: none';
comment on column network.account.login_mark is 'SHA-256 of the login: whoever signs in names her own row by it and no other';
create index account_login_mark on network.account (network_id, login_mark);
create policy account_by_login on network.account for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and login_mark = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and login_mark = (select decode(coalesce(current_setting('app.link', true), ''), 'hex')));

-- 3. Passkeys.
create table network.passkey (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  credential_id bytea not null,
  credential_hash bytea not null check (octet_length(credential_hash) = 32),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  rp_id text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
create unique index passkey_credential on network.passkey (network_id, credential_hash);
create index passkey_account on network.passkey (network_id, account_id) where revoked_at is null;
comment on table network.passkey is 'A passkey of a colleague: her phone, computer or key answers for her, without a password';
comment on column network.passkey.network_id is 'Its network';
comment on column network.passkey.id is 'The passkey';
comment on column network.passkey.account_id is 'Whose it is';
comment on column network.passkey.name is 'What she calls it';
comment on column network.passkey.credential_id is 'Identifier the device gave it';
comment on column network.passkey.credential_hash is 'SHA-256 of that identifier: whoever shows it reaches this row and no other';
comment on column network.passkey.public_key is 'Public key, COSE';
comment on column network.passkey.counter is 'Last counter of the device; going back means a copy';
comment on column network.passkey.transports is 'How the device is reached: internal, usb, hybrid …';
comment on column network.passkey.rp_id is 'Name of the house it was made for';
comment on column network.passkey.created_at is 'When it was added';
comment on column network.passkey.used_at is 'When it last answered';
comment on column network.passkey.revoked_at is 'When it was taken back';

-- 4. The secret of an authenticator app. One lives at a time; each code serves once.
create table network.code_secret (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  secret bytea not null,
  last_step bigint not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
create unique index code_secret_live on network.code_secret (network_id, account_id) where revoked_at is null;
comment on table network.code_secret is 'The secret behind the six-digit codes of a colleague''s authenticator app (RFC 6238)';
comment on column network.code_secret.network_id is 'Its network';
comment on column network.code_secret.id is 'The secret';
comment on column network.code_secret.account_id is 'Whose it is';
comment on column network.code_secret.secret is 'The secret, sealed with a key that is not in the database';
comment on column network.code_secret.last_step is 'Number of the half-minute whose code was last taken: it and all before it are spent';
comment on column network.code_secret.created_at is 'When it was set up';
comment on column network.code_secret.revoked_at is 'When it was given up';

-- 5. Questions put to a passkey are answered once.
create table network.answered_question (
  network_id uuid not null references network.network (network_id),
  question_hash bytea not null check (octet_length(question_hash) = 32),
  at timestamptz not null,
  primary key (network_id, question_hash)
);
comment on table network.answered_question is 'Questions a passkey has answered: the same answer is not taken twice';
comment on column network.answered_question.network_id is 'Its network';
comment on column network.answered_question.question_hash is 'SHA-256 of the question';
comment on column network.answered_question.at is 'When it was answered; a question is worth five minutes';

-- 6. Recovery: two officers, neither of them herself, and a code that serves once and soon.
create table network.recovery (
  network_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  hub_id uuid,
  asked_by uuid,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  code_hash bytea check (octet_length(code_hash) = 32),
  until_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id),
  foreign key (network_id, hub_id) references network.hub (network_id, id),
  foreign key (network_id, asked_by) references network.account (network_id, id),
  foreign key (network_id, confirmed_by) references network.account (network_id, id),
  constraint recovery_not_for_oneself check (asked_by is distinct from account_id and confirmed_by is distinct from account_id),
  constraint recovery_four_eyes check (confirmed_at is null or asked_by is distinct from confirmed_by),
  constraint recovery_code_when_confirmed check ((confirmed_at is null) = (code_hash is null)),
  constraint recovery_used_when_confirmed check (used_at is null or confirmed_at is not null)
);
create unique index recovery_open on network.recovery (network_id, account_id) where used_at is null and cancelled_at is null;
create index recovery_account on network.recovery (network_id, account_id);
create index recovery_hub on network.recovery (network_id, hub_id);
comment on table network.recovery is 'A new second step for a colleague who lost hers: one officer asks, another confirms (trust.md row 36)';
comment on column network.recovery.network_id is 'Its network';
comment on column network.recovery.id is 'The recovery';
comment on column network.recovery.account_id is 'Who lost her second step';
comment on column network.recovery.hub_id is 'Hub that looks after her account; null: the network';
comment on column network.recovery.asked_by is 'Who asked; null: the server''s own console';
comment on column network.recovery.asked_at is 'When';
comment on column network.recovery.confirmed_by is 'Who confirmed; never who asked, never herself; null with a date: the console';
comment on column network.recovery.confirmed_at is 'When it was confirmed';
comment on column network.recovery.code_hash is 'Keyed fingerprint of the code that she is handed';
comment on column network.recovery.until_at is 'When it ends by itself';
comment on column network.recovery.used_at is 'When she used the code';
comment on column network.recovery.cancelled_at is 'When it was called off, or replaced by a newer one';

-- 7. A role that needs a second pair of eyes waits, and opens nothing meanwhile.
alter table network.held_role
  add column waits boolean not null default false,
  add column confirmed_by uuid,
  add column confirmed_at timestamptz,
  add foreign key (network_id, confirmed_by) references network.account (network_id, id),
  add constraint held_role_four_eyes check (confirmed_at is null or granted_by is distinct from confirmed_by),
  add constraint held_role_confirmed_by_another check (confirmed_by is distinct from account_id or confirmed_by is null),
  add constraint held_role_waits_or_confirmed check (not (waits and confirmed_at is not null));
comment on column network.held_role.waits is 'True until another officer confirms it: then it opens nothing';
comment on column network.held_role.confirmed_by is 'Who confirmed it; never who gave it, never who holds it';
comment on column network.held_role.confirmed_at is 'When it was confirmed';

-- 8. Accounts of another house: a ministry's own sign-in.
create table network.identity_provider (
  network_id uuid not null references network.network (network_id),
  id uuid not null,
  names jsonb not null,
  issuer text not null check (issuer ~ '^https?://'),
  client_id text not null,
  client_secret bytea,
  claim text not null check (claim in ('email', 'preferred_username')),
  domains text[] not null,
  endpoints jsonb not null,
  checked_at timestamptz not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (network_id, id)
);
create unique index identity_provider_issuer on network.identity_provider (network_id, issuer, client_id) where closed_at is null;
comment on table network.identity_provider is 'A body whose own accounts may sign in here (OpenID Connect); it never gives a right';
comment on column network.identity_provider.network_id is 'Its network';
comment on column network.identity_provider.id is 'The provider';
comment on column network.identity_provider.names is 'Its names by language, as the button says';
comment on column network.identity_provider.issuer is 'Its address as it calls itself';
comment on column network.identity_provider.client_id is 'How it knows this house';
comment on column network.identity_provider.client_secret is 'Secret shared with it, sealed with a key that is not in the database';
comment on column network.identity_provider.claim is 'Which of its words is the login here';
comment on column network.identity_provider.domains is 'E-mail domains it may speak for; empty: any, for logins that are no e-mail';
comment on column network.identity_provider.endpoints is 'Its published addresses, as read when it was last checked';
comment on column network.identity_provider.checked_at is 'When they were read';
comment on column network.identity_provider.opened_at is 'Since when it may be used';
comment on column network.identity_provider.closed_at is 'When it was closed';

create table network.outside_identity (
  network_id uuid not null,
  provider_id uuid not null,
  subject_hash bytea not null check (octet_length(subject_hash) = 32),
  account_id uuid not null,
  linked_at timestamptz not null,
  primary key (network_id, provider_id, subject_hash),
  foreign key (network_id, provider_id) references network.identity_provider (network_id, id),
  foreign key (network_id, account_id) references network.account (network_id, id)
);
create unique index outside_identity_account on network.outside_identity (network_id, provider_id, account_id);
comment on table network.outside_identity is 'Which account of another house is which colleague here, bound at her first sign-in';
comment on column network.outside_identity.network_id is 'Its network';
comment on column network.outside_identity.provider_id is 'The other house';
comment on column network.outside_identity.subject_hash is 'Keyed fingerprint of her identifier there';
comment on column network.outside_identity.account_id is 'Her account here';
comment on column network.outside_identity.linked_at is 'When it was bound';

-- 9. Tokens: what they may do of what their role may, and when they were last used.
alter table network.token
  add column scopes text[],
  add column used_at timestamptz;
comment on column network.token.scopes is 'Actions and queries it may use, never more than its role; null: all that its role may';
comment on column network.token.used_at is 'Last use, to the minute';
create policy token_used on network.token for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));

-- 10. Wrong tries, counted for all processes of the house together. A fixed number of places: whoever invents logins fills nothing.
create unlogged table core.tries (
  network_id uuid not null,
  kind text not null,
  slot integer not null check (slot between 0 and 65535),
  points integer not null,
  until_at timestamptz not null,
  primary key (network_id, kind, slot)
);
comment on table core.tries is 'How often something was tried lately; forgotten when the server falls';
comment on column core.tries.network_id is 'The network';
comment on column core.tries.kind is 'What is counted';
comment on column core.tries.slot is 'Whose, as sixteen bits of a keyed fingerprint: no login and no address is kept';
comment on column core.tries.points is 'How often';
comment on column core.tries.until_at is 'When counting begins anew';

alter table core.tries enable row level security;
alter table core.tries force row level security;
alter table network.passkey enable row level security;
alter table network.passkey force row level security;
alter table network.code_secret enable row level security;
alter table network.code_secret force row level security;
alter table network.answered_question enable row level security;
alter table network.answered_question force row level security;
alter table network.recovery enable row level security;
alter table network.recovery force row level security;
alter table network.identity_provider enable row level security;
alter table network.identity_provider force row level security;
alter table network.outside_identity enable row level security;
alter table network.outside_identity force row level security;

create policy tries_count on core.tries for all to hadina_worker using (true) with check (true);

-- Passkeys and codes are their owner's alone; a passkey that is shown opens its own row.
create policy passkey_read on network.passkey for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      or credential_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy passkey_insert on network.passkey for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy passkey_update on network.passkey for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      or credential_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and (account_id = (select nullif(current_setting('app.account', true), '')::uuid)
      or credential_hash = (select decode(coalesce(current_setting('app.link', true), ''), 'hex'))));
create policy code_secret_read on network.code_secret for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy code_secret_insert on network.code_secret for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy code_secret_update on network.code_secret for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and account_id = (select nullif(current_setting('app.account', true), '')::uuid));
create policy answered_question_insert on network.answered_question for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

-- A recovery is read and moved on by the officers of its scope, and used by the colleague herself.
create policy recovery_read on network.recovery for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));
create policy recovery_insert on network.recovery for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])));
create policy recovery_update on network.recovery for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or account_id = (select nullif(current_setting('app.account', true), '')::uuid)))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid)
    and ((select current_setting('app.manages_network', true)) = 'yes'
      or hub_id = any ((select coalesce(nullif(current_setting('app.managed_hubs', true), ''), '{}')::uuid[])::uuid[])
      or account_id = (select nullif(current_setting('app.account', true), '')::uuid)));

create policy identity_provider_read on network.identity_provider for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy identity_provider_insert on network.identity_provider for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy identity_provider_update on network.identity_provider for update to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes')
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid) and (select current_setting('app.manages_network', true)) = 'yes');
create policy outside_identity_read on network.outside_identity for select to hadina_app
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
create policy outside_identity_insert on network.outside_identity for insert to hadina_app
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));

grant select, insert, update on core.tries to hadina_worker;
grant select, insert, update on network.passkey, network.code_secret, network.recovery, network.identity_provider to hadina_app;
grant insert on network.answered_question to hadina_app;
grant select, insert on network.outside_identity to hadina_app;
