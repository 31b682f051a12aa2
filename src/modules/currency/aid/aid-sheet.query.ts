import { z } from 'zod';
import { id } from '#core/input.ts';
import { personCard } from '#modules/people/public.ts';
import { query } from '../currency.ts';
import { historyOf } from './history-of.ts';
import { knownAid } from './known-aid.ts';
import { standingOf } from './standing-of.ts';

/** The wallet of one household as the desk reads it: what is left, until when, what moved, and whether she has a link of her own. */
export const aidSheet = query({
  name: 'aid-sheet',
  says: 'Shows the wallet of a household: what is left, until when, what moved.',
  input: z.strictObject({ aid: id() }),
  run: async (asking, { aid: of }) => {
    const { tx, network } = asking;
    const aid = await knownAid(asking, of, false);
    const card = await personCard(tx, aid.person_id);
    const door = await tx.selectFrom('currency.wallet_door').select('made_at').where('network_id', '=', network).where('person_id', '=', aid.person_id).where('ended_at', 'is', null).executeTakeFirst();
    return {
      id: of, programme: { id: aid.programme_id, names: aid.names }, person: card ? { id: card.id, name: card.name, other: card.other, code: card.code } : null, adults: aid.adults, minors: aid.minors,
      standing: standingOf(aid.state, aid.amount, aid.balance), state: aid.state, why: aid.why, since: aid.state_at, amount: aid.amount, free: aid.free, held: aid.held, currency: aid.currency,
      grantedAt: aid.granted_at!, until: aid.expires_on!, warnedAt: aid.warned_at, categories: aid.categories, doorSince: door?.made_at ?? null, history: await historyOf(asking, aid.book, of),
    };
  },
});
