import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountsAt, hubsOf, managesNetwork, organizationsOf } from '#modules/network/public.ts';
import { query } from '../programme.ts';
import { runs } from './own-committee.ts';
import { readActions, readCommittees, readMeetings, readSeats } from './read-committees.ts';

/** The committees she runs, looks over or sits in. */
export const committeeList = query({
  name: 'committee-list',
  says: 'The committees one runs or sits in, with the actions that wait.',
  input: z.strictObject({}),
  run: (asking) => readCommittees(asking),
});

/** One committee: seats, meetings with quorum and decisions, followed actions. */
export const committeeSheet = query({
  name: 'committee-sheet',
  says: 'One committee: who sits in it, its meetings and decisions, what it follows.',
  input: z.strictObject({ committee: id() }),
  run: async (asking, { committee }) => {
    const [row] = await readCommittees(asking, committee);
    if (!row) return asking.absent();
    return {
      ...row, seats: await readSeats(asking, committee), meetings: await readMeetings(asking, committee), actions: await readActions(asking, committee),
      mine: row.closedOn === null && runs(asking, row),
    };
  },
});

export type CommitteeSheet = Awaited<ReturnType<(typeof committeeSheet)['spec']['run']>>;

/** What the forms of committees offer: bodies, hubs, programmes, and colleagues of the hub or of the whole network. */
export const committeeChoices = query({
  name: 'committee-choices',
  says: 'The bodies, hubs, programmes and colleagues that the forms of committees offer.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, actor } = asking;
    const wide = managesNetwork(actor);
    const hubs = await hubsOf(tx);
    const colleagues = (await Promise.all(hubs.filter((hub) => wide || hub.id === actor.hub).map((hub) => accountsAt(tx, hub.id)))).flat();
    const programmes = await tx.selectFrom('programme.programme').select(['id', 'names']).where('network_id', '=', network).where('state', '=', 'open').orderBy('starts_on').orderBy('id').execute();
    return {
      wide, programmes,
      hubs: wide ? hubs.map(({ id: hub, names }) => ({ id: hub, names })) : [],
      bodies: (await organizationsOf(tx)).map(({ id: body, names }) => ({ id: body, names })),
      colleagues: [...new Map(colleagues.map(({ account, name }) => [account, { account, name }])).values()],
    };
  },
});
