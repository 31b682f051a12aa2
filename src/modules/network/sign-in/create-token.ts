import { z } from 'zod';
import { choice, id, maybe, text, wholeNumber } from '#core/input.ts';
import { ruleOf } from '#core/policy/rule.ts';
import type { RoleCode } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { managedHub } from '../managed-hub.ts';
import { action } from '../network.ts';
import { checkGrant, grantRefusals } from '../staff/check-grant.ts';
import { grantableRoles } from '../staff/role-kinds.ts';
import { atScreen } from './at-screen.ts';
import { newToken } from './secret-token.ts';

/** Names of actions and queries, one a line or with spaces between; none means all that the role may. */
const scopes = () =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(/[\s,]+/).filter(Boolean) : given), z.array(z.string().max(120)).max(300).optional());

/** May this role do this at all? What anybody may is in no token's list: nobody needs a token for it. */
const mayEver = (role: RoleCode, name: string): boolean => {
  const rule = ruleOf(name);
  return rule !== undefined && (rule.roles.includes(role) || rule.reach === 'signed-in');
};

/** Makes a token for a program. It holds one role at one hub through an account of its own, so it never reaches wider. Shown once. */
export const createToken = action({
  name: 'create-token',
  says: 'Makes a token with one role at one hub for a program.',
  input: z.strictObject({ role: choice(grantableRoles), hub: id(), name: text(120), days: maybe(wholeNumber(1, 366)), scopes: scopes() }),
  refuses: [...grantRefusals, 'scope-beyond-role', 'only-at-a-screen'],
  remembers: false,
  run: async (doing, { role, hub: wanted, name, days = 365, scopes: asked }) => {
    const { tx, network, actor, now, refuse, record } = doing;
    atScreen(doing);
    const hub = managedHub(doing, wanted);
    const where = await checkGrant(doing, role, { hub }, undefined);
    const beyond = asked?.find((one) => !mayEver(role, one));
    if (beyond) refuse('scope-beyond-role', { name: beyond }, 'scopes');
    const [account, tokenId] = [newId(now.getTime()), newId(now.getTime())];
    const until_at = new Date(now.getTime() + days * 86_400_000);
    const { token, hash } = newToken(network);
    await tx
      .insertInto('network.account')
      .values({ network_id: network, id: account, kind: 'program', login: null, name, home_hub_id: hub, password_hash: null, password_set_at: null, created_at: now, closed_at: null })
      .execute();
    await tx
      .insertInto('network.held_role')
      .values({ network_id: network, id: newId(now.getTime()), account_id: account, role, ...where, trained_on: null, from_at: now, until_at, granted_by: actor.account, revoked_at: null, revoked_by: null })
      .execute();
    await tx
      .insertInto('network.token')
      .values({ network_id: network, id: tokenId, account_id: account, token_hash: hash, created_by: actor.account, created_at: now, until_at, revoked_at: null, scopes: asked?.length ? asked : null })
      .execute();
    await record({ name: 'token-created', subject: tokenId, hub, body: { role } });
    return { token, id: tokenId, until: until_at.toISOString() };
  },
});

/** Takes a token back; it stops at once. */
export const revokeToken = action({
  name: 'revoke-token',
  says: 'Takes a token back.',
  input: z.strictObject({ token: id() }),
  run: async ({ tx, network, now, absent, record }, { token }) => {
    const revoked = await tx
      .updateTable('network.token').set({ revoked_at: now })
      .where('network_id', '=', network).where('id', '=', token).where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows === 0n) absent();
    await record({ name: 'token-revoked', subject: token });
    return { token };
  },
});
