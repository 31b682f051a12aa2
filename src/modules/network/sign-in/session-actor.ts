import { sql } from 'kysely';
import { type Actor, type Owed, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction, within } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import { rolesMark } from './roles-mark.ts';
import { rolesOf } from './roles-of.ts';
import { networkOfToken, tokenHash } from './secret-token.ts';
import { completeSignedIn, type SignedIn } from './signed-in.ts';

const REMEMBER_MS = 700;
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, { found: SignedIn | null; until: number }>();

/**
 * Who holds this session cookie now: null when the session ended, was idle for 60 minutes, is 12 hours old or was closed, by the
 * database's clock. The answer is remembered for less than a second, so a revoked role or session stops within a second.
 */
export async function actorOfSession(house: House, token: string): Promise<SignedIn | null> {
  const known = remembered.get(token);
  if (known && known.until > performance.now()) return known.found;
  const network = networkOfToken(token);
  const found = network ? await inTransaction(house.app, beginFor(visitor(network)), (tx) => readSession(tx, network, tokenHash(token))) : null;
  if (found?.stale) await markSeen(house, found.signedIn.actor);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(token, { found: found?.signedIn ?? null, until: performance.now() + REMEMBER_MS });
  return found?.signedIn ?? null;
}

/** Forgets what was remembered of a session; call it when the session changed (signed out, other hub, other language). */
export const forgetSession = (token: string): void => void remembered.delete(token);

async function readSession(tx: AnyTx, network: string, hash: Buffer): Promise<{ signedIn: SignedIn; stale: boolean } | null> {
  const row = await within<NetworkTables>(tx)
    .selectFrom('network.session as session')
    .innerJoin('network.account as account', (join) =>
      join.onRef('account.network_id', '=', 'session.network_id').onRef('account.id', '=', 'session.account_id'))
    .innerJoin('network.network as network', 'network.network_id', 'session.network_id')
    .where('session.network_id', '=', inNetwork)
    // A page already on its way still carries the token from before a renewal, for seconds.
    .where((eb) => eb.or([eb('session.token_hash', '=', hash), eb.and([eb('session.before_hash', '=', hash), sql<boolean>`session.before_until > now()`])]))
    .where('session.closed_at', 'is', null).where('account.closed_at', 'is', null)
    // A screen opened with an older password is over, whoever replaced it.
    .where(sql<boolean>`session.proved_at >= account.password_set_at`)
    .where(sql<boolean>`session.ends_at > now() and session.seen_at > now() - interval '60 minutes'`)
    .select([
      'session.id as session', 'session.hub_id as hub', 'session.proved_at as provedAt', 'account.id as account',
      'session.second_at as secondAt', 'session.opened_by as openedBy', 'session.roles_mark as mark', 'session.token_hash as current',
      'account.name', 'account.language', 'account.password_one_time as oneTime', 'account.second_step_at as hasSecond', 'network.demo',
      sql<boolean>`session.seen_at < now() - interval '1 minute'`.as('stale'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { account, session, hub, stale, name, language } = row;
  const owes = owedIn(row);
  const held = await rolesOf(tx, account);
  const roles = owes ? [] : held;
  const here = hub !== null && roles.some(({ hubs, scope }) => scope === 'hub' && hubs.includes(hub)) ? hub : null;
  // Who has a second step proves herself by it; her password alone is fresh for nobody then.
  const provedAt = row.hasSecond ? row.secondAt : row.provedAt;
  const actor: Actor = { network, account, session, person: null, hub: here, roles, app: 'web', provedAt, owes };
  const mustChoosePassword = row.oneTime && row.openedBy === 'password';
  const mustRenew = row.mark !== null && row.current.equals(hash) && !row.mark.equals(rolesMark(held));
  return { signedIn: await completeSignedIn(tx, { actor, name, language, mustChoosePassword, mustRenew }), stale };
}

/** What is missing before anything opens. In a network flagged demo a second step may be put off; one that was set up is asked for. */
function owedIn({ secondAt, hasSecond, demo }: { secondAt: Date | null; hasSecond: Date | null; demo: boolean }): Owed | null {
  if (secondAt) return null;
  if (hasSecond) return 'second-step';
  return demo ? null : 'setting-up';
}

async function markSeen(house: House, actor: Actor): Promise<void> {
  await inTransaction(house.app, beginFor(actor), (tx) =>
    within<NetworkTables>(tx).updateTable('network.session').set({ seen_at: sql`now()` })
      .where('network_id', '=', actor.network).where('id', '=', actor.session!).where('closed_at', 'is', null).execute());
}
