import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { dayLater } from '#core/time/wall-clock.ts';
import { accountNames, dayHere } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../rights.ts';
import type { RightsTables } from '../rights-tables.ts';

const mostShown = 500;
/** From so many days before its deadline a request is said to be near it. */
const nearDays = 7;

/** Requests of this hub without an answer, the nearest deadline first, and what each still waits for: by file code, no name of anybody who asked. */
export const waitingRequests = query({
  name: 'waiting-requests',
  says: 'Shows the requests of persons that have no answer yet, the nearest deadline first.',
  input: z.strictObject({}),
  run: async (asking) => {
    const requests = await waitingAt(asking);
    const names = await accountNames(asking.tx, requests.map(({ askedBy }) => askedBy));
    return { requests: requests.map((each) => ({ ...each, askedBy: names.get(each.askedBy) ?? null })) };
  },
});

/** How many of them are hers to look at now: to be confirmed by her, or near their deadline. */
export const requestsWaiting = query({
  name: 'requests-waiting',
  says: 'Counts requests of persons that wait for a second colleague or are near their deadline.',
  input: z.strictObject({}),
  run: async (asking) => (await waitingAt(asking)).filter(({ toConfirm, mine, near }) => (toConfirm && !mine) || near).length,
});

async function waitingAt(asking: Asking<RightsTables>) {
  const { tx, network, hub, actor } = asking;
  const rows = await tx.selectFrom('rights.request').select(['id', 'person_id', 'kind', 'asked_at', 'asked_by', 'due_on', 'confirmed_at'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', 'open').orderBy('due_on').orderBy('asked_at').orderBy('id').limit(mostShown).execute();
  const cards = await peopleByIds(tx, rows.map(({ person_id: person }) => person));
  const today = await dayHere(asking);
  const soon = dayLater(today, nearDays);
  return rows.flatMap((row) => {
    const card = cards.get(row.person_id);
    // A file she may not see has no line here either.
    if (!card) return [];
    return {
      id: row.id, person: card.id, code: card.code, kind: row.kind, askedAt: row.asked_at, askedBy: row.asked_by, mine: row.asked_by === actor.account,
      dueOn: row.due_on, late: row.due_on < today, near: row.due_on <= soon, toConfirm: row.kind === 'access' && row.confirmed_at === null,
    };
  });
}
