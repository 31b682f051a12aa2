import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, maybe } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { action } from '../currency.ts';
import { knownMerchant } from './known-merchant.ts';

/**
 * Says that a colleague is kin of a shop's people, owns of it or works there: from then on she neither validates nor pays its claims, and that stays. Without a
 * name, she says it of herself. Refuses `tie-said`.
 */
export const sayTie = action({
  name: 'say-tie',
  says: 'Says that a colleague is close to a shop, and so decides nothing of its claims.',
  input: z.strictObject({ merchant: id(), colleague: maybe(id()) }),
  refuses: ['tie-said'],
  run: async (doing, { merchant: of, colleague }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const shop = await knownMerchant(doing, of);
    const me = actor.account ?? absent();
    const account = colleague ?? me;
    if (!(await accountsAt(tx, hub)).some((each) => each.account === account)) absent();
    const said = await tx.selectFrom('currency.merchant_tie').select('id').where('network_id', '=', network).where('merchant_id', '=', of).where('account_id', '=', account).executeTakeFirst();
    if (said) refuse('tie-said');
    await tx.insertInto('currency.merchant_tie').values({ network_id: network, id: newId(now.getTime()), hub_id: hub, merchant_id: of, account_id: account, said_at: now, said_by: me }).execute();
    await record({ name: 'merchant-tie-said', subject: of, organization: shop.organization_id, body: {} });
    return { merchant: of };
  },
});
