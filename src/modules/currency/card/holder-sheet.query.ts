import { z } from 'zod';
import { id } from '#core/input.ts';
import { balanceOf } from '#modules/ledger/public.ts';
import { personCard } from '#modules/people/public.ts';
import { query } from '../currency.ts';
import { pursesOf } from '../spend/spend-aid.ts';
import { paymentsOf } from '../till/payments-of.ts';

/** What somebody pays with, as the desk reads it to her: her card, what is left in each wallet and until when, what she bought. */
export const holderSheet = query({
  name: 'holder-sheet',
  says: 'Shows what a person pays with: her card, what is left, what she bought.',
  input: z.strictObject({ person: id() }),
  run: async (asking, { person: of }) => {
    const { tx, network, hub, absent } = asking;
    const person = (await personCard(tx, of)) ?? absent();
    const card = await tx.selectFrom('currency.card').select(['id', 'state', 'state_at', 'number', 'day_minor', 'day_currency', 'made_at', 'duress_hash']).where('network_id', '=', network).where('hub_id', '=', hub)
      .where('person_id', '=', person.id).orderBy('made_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
    const purses = (await pursesOf(tx, network, person.id)).filter((purse) => purse.hub === hub);
    const rows = await tx.selectFrom('currency.local_wallet as w').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'w.network_id').onRef('i.id', '=', 'w.instrument_id'))
      .select(['w.id', 'w.instrument_id as book', 'i.currency', 'i.names']).where('w.network_id', '=', network).where('w.hub_id', '=', hub).where('w.person_id', '=', person.id).orderBy('w.id').execute();
    const local = [];
    for (const { id: wallet, book, currency, names } of rows) {
      const { balance, held } = (await balanceOf(asking, book, wallet)) ?? absent();
      local.push({ id: wallet, names, free: balance - held, until: null, currency });
    }
    const used = await tx.selectFrom('currency.instrument').select('currency').distinct().where('network_id', '=', network).where('hub_id', '=', hub).orderBy('currency').execute();
    return {
      person, currencies: used.map(({ currency }) => currency),
      card: card ? { id: card.id, state: card.state, since: card.state_at, number: card.number, day: card.day_minor === null ? null : Number(card.day_minor), dayCurrency: card.day_currency, madeAt: card.made_at, forced: card.duress_hash !== null } : null,
      wallets: [...purses.map(({ aid, names, free, until, currency }) => ({ id: aid, names, free, until: until as string | null, currency })), ...local], payments: await paymentsOf(asking, person.id),
    };
  },
});
