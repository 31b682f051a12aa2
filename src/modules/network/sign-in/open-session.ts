import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { HeldRole } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import type { NetworkTables } from '../network.ts';
import { deviceKnowing } from './known-device.ts';
import { rolesMark } from './roles-mark.ts';
import { rolesOf } from './roles-of.ts';
import { newToken } from './secret-token.ts';

/** Whose session, and how she came in. A passkey that knows its owner is both steps at once. */
export interface Entering {
  readonly account: string;
  readonly login: string;
  readonly by: 'password' | 'passkey' | 'outside';
}

/** A session that was just opened: its token, shown once, and the cookie by which this device is known from now on. */
export interface Entered {
  readonly session: string;
  readonly token: string;
  readonly hub: string | null;
  readonly device: string;
}

/** Opens a session; the one she used before in the same browser ends, and its token with it. */
export async function openSession(asking: Asking<NetworkTables>, { account, login, by }: Entering): Promise<Entered> {
  const { tx, network, actor, blind } = asking;
  if (actor.session) {
    await tx.updateTable('network.session').set({ closed_at: sql`now()` }).where('network_id', '=', network).where('id', '=', actor.session).execute();
  }
  const session = newId();
  const { token, hash } = newToken(network);
  const roles = await rolesOf(tx, account);
  const hub = await usualHub(asking, account, roles);
  await tx
    .insertInto('network.session')
    .values({
      network_id: network, id: session, account_id: account, token_hash: hash, hub_id: hub, opened_by: by,
      opened_at: sql`now()`, seen_at: sql`now()`, proved_at: sql`now()`, ends_at: sql`now() + interval '12 hours'`, closed_at: null,
      second_at: by === 'passkey' ? sql`now()` : null, second_by: by === 'passkey' ? 'passkey' : null,
      device: actor.door?.device ?? null, roles_mark: rolesMark(roles),
    })
    .execute();
  return { session, token, hub, device: deviceKnowing(blind, deviceKnowing(blind, actor.door?.known, account), login) };
}

/** Where she stood last, if she still may; else the first hub where she holds a role; null for a role over the network. */
async function usualHub({ tx, network }: Asking<NetworkTables>, account: string, roles: readonly HeldRole[]): Promise<string | null> {
  const hubs = roles.filter(({ scope }) => scope === 'hub').flatMap(({ hubs: reached }) => reached);
  const last = await tx
    .selectFrom('network.session')
    .where('network_id', '=', network).where('account_id', '=', account).where('hub_id', 'is not', null)
    .orderBy('opened_at', 'desc')
    .select('hub_id')
    .executeTakeFirst();
  return hubs.find((hub) => hub === last?.hub_id) ?? hubs[0] ?? null;
}
