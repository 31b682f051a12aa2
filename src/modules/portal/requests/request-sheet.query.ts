import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountName, hubCard } from '#modules/network/public.ts';
import { letterPlace, readLetter } from '../leave-request/letter.ts';
import { receiptOf } from '../leave-request/receipt.ts';
import { query } from '../portal.ts';
import { callNow } from './call-now.ts';

/**
 * One request: its number and word for everyone at the desk, its letter only for the officer who holds it; each opening is
 * written down among the looks. `letter` is null when it is not hers, was forgotten, or is no letter of our form (`readable`).
 */
export const requestSheet = query({
  name: 'request-sheet',
  says: 'Shows what somebody wrote in a request, to the officer who holds it.',
  purpose: 'request',
  input: z.strictObject({ request: id() }),
  run: async ({ tx, network, hub, now, actor, vault, absent }, { request }) => {
    const row = await tx.selectFrom('portal.intake').select(['state', 'taken_by', 'taken_at', 'arrived_at', 'outcome', 'letter'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('request_id', '=', request)
      .orderBy('arrived_at').orderBy('id').limit(1).executeTakeFirst();
    if (!row) return absent();
    const mine = row.state === 'taken' && row.taken_by === actor.account;
    const opened = mine && row.letter ? await vault.openLetterTo(hub, letterPlace(request), row.letter) : null;
    const letter = readLetter(opened);
    const { timeZone } = (await hubCard(tx, hub)) ?? absent();
    return {
      id: request, now, call: letter && callNow(letter, timeZone, now), receipt: receiptOf(request), arrivedAt: row.arrived_at, state: row.state, outcome: row.outcome, mine,
      officer: row.taken_by ? await accountName(tx, row.taken_by) : null, takenAt: row.taken_at, letter: readLetter(opened),
    };
  },
});
