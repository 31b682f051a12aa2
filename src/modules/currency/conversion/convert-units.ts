import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { shopAt } from '../till/shop-of-till.ts';
import { convertibleOf } from './convertible-of.ts';
import { circulateRefusals, whyNotCirculate } from './may-circulate.ts';

/**
 * Makes local currency of what a shop took as aid, because it asks for it and the programme was opened so (`programme-settled` where it was not). Two transfers in
 * two books, in one transaction: the aid leaves its book, and with it the money behind it; as many units come into the other. Refuses `no-merchant`,
 * `merchant-suspended`, `no-local-currency`, `amount-odd`, `convert-too-much` (more than it took and still has), and what stands against circulating.
 */
export const convertUnits = action({
  name: 'convert-units',
  says: 'Makes local currency of what a shop took as aid.',
  input: z.strictObject({ programme: id(), amount: decimal() }),
  refuses: ['no-merchant', 'merchant-suspended', 'programme-settled', 'no-local-currency', 'amount-odd', 'convert-too-much', ...circulateRefusals],
  run: async (doing, { programme: of, amount: typed }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const programme = await tx.selectFrom('currency.programme').select(['hub_id', 'becomes']).where('network_id', '=', network).where('id', '=', of).executeTakeFirst();
    if (!programme) return absent();
    const shop = (await shopAt(doing, programme.hub_id)) ?? refuse('no-merchant');
    if (shop.state !== 'active') refuse(shop.state === 'suspended' ? 'merchant-suspended' : 'no-merchant');
    if (programme.becomes !== 'recirculates') refuse('programme-settled');
    const told = async () => (await convertibleOf(tx, network, { merchant: shop.id, organization: shop.organization_id })).find((each) => each.programme === of) ?? refuse('convert-too-much', {}, 'amount');
    const found = await told();
    if (!found.into || !found.intoAccount) return refuse('no-local-currency');
    const against = await whyNotCirculate(tx, { network, hub: programme.hub_id, instrument: found.into, now });
    if (against) refuse(against);
    const amount = minorOf(typed, scaleOf(found.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount > found.amount) refuse('convert-too-much', {}, 'amount');
    const conversion = newId(now.getTime());
    const from_number = await transfer(doing, found.book, { key: conversion, from: found.account, to: found.book, amount, reason: reasons.converted });
    // The book is held since: of two conversions at once the second counts the first here.
    if (amount > (await told()).left) refuse('convert-too-much', {}, 'amount');
    const to_number = await transfer(doing, found.into, { key: conversion, from: found.into, to: found.intoAccount, amount, reason: reasons.converted });
    await tx.insertInto('currency.conversion').values({
      network_id: network, id: conversion, hub_id: programme.hub_id, organization_id: shop.organization_id, programme_id: of, from_book: found.book, from_account: found.account, from_number,
      to_book: found.into, to_account: found.intoAccount, to_number, amount_minor: amount, converted_at: now, converted_by: actor.account ?? absent(),
    }).execute();
    await record({ name: 'units-converted', subject: conversion, hub: programme.hub_id, organization: shop.organization_id, body: { amount_minor: amount, currency: found.currency, programme: of, instrument: found.into } });
    return { conversion, amount, currency: found.currency };
  },
});
