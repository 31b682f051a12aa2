import { z } from 'zod';
import { id, maybe, text } from '#core/input.ts';
import { accountsAt } from '#modules/network/public.ts';
import { findPeople } from '#modules/people/public.ts';
import { knownSession } from '../session/known-session.ts';
import { trainersOfPool } from '../trainers/trainers-of-pool.ts';
import { query } from '../training.ts';

/** Whoever may be meant for a seat: persons of this hub in any spelling, or for a course of staff the colleagues, or the trainers of the pool. */
export const seatFinder = query({
  name: 'seat-finder',
  says: 'Finds who asks for a seat.',
  input: z.strictObject({ session: id(), typed: maybe(text(120)) }),
  run: async (asking, { session, typed }) => {
    const { tx, network, hub } = asking;
    const row = await knownSession(asking, session);
    const asked = await tx.selectFrom('training.seat').select(['person_id', 'account_id', 'trainer_id']).where('network_id', '=', network).where('session_id', '=', session).where('state', '<>', 'given_back').execute();
    const taken = new Set(asked.flatMap(({ person_id, account_id, trainer_id }) => person_id ?? account_id ?? trainer_id ?? []));
    const colleagues = row.audience === 'staff' ? new Map((await accountsAt(tx, hub)).map(({ account, name }) => [account, name])) : new Map<string, string>();
    const trainers = row.audience === 'trainers' ? await trainersOfPool(tx, network) : [];
    return {
      session: row,
      people: row.audience === 'beneficiaries' && typed ? (await findPeople(asking, typed)).map((card) => ({ card, asked: taken.has(card.id) })) : [],
      others: [...colleagues].map(([of, name]) => ({ id: of, name })).concat(trainers.map(({ id: of, name }) => ({ id: of, name }))).filter((each) => !taken.has(each.id)),
    };
  },
});
