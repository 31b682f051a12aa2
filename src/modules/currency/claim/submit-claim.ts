import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { currencies } from '#core/money.ts';
import { reserve } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { accountsOf, ownMerchants } from '../merchant/known-merchant.ts';
import { writeStep } from './known-claim.ts';

/** How long what is claimed stays reserved; a claim nobody pays in that time is free again in the ledger. */
const heldDays = 365;

/**
 * Claims all that stands free on a shop's accounts in one currency, by whoever works at its till. It is reserved at once, account by account, so nothing is claimed
 * twice. Also a suspended shop claims what it took before. Refuses `nothing-to-claim`.
 */
export const submitClaim = action({
  name: 'submit-claim',
  says: 'Claims what my shop has taken in one currency.',
  input: z.strictObject({ merchant: id(), currency: choice(currencies) }),
  refuses: ['nothing-to-claim'],
  run: async (doing, { merchant: of, currency }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const shop = (await ownMerchants(doing)).find(({ id: each }) => each === of) ?? absent();
    const full = (await accountsOf(tx, network, of)).flatMap(({ id: account, instrument, currency: own, balance, held }) => (own === currency && balance > held ? { account, instrument, amount: balance - held } : []));
    if (full.length === 0) refuse('nothing-to-claim');
    const claim = newId(now.getTime());
    const parts = [];
    const until = new Date(now.getTime() + heldDays * 86_400_000);
    for (const { account, instrument, amount } of full) parts.push({ account, instrument, amount, number: await reserve(doing, instrument, { key: claim, from: account, to: instrument, amount, until, reason: reasons.claim }) });
    // The books are held until commit: whoever claims at the same moment waits above, finds nothing left, and never takes this number.
    const last = await tx.selectFrom('currency.claim').select('number').where('network_id', '=', network).where('merchant_id', '=', of).orderBy('number', 'desc').limit(1).executeTakeFirst();
    const amount_minor = parts.reduce((sum, { amount }) => sum + amount, 0);
    const keys = { network_id: network, hub_id: shop.hub_id, organization_id: shop.organization_id };
    await tx.insertInto('currency.claim').values({ ...keys, id: claim, merchant_id: of, number: (last?.number ?? 0) + 1, currency, amount_minor, state: 'submitted', submitted_by: actor.account ?? absent(), submitted_at: now }).execute();
    await tx.insertInto('currency.claim_part').values(parts.map(({ account, instrument, amount, number }) => ({ ...keys, claim_id: claim, account_id: account, instrument_id: instrument, amount_minor: amount, held_number: number }))).execute();
    await writeStep(doing, { ...keys, id: claim }, 'submitted');
    await record({ name: 'claim-submitted', subject: claim, organization: shop.organization_id, hub: shop.hub_id, body: { amount_minor, currency } });
    return { claim };
  },
});
