import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { currencies, decimal, minorOf, scaleOf } from '#core/money.ts';
import { agreementInForce } from '#modules/network/public.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { knownMerchant } from './known-merchant.ts';
import { openAccountsOf } from './open-accounts-of.ts';
import { hoursOdd, shopFields } from './receive-application.ts';

/** Ties an application to the agreement that opens it: signed by every party and in force today (rule 11). Refuses `wrong-step`, `no-agreement`. */
export const tieAgreement = action({
  name: 'tie-agreement',
  says: 'Ties a shop’s application to its signed agreement.',
  input: z.strictObject({ merchant: id() }),
  refuses: ['wrong-step', 'no-agreement'],
  run: async (doing, { merchant: of }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'applied') refuse('wrong-step');
    const agreement = (await agreementInForce(tx, { opens: 'merchant', organization: shop.organization_id, hub, at: now })) ?? refuse('no-agreement');
    await tx.updateTable('currency.merchant').set({ state: 'agreement_signed', agreement_id: agreement.id, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'merchant-agreed', subject: of, organization: shop.organization_id, body: { agreement: agreement.id } });
    return { merchant: of };
  },
});

const limitFields = { currency: choice(currencies), sale: decimal(), day: decimal() };
type Limits = { currency: (typeof currencies)[number]; sale: string; day: string };

/** Lets a shop take payments: its accounts are opened and the limits of its agreement written down. Refuses `wrong-step`, `no-agreement`, `amount-odd`, `day-below-sale`. */
export const openTill = action({
  name: 'open-till',
  says: 'Lets a shop whose agreement is in force take payments, within its limits.',
  input: z.strictObject({ merchant: id(), ...limitFields }),
  refuses: ['wrong-step', 'no-agreement', 'amount-odd', 'day-below-sale'],
  run: async (doing, { merchant: of, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'agreement_signed') refuse('wrong-step');
    if (!(await agreementInForce(tx, { opens: 'merchant', organization: shop.organization_id, hub, at: now }))) refuse('no-agreement');
    await tx.updateTable('currency.merchant').set({ state: 'active', state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await openAccountsOf(doing, of);
    const limits = await setLimits(doing, of, typed);
    await record({ name: 'merchant-opened', subject: of, organization: shop.organization_id, body: limits });
    return { merchant: of };
  },
});

/** Writes down anew what a shop sells, when its door is open and its limits in a currency, and opens accounts that are missing. Refuses `wrong-step`, `hours-odd`, `amount-odd`, `day-below-sale`. */
export const changeTerms = action({
  name: 'change-terms',
  says: 'Changes what a shop sells, its hours and its limits.',
  input: z.strictObject({ merchant: id(), ...shopFields, ...limitFields }),
  refuses: ['wrong-step', 'hours-odd', 'amount-odd', 'day-below-sale'],
  run: async (doing, { merchant: of, categories: sells, opens_at, closes_at, ...typed }) => {
    const { tx, network, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'active' && shop.state !== 'suspended') refuse('wrong-step');
    if (hoursOdd({ opens_at, closes_at })) refuse('hours-odd', {}, 'opens_at');
    await tx.updateTable('currency.merchant').set({ categories: [...new Set(sells)], opens_at: opens_at ?? null, closes_at: closes_at ?? null }).where('network_id', '=', network).where('id', '=', of).execute();
    await openAccountsOf(doing, of);
    const limits = await setLimits(doing, of, typed);
    await record({ name: 'merchant-terms-changed', subject: of, organization: shop.organization_id, body: limits });
    return { merchant: of };
  },
});

async function setLimits({ tx, network, hub, now, actor, refuse }: Doing<CurrencyTables>, merchant: string, { currency, sale, day }: Limits): Promise<{ currency: Limits['currency']; sale_minor: number; day_minor: number }> {
  const sale_minor = minorOf(sale, scaleOf(currency)) || refuse('amount-odd', {}, 'sale');
  const day_minor = minorOf(day, scaleOf(currency)) || refuse('amount-odd', {}, 'day');
  if (day_minor < sale_minor) refuse('day-below-sale', {}, 'day');
  await tx.insertInto('currency.merchant_limit').values({ network_id: network, id: newId(now.getTime()), hub_id: hub, merchant_id: merchant, currency, sale_minor, day_minor, set_at: now, set_by: actor.account }).execute();
  return { currency, sale_minor, day_minor };
}
