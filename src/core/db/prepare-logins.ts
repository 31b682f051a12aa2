import pg from 'pg';
import type { ConnectAs } from '../house.ts';
import { type Login, logins } from './logins.ts';

/** Creates the two databases and the narrow logins, or renews their passwords; the owner needs CREATEROLE and CREATEDB. */
export async function prepareLogins(connectAs: ConnectAs, password: (login: Login) => string): Promise<void> {
  const client = new pg.Client(connectAs('hadina_owner'));
  await client.connect();
  try {
    for (const login of logins.filter((one) => one !== 'hadina_owner')) await prepareLogin(client, login, password(login));
    for (const database of ['hadina', 'hadina_keys']) await prepareDatabase(client, database);
    await client.query('grant connect, create, temporary on database hadina to hadina_worker');
    await client.query('grant connect on database hadina to hadina_app, hadina_report, hadina_protected, hadina_intake');
    await client.query('grant connect on database hadina_keys to hadina_keys');
  } finally {
    await client.end();
  }
}

/** Creates a database for the data, if it is not there, and opens it to the logins that work in it. */
export async function prepareDataDatabase(client: pg.Client, database: string): Promise<void> {
  await prepareDatabase(client, database);
  const name = pg.escapeIdentifier(database);
  await client.query(`grant connect, create, temporary on database ${name} to hadina_worker`);
  await client.query(`grant connect on database ${name} to hadina_app, hadina_report, hadina_protected`);
}

async function prepareLogin(client: pg.Client, login: string, secret: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
  const name = pg.escapeIdentifier(login);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(secret)}`);
  if (!rowCount) await client.query(`grant ${name} to current_user`);
}

async function prepareDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = pg.escapeIdentifier(database);
  if (!rowCount) await client.query(`create database ${name} encoding 'UTF8' template template0`);
  await client.query(`revoke all on database ${name} from public`);
}
