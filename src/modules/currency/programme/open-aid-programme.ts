import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, choices, id, isoDate, listOf, multilingual, text, wholeNumber } from '#core/input.ts';
import { decimal, minorOf } from '#core/money.ts';
import { openAccounts } from '#modules/ledger/public.ts';
import { dayHere, organizationCard, territoryCard } from '#modules/network/public.ts';
import { becomings, categories } from '../codes.ts';
import { action } from '../currency.ts';
import { knownInstrument } from '../instrument/known-instrument.ts';

const amounts = ['pledged', 'base', 'adult', 'child', 'ceiling', 'lead'] as const;

/**
 * Opens an aid programme with an empty fund: whose money, who may have it (place, size of the household), how much by who lives there, for what, until
 * when, and what a unit becomes in a shop. All of it stays as it is: what people were told is not changed under them. Refuses `not-aid`, `amount-odd`
 * (more digits behind the point than the currency, or zero where something is needed), `above-ceiling`, `code-taken`, `place-unknown`, `day-past`.
 */
export const openAidProgramme = action({
  name: 'open-aid-programme',
  says: 'Opens an aid programme: whose money, for whom, how much, for what, until when.',
  input: z.strictObject({
    instrument: id(), names: multilingual(120), code: text(40).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)), funder: id(), pledged: decimal(), base: decimal(), adult: decimal(), child: decimal(), ceiling: decimal(), lead: decimal(),
    territories: listOf(text(20)), least_members: wholeNumber(1, 20), least_minors: wholeNumber(0, 20), categories: choices(categories).pipe(z.array(z.enum(categories)).min(1)),
    valid_days: wholeNumber(1, 730), ends_on: isoDate(), warn_days: wholeNumber(0, 90), becomes: choice(becomings),
  }),
  refuses: ['not-aid', 'amount-odd', 'above-ceiling', 'code-taken', 'place-unknown', 'day-past'],
  run: async (doing, { instrument: of, names, code, funder, territories, becomes, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const instrument = await knownInstrument(doing, of);
    if (instrument.kind !== 'aid') refuse('not-aid', {}, 'instrument');
    if (!(await organizationCard(tx, funder))) absent();
    const minor = Object.fromEntries(amounts.map((name) => [name, minorOf(typed[name], instrument.scale) ?? refuse('amount-odd', {}, name)])) as Record<(typeof amounts)[number], number>;
    for (const name of ['pledged', 'base', 'ceiling'] as const) if (minor[name] === 0) refuse('amount-odd', {}, name);
    if (minor.base > minor.ceiling) refuse('above-ceiling', {}, 'ceiling');
    for (const place of territories) if (!(await territoryCard(tx, place))) refuse('place-unknown', { place }, 'territories');
    if (typed.ends_on < (await dayHere(doing))) refuse('day-past', {}, 'ends_on');
    const taken = await tx.selectFrom('currency.programme').select('id').where('network_id', '=', network).where('code', '=', code).executeTakeFirst();
    if (taken) refuse('code-taken', {}, 'code');
    const programme = newId(now.getTime());
    await openAccounts(doing, of, [{ id: programme, kind: 'fund' }]);
    await tx.insertInto('currency.programme').values({
      network_id: network, id: programme, hub_id: hub, instrument_id: of, code, names, funder_id: funder, pledged_minor: minor.pledged, territories: [...new Set(territories)], least_members: typed.least_members,
      least_minors: typed.least_minors, categories: [...new Set(typed.categories)], base_minor: minor.base, adult_minor: minor.adult, child_minor: minor.child, ceiling_minor: minor.ceiling, valid_days: typed.valid_days,
      ends_on: typed.ends_on, warn_days: typed.warn_days, lead_minor: minor.lead, becomes, opened_at: now, opened_by: actor.account,
    }).execute();
    await record({ name: 'aid-programme-opened', subject: programme, organization: funder, body: { amount_minor: minor.pledged, currency: instrument.currency, instrument: of, funder, becomes } });
    return { programme };
  },
});
