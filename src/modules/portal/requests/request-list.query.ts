import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import { type Receipt, receiptOf } from '../leave-request/receipt.ts';
import { type PortalTables, query } from '../portal.ts';

const MOST = 200;

export interface WaitingRequest {
  readonly id: string;
  readonly receipt: Receipt;
  readonly arrivedAt: Date;
  readonly state: 'waiting' | 'taken';
  readonly mine: boolean;
  /** The officer who opened it. */
  readonly officer: string | null;
  readonly takenAt: Date | null;
}

/**
 * The requests of the hub that are not closed, the oldest first: their number and word, how long they wait, who opened them.
 * Nothing of what is in them.
 */
export const requestList = query({
  name: 'request-list',
  says: 'Shows how many requests wait at the hub and since when.',
  input: z.strictObject({}),
  run: async (asking) => {
    const rows = await openRequests(asking);
    const officers = await accountNames(asking.tx, rows.flatMap(({ taken_by }) => taken_by ?? []));
    const requests: WaitingRequest[] = rows.slice(0, MOST).map((row) => ({
      id: row.request_id, receipt: receiptOf(row.request_id), arrivedAt: row.arrived_at, state: row.state as 'waiting' | 'taken',
      mine: row.taken_by !== null && row.taken_by === asking.actor.account,
      officer: row.taken_by ? (officers.get(row.taken_by) ?? null) : null, takenAt: row.taken_at,
    }));
    const waiting = requests.filter(({ state }) => state === 'waiting');
    return { now: asking.now, requests, waiting: waiting.length, oldest: waiting[0]?.arrivedAt ?? null, more: rows.length > MOST };
  },
});

/** A letter sent twice by one press stands once, at the hour it first came. */
async function openRequests({ tx, network, hub }: Asking<PortalTables>) {
  const rows = await tx.selectFrom('portal.intake')
    .select(['request_id', 'arrived_at', 'state', 'taken_by', 'taken_at'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('state', 'in', ['waiting', 'taken'])
    .orderBy('arrived_at').orderBy('id').limit(4 * MOST).execute();
  const first = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!first.has(row.request_id)) first.set(row.request_id, row);
  return [...first.values()];
}
