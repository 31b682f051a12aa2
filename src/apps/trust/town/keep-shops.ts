import '../../web/sitemap.ts';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { lookThroughSales } from '#modules/currency/alert/look-through-sales.ts';
import { disputeClaim } from '#modules/currency/claim/dispute-claim.ts';
import { makeSettlement, paySettlement } from '#modules/currency/claim/settle-claims.ts';
import { submitClaim } from '#modules/currency/claim/submit-claim.ts';
import { validateClaim } from '#modules/currency/claim/validate-claim.ts';
import { sayTie } from '#modules/currency/merchant/say-tie.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';
import { appliedShop, openShop, sale } from '#tests/fixtures/shops.ts';

/** Shops of a hub where aid was given: one that only asked, one with a claim paid, one disputed and one waiting, a colleague who is close to it, and a pattern in its sales. Gives who stands at its till. */
export async function keepShops({ world, officer, body }: ReferringDesk, { supervisor, manager }: { readonly supervisor: Actor; readonly manager: Actor }): Promise<Actor> {
  const { house, network } = world;
  const [given] = await ownerQuery<{ instrument: string; aid: string }>(house, `select p.instrument_id as instrument, a.id as aid from currency.aid a join currency.programme p on p.network_id = a.network_id and p.id = a.programme_id where a.network_id = $1 and a.state = 'loaded' limit 1`, [network]);
  const { instrument, aid } = given!;
  const hub = { world, manager, officer, funder: body, instrument };
  await appliedShop(hub);
  const shop = await openShop(hub);
  const claim = async () => {
    await sale(hub, shop, aid, 10_000);
    return (await act(house, shop.till, submitClaim, { merchant: shop.merchant, currency: 'TND' } as never)).claim;
  };
  const [paid, disputed] = [await claim(), await claim()];
  await act(house, supervisor, validateClaim, { claim: paid });
  const { settlement } = await act(house, await world.as('funding_officer'), makeSettlement, { claims: [paid] } as never);
  await act(house, { ...(await world.as('treasurer')), provedAt: new Date() }, paySettlement, { settlement });
  await act(house, manager, disputeClaim, { claim: disputed, why: 'Ticket manquant' });
  await act(house, manager, sayTie, { merchant: shop.merchant });
  await sale(hub, shop, aid, 10_000);
  await claim();
  await act(house, jobOf(network), lookThroughSales, { day: dayAtHub() } as never);
  return shop.till;
}
