import { z } from 'zod';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { endOfDay } from '../hub/end-of-day.ts';
import { managesNetwork } from '../managed-hub.ts';
import { atScreen } from '../sign-in/at-screen.ts';
import { checkGrant, grantRefusals } from './check-grant.ts';
import { needsAnother } from './needs-another.ts';
import { grantableRoles } from './role-kinds.ts';

/** The place, the end and the certificate of a role to give. */
export const grantRoleInput = z.strictObject({
  account: id(),
  role: choice(grantableRoles),
  hub: maybe(id()),
  territory: maybe(text(20)),
  organization: maybe(id()),
  org_unit: maybe(id()),
  until: isoDate(),
  trained_on: maybe(isoDate()),
});

/** Gives a colleague a role at a place until a day. Nobody gives one to herself; two who give the same at once give it once. Some wait for a second officer. */
export const grantRole = action({
  name: 'grant-role',
  says: 'Gives a colleague a role, at a place and until a day.',
  input: grantRoleInput,
  refuses: [...grantRefusals, 'not-to-yourself', 'role-already-held', 'end-is-past', 'only-at-a-screen'],
  run: async (doing, { account, role, until, trained_on, ...place }) => {
    const { tx, network, actor, now, refuse, absent, record } = doing;
    atScreen(doing);
    if (account === actor.account) refuse('not-to-yourself');
    const where = await checkGrant(doing, role, place, trained_on);
    const until_at = await endOfDay(doing, until, where.hub_id);
    if (until_at <= now) refuse('end-is-past', {}, 'until');
    const known = await tx
      .selectFrom('network.account').select(['id', 'home_hub_id', 'password_one_time'])
      .where('network_id', '=', network).where('id', '=', account).where('closed_at', 'is', null).executeTakeFirst();
    // A manager gives roles to colleagues of her own hub; who works in several is the administrator's matter.
    if (!known || (!managesNetwork(actor) && known.home_hub_id !== where.hub_id)) return absent();
    const waits = await needsAnother(doing, role, where.hub_id, known);
    const grant = newId(now.getTime());
    const given = await tx
      .insertInto('network.held_role')
      .values({
        network_id: network, id: grant, account_id: account, role, ...where, trained_on: trained_on ?? null,
        from_at: now, until_at, granted_by: actor.account, waits, revoked_at: null, revoked_by: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!given) refuse('role-already-held', {}, 'role');
    await record({ name: waits ? 'role-proposed' : 'role-granted', subject: account, ...(where.hub_id ? { hub: where.hub_id } : {}), body: { role, scope: where.scope } });
    return { grant, waits };
  },
});
