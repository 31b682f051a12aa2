import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { stateOf } from '../parcel/parcel-here.ts';
import { query } from '../transfer.ts';

const MOST = 200;
const DAY = 86_400_000;
/** What came back stays on top of the list for so long. */
export const backDays = 30;

/** What arrives at this hub, by number and sender alone, and what it sent, with what became of it; what came back stands first. */
export const transferList = query({
  name: 'transfer-list',
  says: 'Shows who is on the way to this hub by number, and who left it.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, now }) => {
    const names = new Map((await hubsOf(tx)).map((each) => [each.id, each.names]));
    const arriving = await tx.selectFrom('transfer.parcel').select(['id', 'number', 'hub_id', 'until_at']).where('network_id', '=', network).where('to_hub_id', '=', hub)
      .where('state', '=', 'waiting').where('until_at', '>', now).orderBy('until_at').limit(MOST).execute();
    const sent = await tx.selectFrom('transfer.departure as departure').innerJoin('transfer.parcel as parcel', (join) => join.onRef('parcel.network_id', '=', 'departure.network_id').onRef('parcel.id', '=', 'departure.id'))
      .select(['parcel.id', 'parcel.number', 'parcel.to_hub_id', 'parcel.state', 'parcel.prepared_at', 'parcel.until_at', 'parcel.answered_at', 'departure.person_id', 'departure.kind'])
      .where('departure.network_id', '=', network).where('departure.hub_id', '=', hub).orderBy('parcel.prepared_at', 'desc').orderBy('parcel.id', 'desc').limit(MOST).execute();
    const cards = await peopleByIds(tx, sent.map(({ person_id: person }) => person));
    const newest = new Set<string>();
    const rows = sent.flatMap(({ person_id: person, to_hub_id: to, ...row }) => {
      const card = cards.get(person);
      if (!card) return [];
      const state = stateOf(row, now);
      const latest = !newest.has(card.id);
      newest.add(card.id);
      const ended = row.answered_at ?? row.until_at;
      return [{
        id: row.id, number: row.number, to: names.get(to) ?? {}, state, kind: row.kind, preparedAt: row.prepared_at, card,
        back: latest && (state === 'refused' || state === 'late') && now.getTime() - ended.getTime() < backDays * DAY,
      }];
    });
    return {
      arriving: arriving.map(({ id, number, hub_id: from, until_at: until }) => ({ id, number, from: names.get(from) ?? {}, until })),
      sent: [...rows.filter(({ back }) => back), ...rows.filter(({ back }) => !back)],
    };
  },
});

/** How many parcels wait to be opened here, and how many came back: the number beside the entry of the menu. */
export const transfersWaiting = query({
  name: 'transfers-waiting',
  says: 'Counts who is on the way to this hub, and what came back to it.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, now }) => {
    if (!actor.hub) return 0;
    const arriving = await tx.selectFrom('transfer.parcel').select((eb) => eb.fn.countAll<number>().as('count')).where('network_id', '=', network).where('to_hub_id', '=', actor.hub)
      .where('state', '=', 'waiting').where('until_at', '>', now).executeTakeFirstOrThrow();
    // What came back waits here until it is prepared again, or for a month.
    const back = await tx.selectFrom('transfer.departure as departure').innerJoin('transfer.parcel as parcel', (join) => join.onRef('parcel.network_id', '=', 'departure.network_id').onRef('parcel.id', '=', 'departure.id'))
      .select((eb) => eb.fn.countAll<number>().as('count')).where('departure.network_id', '=', network).where('departure.hub_id', '=', actor.hub)
      .where('parcel.state', 'in', ['refused', 'late']).where('parcel.answered_at', '>', new Date(now.getTime() - backDays * DAY))
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('transfer.departure as newer').select('newer.id').whereRef('newer.network_id', '=', 'departure.network_id')
        .whereRef('newer.person_id', '=', 'departure.person_id').whereRef('newer.id', '>', 'departure.id')))).executeTakeFirstOrThrow();
    return Number(arriving.count) + Number(back.count);
  },
});
