import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, text, wholeNumber } from '#core/input.ts';
import { currencies } from '#core/money.ts';
import { Refusal } from '#core/refusal.ts';
import { foldDigits } from '#core/text/fold.ts';
import { dayHere } from '#modules/network/public.ts';
import { cardLink } from '../card/card-code.ts';
import { cardBrought } from '../card/known-card.ts';
import { categories, neverBought } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';
import { paySale, saleRefusals } from '../till/pay-sale.ts';
import { bodiesOf } from '../till/shop-of-till.ts';
import { whenItCounts, whyNotOffline } from './may-settle.ts';
import { saleText } from './sale-text.input.ts';
import { openSeal, sha256, signedBy } from './till-key.ts';

/** Why a sale is not taken in at all: it stays with the till. */
const chainRefusals = ['offline-till-stopped', 'offline-altered', 'offline-gap'] as const;

/** How a sale ended; the shop reads it, and the same again when the same sale is sent again. */
interface Settled { readonly number: number; readonly answer: 'paid' | 'refused'; readonly receipt: string | null; readonly why: string | null; readonly clock_odd: boolean; readonly amount: number; readonly currency: string }

/**
 * Settles one sale that a till made without a network, once and in the order of its numbers. It must be signed by the till, name the sale before it, be no older than three
 * days and within the bounds; then it is paid as every other sale, by her card and digits that were sealed for it. A no is written down as well: the shop bears it. One sale
 * is one action, because row-level security opens one card to a transaction. Refuses `chainRefusals`, when it is no sale of this till or another comes first.
 */
export const settleOfflineSale = action({
  name: 'settle-offline-sale',
  says: 'Settles a sale that a till made without a network.',
  input: z.strictObject({
    till: id(), number: wholeNumber(1, 999_999_999), previous: text(60), at: z.iso.datetime(), category: choice([...categories, ...neverBought]), amount: wholeNumber(1, 999_999_999_999), currency: choice(currencies),
    sealed: text(600), signature: text(200),
  }),
  refuses: [...chainRefusals, ...saleRefusals],
  link: ({ sealed, ...sale }, blind) => cardLink(openSeal(blind, sale, sealed)?.card ?? ''),
  // What a sale is refused for undoes what it had begun: the second time only the no is written down.
  around: <X>(_: unknown, run: (brought?: unknown) => Promise<X>): Promise<X> => run().catch((error: unknown) => {
    const why = error instanceof Refusal ? refusedFor(error) : undefined;
    return why ? run(why) : Promise.reject(error);
  }),
  run: async (doing, { signature, ...sale }) => {
    const { tx, network, now, actor, blind, refuse, record, brought } = doing;
    const bodies = bodiesOf(doing);
    // Held: a till that sends from two windows takes turns.
    const till = bodies.length === 0 ? undefined : await tx.selectFrom('currency.offline_till').selectAll().where('network_id', '=', network).where('organization_id', 'in', bodies).where('id', '=', sale.till).forUpdate().executeTakeFirst();
    if (!till) return refuse('offline-till-stopped');
    if (!signedBy(till.public_key, saleText(sale), signature)) refuse('offline-altered');
    const [hash, last] = [sha256(saleText(sale)), Number(till.last_number)];
    if (sale.number <= last) return sentAgain(doing, till, sale.number, hash);
    if (sale.number > last + 1) refuse('offline-gap');
    if (sale.previous !== till.last_hash.toString('base64url')) refuse('offline-altered');
    const { counts, odd } = whenItCounts({ made: new Date(sale.at), after: till.last_at, now });
    const day = await dayHere({ tx, network, actor: { hub: till.hub_id }, now }, counts);
    const shown = openSeal(blind, sale, sale.sealed);
    const card = shown ? await cardBrought(doing, shown.card) : undefined;
    const against = typeof brought === 'string' ? brought : await whyNotOffline(doing, { till, sale, sealed: shown === null, person: card?.person_id, day });
    const merchant = { id: till.merchant_id, hub_id: till.hub_id, organization_id: till.organization_id };
    const paid = against === null ? await paySale(doing, { card, pin: foldDigits(shown!.pin), merchant, category: sale.category, currency: sale.currency, amount: sale.amount, means: 'card', till: actor.account }) : null;
    const why = against ?? (paid?.answer === 'paid' ? null : 'offline-pin');
    const payment = paid?.answer === 'paid' ? paid : null;
    await tx.insertInto('currency.offline_sale').values({
      network_id: network, id: newId(now.getTime()), hub_id: till.hub_id, merchant_id: till.merchant_id, organization_id: till.organization_id, till_id: till.id, number: sale.number, hash, category: sale.category, amount_minor: sale.amount,
      currency: sale.currency, made_at: new Date(sale.at), arrived_at: now, clock_odd: odd, day, state: why ? 'refused' : 'paid', why, payment_id: payment?.payment ?? null,
    }).execute();
    await tx.updateTable('currency.offline_till').set({ last_number: sale.number, last_hash: hash, last_at: counts }).where('network_id', '=', network).where('id', '=', till.id).execute();
    await record({ name: why ? 'offline-sale-refused' : 'offline-sale-settled', subject: till.id, hub: till.hub_id, organization: till.organization_id, body: { amount_minor: sale.amount, currency: sale.currency, merchant: till.merchant_id } });
    const settled: Settled = { number: sale.number, answer: why ? 'refused' : 'paid', receipt: payment?.number ?? null, why, clock_odd: odd, amount: sale.amount, currency: sale.currency };
    return settled;
  },
});

const refusedFor = ({ code }: Refusal): string | undefined => saleRefusals.find((each) => code === `currency.${each}`);

/** The answer once more, when the first was lost on its way; refuses another sale under a number that was used. */
async function sentAgain({ tx, network, refuse, record }: Doing<CurrencyTables>, { id: till, hub_id, organization_id }: { id: string; hub_id: string; organization_id: string }, number: number, hash: Buffer): Promise<Settled> {
  const before = await tx.selectFrom('currency.offline_sale as s').leftJoin('currency.payment as p', (join) => join.onRef('p.network_id', '=', 's.network_id').onRef('p.id', '=', 's.payment_id'))
    .select(['s.hash', 's.state', 's.why', 's.clock_odd', 's.amount_minor', 's.currency', 'p.number as receipt']).where('s.network_id', '=', network).where('s.till_id', '=', till).where('s.number', '=', number).executeTakeFirstOrThrow();
  if (!before.hash.equals(hash)) refuse('offline-altered');
  await record({ name: 'offline-sale-repeated', subject: till, hub: hub_id, organization: organization_id, body: {} });
  return { number, answer: before.state, receipt: before.receipt, why: before.why, clock_odd: before.clock_odd, amount: Number(before.amount_minor), currency: before.currency };
}
