import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, multilingual, text, wholeNumber } from '#core/input.ts';
import { hubCard, organizationsByIds } from '#modules/network/public.ts';
import { currencies, scaleOf } from '#core/money.ts';
import { action } from '../funding.ts';
import { amount, minorOf } from '../money.ts';
import { regionOf } from './region-of.ts';

/**
 * Writes down what one funder promised for one purpose: a line of its own, so that every payment says whose money it was.
 * `amount-odd` when it has more digits behind the point than the currency; `code-taken` when another line is called so.
 */
export const openFund = action({
  name: 'open-fund',
  says: 'Opens a fund: what one funder promised.',
  input: z.strictObject({
    names: multilingual(200), code: text(40).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)), funder: id(), partner: maybe(id()), programme: maybe(id()),
    currency: choice(currencies), amount: amount(), starts_on: isoDate(), ends_on: maybe(isoDate()), least_own_permille: maybe(wholeNumber(0, 1000)),
  }),
  refuses: ['amount-odd', 'code-taken', 'ends-before-start'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, typed) => {
    const { names, code, funder, partner, programme, currency, starts_on, ends_on } = typed;
    const amount_minor = minorOf(typed.amount, currency) || refuse('amount-odd', {}, 'amount');
    if (ends_on && ends_on < starts_on) refuse('ends-before-start', {}, 'ends_on');
    const bodies = [...new Set([funder, ...(partner ? [partner] : [])])];
    if ((await organizationsByIds(tx, bodies)).length < bodies.length) absent();
    const taken = await tx.selectFrom('funding.fund').select('id').where('network_id', '=', network).where('code', '=', code).executeTakeFirst();
    if (taken) refuse('code-taken', {}, 'code');
    const fund = newId(now.getTime());
    const territory = regionOf((await hubCard(tx, hub))?.territoryCode ?? null);
    await tx.insertInto('funding.fund').values({
      network_id: network, id: fund, hub_id: hub, programme_id: programme ?? null, funder_id: funder, partner_id: partner ?? null, region_code: territory, code,
      names, currency, scale: scaleOf(currency), amount_minor, least_own_permille: typed.least_own_permille ?? 0, starts_on, ends_on: ends_on ?? null, opened_at: now, opened_by: actor.account,
    }).execute();
    await record({ name: 'fund-opened', subject: fund, organization: funder, body: { amount_minor, currency, funder, territory } });
    return { fund };
  },
});
