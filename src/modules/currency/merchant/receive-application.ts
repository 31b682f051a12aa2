import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choices, clockTime, id, maybe } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { categories } from '../codes.ts';
import { action } from '../currency.ts';

/** What a shop sells and when its door is open. */
export const shopFields = { categories: choices(categories).pipe(z.array(z.enum(categories)).min(1)), opens_at: maybe(clockTime()), closes_at: maybe(clockTime()) };

/** Both hours or none, the first before the second. */
export const hoursOdd = ({ opens_at, closes_at }: { opens_at?: string | undefined; closes_at?: string | undefined }): boolean => (opens_at === undefined) !== (closes_at === undefined) || (opens_at !== undefined && opens_at >= closes_at!);

/**
 * Writes down that a body asks to take payments here, at the desk or from outside; then that application is over and its telephone goes. It takes nothing yet: an
 * agreement must open that. It gets the next number of the hub, from 101. Refuses `applied-already`, `hours-odd`, `application-over`.
 */
export const receiveApplication = action({
  name: 'receive-application',
  says: 'Writes down that a shop asks to take the hub’s means of payment.',
  input: z.strictObject({ organization: id(), application: maybe(id()), ...shopFields }),
  refuses: ['applied-already', 'hours-odd', 'application-over'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { organization, application, categories: sells, opens_at, closes_at }) => {
    if (!(await organizationCard(tx, organization))) absent();
    if (hoursOdd({ opens_at, closes_at })) refuse('hours-odd', {}, 'opens_at');
    const there = await tx.selectFrom('currency.merchant').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('organization_id', '=', organization).executeTakeFirst();
    if (there) refuse('applied-already', {}, 'organization');
    const merchant = newId(now.getTime());
    await tx.insertInto('currency.merchant').values({
      network_id: network, id: merchant, hub_id: hub, organization_id: organization, state: 'applied', categories: [...new Set(sells)], opens_at: opens_at ?? null, closes_at: closes_at ?? null,
      code: sql<number>`(select coalesce(max(n.code), 100) + 1 from currency.merchant n where n.network_id = ${network} and n.hub_id = ${hub})`, applied_at: now, applied_by: actor.account, state_at: now, state_by: actor.account,
    }).execute();
    if (application) {
      const ended = await tx.updateTable('currency.shop_application').set({ ended_at: now, ended_by: actor.account, merchant_id: merchant, phone: null }).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).where('ended_at', 'is', null).executeTakeFirst();
      if (Number(ended.numUpdatedRows) === 0) refuse('application-over');
    }
    await record({ name: 'merchant-applied', subject: merchant, organization, body: { categories: sells.length } });
    return { merchant };
  },
});
