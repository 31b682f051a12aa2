import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, hubCard } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { trainersOfPool } from '../trainers/trainers-of-pool.ts';
import { query } from '../training.ts';
import { knownSession } from '../session/known-session.ts';

/** A certificate with the name of whoever earned it, to be printed and handed over. */
export const certificateSheet = query({
  name: 'certificate-sheet',
  says: 'Shows a certificate to print.',
  input: z.strictObject({ certificate: id() }),
  run: async (asking, { certificate }) => {
    const { tx, network, hub, absent } = asking;
    const paper = (await tx.selectFrom('training.certificate').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', certificate).executeTakeFirst()) ?? absent();
    const seat = (await tx.selectFrom('training.seat').select(['person_id', 'account_id', 'trainer_id']).where('network_id', '=', network).where('id', '=', paper.seat_id).executeTakeFirst()) ?? absent();
    const session = await knownSession(asking, paper.session_id);
    const card = seat.person_id ? (await peopleByIds(tx, [seat.person_id])).get(seat.person_id) : undefined;
    const name = seat.account_id ? (await accountNames(tx, [seat.account_id])).get(seat.account_id) : seat.trainer_id ? (await trainersOfPool(tx, network, [seat.trainer_id]))[0]?.name : undefined;
    const place = (await hubCard(tx, hub)) ?? absent();
    return {
      paper, session, card: card ?? null, name: name ?? null,
      hub: { names: place.names, country: place.country, timeZone: place.timeZone },
    };
  },
});
