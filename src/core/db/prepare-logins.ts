import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartRefusal } from '../start/start-refusal.ts';
import type { ConnectAs } from '../house.ts';
import { type Login, logins } from './logins.ts';

/** Creates the two databases and the narrow logins, or renews their passwords; the owner needs CREATEROLE and CREATEDB. */
export async function prepareLogins(connectAs: ConnectAs, password: (login: Login) => string): Promise<void> {
  const client = new pg.Client(connectAs('hadina_owner'));
  await client.connect();
  try {
    // Two that start at once on one server would change the same logins under each other's hands.
    await client.query("select pg_advisory_lock(hashtext('hadina logins'))");
    await refuseOtherKey(client, password);
    for (const login of logins.filter((one) => one !== 'hadina_owner')) await prepareLogin(client, login, password(login));
    await prepareLedger(client);
    for (const database of ['hadina', 'hadina_keys']) await prepareDatabase(client, database);
    await client.query('grant connect, create, temporary on database hadina to hadina_worker');
    await client.query('grant connect on database hadina to hadina_app, hadina_report, hadina_protected, hadina_rights, hadina_intake');
    await client.query('grant connect on database hadina_keys to hadina_keys');
    await client.query(`comment on database hadina_keys is ${pg.escapeLiteral(keyMark(password))}`);
  } finally {
    await client.end();
  }
}

/** What a key store says of the master key that its keys are wrapped with: enough to know it again. */
const keyMark = (password: (login: Login) => string): string => `Hadina, key ${createHash('sha256').update(password('hadina_keys')).digest('hex').slice(0, 16)}`;

/** A second process, or a new folder, with another master key would lock out the first one and open nothing (`key-does-not-fit`). */
async function refuseOtherKey(client: pg.Client, password: (login: Login) => string): Promise<void> {
  const { rows } = await client.query<{ mark: string | null }>(`select shobj_description(oid, 'pg_database') as mark from pg_database where datname = 'hadina_keys'`);
  const mark = rows[0]?.mark;
  if (mark?.startsWith('Hadina, key ') && mark !== keyMark(password)) throw new StartRefusal('key-does-not-fit', { folder: 'hadina_keys' });
}

/** Creates a database for the data, if it is not there, and opens it to the logins that work in it. */
export async function prepareDataDatabase(client: pg.Client, database: string): Promise<void> {
  await prepareDatabase(client, database);
  const name = pg.escapeIdentifier(database);
  await client.query(`grant connect, create, temporary on database ${name} to hadina_worker`);
  await client.query(`grant connect on database ${name} to hadina_app, hadina_report, hadina_protected, hadina_rights`);
}

async function prepareLogin(client: pg.Client, login: string, secret: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
  const name = pg.escapeIdentifier(login);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(secret)}`);
  if (!rowCount) await client.query(`grant ${name} to current_user`);
}

/** The role that the functions of the ledger run as: it owns them and no table, and nobody signs in as it. */
async function prepareLedger(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'hadina_ledger'");
  if (rowCount) return;
  await client.query('create role hadina_ledger nologin nosuperuser nobypassrls nocreatedb nocreaterole');
  await client.query('grant hadina_ledger to current_user');
}

async function prepareDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = pg.escapeIdentifier(database);
  if (!rowCount) await client.query(`create database ${name} encoding 'UTF8' template template0`);
  await client.query(`revoke all on database ${name} from public`);
}
