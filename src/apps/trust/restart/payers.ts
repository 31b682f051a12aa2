import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { proveLedger } from '#modules/ledger/public.ts';
import { openAidHub } from '#tests/fixtures/aid.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard, openShop } from '#tests/fixtures/paying.ts';
import { bearerOf } from '../web/bearer.ts';

/** One payment as its till wrote it down before it was asked; `told` is the number of the receipt, once it was answered. */
export interface Payment {
  readonly key: string;
  readonly card: string;
  /** What the till says who it is with. */
  readonly bearer: Readonly<Record<string, string>>;
  /** In the smallest unit of the dinar. */
  readonly amount: number;
  told: string | null;
}

/** A shop with its tills and some who pay there with their cards, each at a till of her own: a hundred payments a second do not come from one. */
export interface Payers {
  readonly world: World;
  readonly asked: Payment[];
  /** One more payment, written down and asked. */
  pay(): Promise<Response>;
  /** The same payment asked again under its key. */
  again(payment: Payment): Promise<Response>;
  /** What stands in the books: payments of the shop, what they come to, what left the wallets, and what is wrong in the ledger. */
  stands(): Promise<{ payments: number; sum: number; left: number; faults: readonly string[] }>;
}

const GRANTED = 120_000;

type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Opens a hub that gives aid, a shop, and so many who hold a card with 120 dinars; `sender` gives what carries requests to the house of that world. */
export async function openPayers(many: number, sender: (world: World) => Promise<Send>): Promise<Payers> {
  const hub = await openAidHub();
  const { world, funded, grant, person, instrument } = hub;
  const shop = await openShop(hub);
  const programme = await funded('5000');
  const persons: string[] = [];
  for (let n = 0; n < many; n++) persons.push(await person());
  await grant(programme, persons);
  const cards: string[] = [];
  for (const each of persons) cards.push((await giveReadyCard(hub, each)).code);
  const send = await sender(world);
  const tills = [await bearerOf(world, shop.till)];
  while (tills.length < many) tills.push(await bearerOf(world, await world.as('merchant', { scope: 'org', organization: shop.organization, name: 'Lotfi Gharsalli' })));
  const asked: Payment[] = [];
  const again = async (payment: Payment): Promise<Response> => {
    const answer = await send('/api/v1/currency/take-payment', {
      method: 'POST', headers: { ...payment.bearer, 'content-type': 'application/json', 'idempotency-key': payment.key },
      body: JSON.stringify({ card: payment.card, amount: `0.${String(payment.amount).padStart(3, '0')}`, category: 'food', pin: '2580' }),
    });
    const said = answer.status === 200 ? (await answer.clone().json()) as { answer: string; number?: string } : null;
    if (said?.answer === 'paid') payment.told ??= said.number!;
    return answer;
  };
  const pay = (): Promise<Response> => {
    const at = asked.length % cards.length;
    const payment: Payment = { key: newId(), card: cards[at]!, bearer: tills[at]!, amount: 1 + (asked.length % 9), told: null };
    asked.push(payment);
    return again(payment);
  };
  const stands = async () => {
    const [sales] = await ownerQuery<{ payments: number; sum: number }>(world.house, 'select count(*)::int as payments, coalesce(sum(amount_minor), 0)::int as sum from currency.payment where merchant_id = $1', [shop.merchant]);
    const [wallets] = await ownerQuery<{ has: number }>(world.house, 'select sum(a.balance_minor)::int as has from ledger.account a join currency.aid aid on (aid.network_id, aid.id) = (a.network_id, a.id) where aid.programme_id = $1', [programme]);
    const itself: Actor = { ...visitor(world.network), app: 'job' };
    const { faults } = await inTransaction(world.house.app, beginFor(itself, { jobHubs: [world.hub] }), (tx) => proveLedger(tx, world.network, instrument));
    return { ...sales!, left: many * GRANTED - wallets!.has, faults };
  };
  return { world, asked, pay, again, stands };
}

/**
 * Asks what nobody answered again, and one that was answered too; then holds the books against what was written down. Gives what differs and how many
 * had no answer.
 */
export async function holdPaymentsAgainst({ asked, again, stands }: Payers): Promise<{ faults: string[]; unanswered: number }> {
  const faults: string[] = [];
  const open = asked.filter(({ told }) => told === null);
  for (const payment of open) await again(payment);
  for (const payment of [...open, ...asked.slice(-1)]) {
    const answer = await again(payment);
    const { number } = answer.status === 200 ? ((await answer.json()) as { number?: string }) : {};
    if (number === undefined || number !== payment.told) faults.push(`a payment that was answered ${payment.told ?? 'by nobody'} is answered ${number ?? answer.status} when it is asked again`);
  }
  const { payments, sum, left, faults: wrong } = await stands();
  const should = asked.reduce((all, { amount }) => all + amount, 0);
  if (payments !== asked.length) faults.push(`${asked.length} payments were asked, ${payments} stand`);
  if (sum !== should || left !== should) faults.push(`${should} was to be paid: ${sum} stands as paid, ${left} left the wallets`);
  return { faults: [...faults, ...wrong], unanswered: open.length };
}
