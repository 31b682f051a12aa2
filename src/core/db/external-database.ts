import pg from 'pg';
import { StartRefusal } from '../start/start-refusal.ts';
import type { Database } from './database.ts';
import { databaseName, type Login, loginPassword } from './logins.ts';

/**
 * Opens the PostgreSQL of DATABASE_URL, whose user stands for `hadina_owner`. The other logins use the same server, and all use the
 * databases `hadina` and `hadina_keys` on it, whichever the URL names.
 * Refuses one that does not answer, is older than PostgreSQL 15, or whose user may not make roles.
 */
export async function openExternal(url: string, keys: Buffer): Promise<Database> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, rolcreaterole or rolsuper as makes_roles
         from pg_roles where rolname = current_user`,
    );
    if (rows[0].version < 150_000) throw new Error('it is older than PostgreSQL 15');
    if (!rows[0].makes_roles) throw new Error('its user needs CREATEROLE');
    // Of two processes that come to a new server at once, one makes the database.
    await client.query("select pg_advisory_lock(hashtext('hadina logins'))");
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName} encoding 'UTF8' template template0`);
  } catch (error) {
    throw new StartRefusal('database-url-unusable', {
      reason: (error as Error).message || String((error as NodeJS.ErrnoException).code),
    });
  } finally {
    await client.end().catch(() => {});
  }
  return { connection: (login, database = databaseName) => ({ connectionString: urlFor(url, keys, login, database) }) };
}

function urlFor(url: string, keys: Buffer, login: Login, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  if (login === 'hadina_owner') return address.href;
  // As parameters, because a URL with a socket instead of a host has no place for a user name.
  address.username = '';
  address.password = '';
  address.searchParams.set('user', login);
  address.searchParams.set('password', loginPassword(keys, login));
  return address.href;
}
