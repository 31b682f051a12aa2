import { z } from 'zod';
import { choice, maybe } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../desk.ts';
import { complaintPlace } from './complaint-place.ts';

const MOST = 100;

/** The complaints and suggestions of this hub with their words, those due first; only its manager opens them, and it is noted. */
export const complaintList = query({
  name: 'complaint-list',
  says: 'Opens the complaints and suggestions of this hub.',
  purpose: 'complaint',
  input: z.strictObject({ state: maybe(choice(['open', 'answered'])) }),
  run: async (asking, { state = 'open' }) => {
    const { tx, network, hub, vault } = asking;
    const today = await dayHere(asking);
    const rows = await tx.selectFrom('desk.complaint').selectAll()
      .where('network_id', '=', network).where('hub_id', '=', hub).where('state', '=', state)
      .orderBy('due_on').orderBy('id').limit(MOST).execute();
    const people = await peopleByIds(tx, rows.flatMap((row) => row.person_id ?? []));
    return Promise.all(rows.map(async (row) => ({
      id: row.id, kind: row.kind, receivedAt: row.received_at, dueOn: row.due_on,
      late: row.state === 'open' && row.due_on < today,
      person: people.get(row.person_id ?? '') ?? null,
      words: await vault.open(complaintPlace(row, 'sealed'), row.sealed),
      answer: row.answer ? await vault.open(complaintPlace(row, 'answer'), row.answer) : null,
      answeredAt: row.answered_at,
    })));
  },
});
