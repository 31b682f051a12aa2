import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, text } from '#core/input.ts';
import { changeAccount } from '#modules/ledger/public.ts';
import type { MerchantState } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { accountsOf, knownMerchant } from './known-merchant.ts';

/**
 * Stops a shop at once: it takes nothing more, also no payment that was reserved a moment before. What it took stays owed to it and can be claimed, and it may
 * give back. Refuses `wrong-step`, `why-too-short`.
 */
export const suspendMerchant = action({
  name: 'suspend-merchant',
  says: 'Stops a shop from taking payments for a while.',
  input: z.strictObject({ merchant: id(), why: text(300) }),
  refuses: ['wrong-step', 'why-too-short'],
  run: async (doing, { merchant: of, why }) => {
    const { refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'active') refuse('wrong-step');
    if (why.length < 3) refuse('why-too-short', {}, 'why');
    await turn(doing, of, 'suspended', why);
    await taking(doing, of, false);
    await record({ name: 'merchant-suspended', subject: of, organization: shop.organization_id, body: {} });
    return { merchant: of };
  },
});

/** Lets a suspended shop take payments again: by somebody else than who stopped it (`own-suspension`). Refuses `wrong-step`. */
export const resumeMerchant = action({
  name: 'resume-merchant',
  says: 'Lets a suspended shop take payments again.',
  input: z.strictObject({ merchant: id() }),
  refuses: ['wrong-step', 'own-suspension'],
  run: async (doing, { merchant: of }) => {
    const { actor, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state !== 'suspended') refuse('wrong-step');
    if (shop.state_by === actor.account) refuse('own-suspension');
    await turn(doing, of, 'active', null);
    await taking(doing, of, true);
    await record({ name: 'merchant-resumed', subject: of, organization: shop.organization_id, body: {} });
    return { merchant: of };
  },
});

/** Ends that a shop takes part, once nothing is owed to it any more (`balance-left`); an application ends likewise. Refuses `wrong-step`, `why-too-short`. */
export const exitMerchant = action({
  name: 'exit-merchant',
  says: 'Ends that a shop takes part, once all it took is paid out.',
  input: z.strictObject({ merchant: id(), why: text(300) }),
  refuses: ['wrong-step', 'why-too-short', 'balance-left'],
  run: async (doing, { merchant: of, why }) => {
    const { tx, network, refuse, record } = doing;
    const shop = await knownMerchant(doing, of);
    if (shop.state === 'exited') refuse('wrong-step');
    if (why.length < 3) refuse('why-too-short', {}, 'why');
    // First it takes nothing more, then what it has is read: a payment that comes meanwhile waits and is refused.
    await taking(doing, of, false);
    if ((await accountsOf(tx, network, of)).some(({ balance, held }) => balance > 0 || held > 0)) refuse('balance-left');
    await turn(doing, of, 'exited', why);
    await record({ name: 'merchant-exited', subject: of, organization: shop.organization_id, body: {} });
    return { merchant: of };
  },
});

async function turn({ tx, network, now, actor }: Doing<CurrencyTables>, merchant: string, state: MerchantState, why: string | null): Promise<void> {
  await tx.updateTable('currency.merchant').set({ state, why, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', merchant).execute();
}

async function taking(doing: Doing<CurrencyTables>, merchant: string, takes: boolean): Promise<void> {
  for (const { id: account, instrument } of await accountsOf(doing.tx, doing.network, merchant)) await changeAccount(doing, instrument, account, { takes });
}
