import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, accountsAt, agreementInForce, organizationCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { accountsOf, knownMerchant } from './known-merchant.ts';
import { limitsOf } from './limits-of.ts';

/** One shop: where it stands and by which agreement, what it sells, its limits, what is owed to it, and which colleagues are close to it. */
export const merchantSheet = query({
  name: 'merchant-sheet',
  says: 'Shows a shop: its agreement, what it sells, its limits, what is owed to it.',
  input: z.strictObject({ merchant: id() }),
  run: async (asking, { merchant: of }) => {
    const { tx, network, hub, now, actor, absent } = asking;
    const shop = await knownMerchant(asking, of);
    const { names } = (await organizationCard(tx, shop.organization_id)) ?? absent();
    const agreement = await agreementInForce(tx, { opens: 'merchant', organization: shop.organization_id, hub, at: now });
    const accounts = await accountsOf(tx, network, of);
    const used = await tx.selectFrom('currency.instrument').select('currency').distinct().where('network_id', '=', network).where('hub_id', '=', hub).orderBy('currency').execute();
    const money = [];
    for (const { currency } of used) {
      const own = accounts.filter((each) => each.currency === currency);
      money.push({ currency, free: own.reduce((sum, { balance, held }) => sum + balance - held, 0), claimed: own.reduce((sum, { held }) => sum + held, 0), limits: await limitsOf(tx, network, of, currency) });
    }
    const ties = await tx.selectFrom('currency.merchant_tie').select('account_id').where('network_id', '=', network).where('merchant_id', '=', of).orderBy('said_at').execute();
    const close = await accountNames(tx, ties.map(({ account_id }) => account_id));
    const colleagues = new Map((await accountsAt(tx, hub)).map(({ account, name }) => [account, name]));
    return {
      id: of, organization: shop.organization_id, names, code: shop.code, state: shop.state, why: shop.why, since: shop.state_at, categories: shop.categories, opensAt: shop.opens_at?.slice(0, 5) ?? null, closesAt: shop.closes_at?.slice(0, 5) ?? null,
      agreement: agreement ? { id: agreement.id, until: agreement.until } : null, money, mine: shop.state_by === actor.account,
      close: [...close.values()], closeToMe: ties.some(({ account_id }) => account_id === actor.account), colleagues: [...colleagues].map(([account, name]) => ({ account, name })).filter(({ account }) => !close.has(account)),
    };
  },
});
