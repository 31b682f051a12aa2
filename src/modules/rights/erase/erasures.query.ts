import { z } from 'zod';
import { accountNames, dayHere, hubsOf } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { requestNumber } from '../request/request-number.ts';
import { query } from '../rights.ts';

const mostShown = 200;

/** Erasures that wait for a decision, those being carried out and those done, with what holds them back, and requests to see that wait for a second colleague: no name of anybody. Each is known by its number, and to whoever works at the hub by the code of the file. */
export const erasures = query({
  name: 'erasures',
  says: 'Shows erasures that wait for a decision and those that were carried out.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, actor } = asking;
    const today = await dayHere(asking);
    const rows = await tx.selectFrom('rights.request').select(['id', 'hub_id', 'person_id', 'basis', 'state', 'reason', 'asked_at', 'asked_by', 'due_on', 'answered_at', 'identified_by', 'for_dpo'])
      .where('network_id', '=', network).where('kind', '=', 'erase').orderBy('asked_at', 'desc').limit(mostShown).execute();
    const holds = rows.length === 0 ? [] : await tx.selectFrom('rights.hold').select(['id', 'person_id', 'why', 'until_on'])
      .where('network_id', '=', network).where('person_id', 'in', rows.map(({ person_id: person }) => person)).where('ended_at', 'is', null).where('until_on', '>=', today).execute();
    const accesses = await tx.selectFrom('rights.request').select(['id', 'hub_id', 'asked_at', 'asked_by', 'due_on'])
      .where('network_id', '=', network).where('kind', '=', 'access').where('state', '=', 'open').where('confirmed_at', 'is', null).orderBy('asked_at').limit(mostShown).execute();
    const names = await accountNames(tx, [...rows, ...accesses].map(({ asked_by }) => asked_by));
    const hubs = new Map((await hubsOf(tx)).map(({ id, names: called }) => [id, called]));
    const cards = await peopleByIds(tx, rows.filter(({ state }) => state !== 'erased').map(({ person_id: person }) => person));
    return {
      accesses: accesses.map((row) => ({
        id: row.id, number: requestNumber(row.id), hub: hubs.get(row.hub_id) ?? null, askedAt: row.asked_at, askedBy: names.get(row.asked_by) ?? null, mine: row.asked_by === actor.account, dueOn: row.due_on, late: row.due_on < today,
      })),
      erasures: rows.map((row) => ({
        id: row.id, number: requestNumber(row.id), code: cards.get(row.person_id)?.code ?? null, hub: hubs.get(row.hub_id) ?? null, basis: row.basis, state: row.state, reason: row.reason, askedAt: row.asked_at, askedBy: names.get(row.asked_by) ?? null,
        mine: row.asked_by === actor.account, dueOn: row.due_on, late: row.state === 'open' && row.due_on < today, answeredAt: row.answered_at, identifiedBy: row.identified_by.length, forDpo: row.for_dpo,
        holds: holds.filter(({ person_id: person }) => person === row.person_id).map(({ id, why, until_on }) => ({ id, why, until: until_on })),
      })),
    };
  },
});

/** How many requests wait for somebody else's decision: erasures, and to whoever may confirm it that somebody sees what is kept of her. */
export const erasuresWaiting = query({
  name: 'erasures-waiting',
  says: 'Counts erasures that wait for a decision.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const { many } = await tx.selectFrom('rights.request').select((eb) => eb.fn.countAll<bigint>().as('many'))
      .where('network_id', '=', network).where('kind', 'in', actor.roles.some(({ role }) => role === 'dpo') ? ['erase', 'access'] : ['erase']).where('confirmed_at', 'is', null)
      .where('state', '=', 'open').where('asked_by', '<>', actor.account!).executeTakeFirstOrThrow();
    return Number(many);
  },
});
