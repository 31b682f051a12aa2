import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import type { KeyKind, KeyReason } from '../codes.ts';
import { type ConfidentialTables, query } from '../confidential.ts';
import { openIn } from '../file-seal.ts';
import { lockedOut, standingOf } from '../standing.ts';

/** A request for a second key as either of the two officers reads it. */
export interface KeyRequest {
  readonly id: string;
  readonly kind: KeyKind;
  readonly reason: KeyReason;
  readonly words: string | null;
  readonly code: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly lapsesAt: Date;
  readonly until: Date | null;
  readonly state: 'waiting' | 'lapsed' | 'declined' | 'open' | 'granted' | 'over';
}

/** My own requests of the last days and those of colleagues that wait for a second key; and who can be asked for one now. */
export const keyRequests = query({
  name: 'key-requests',
  says: 'Shows who asks for a second key, what became of my own requests, and who is on call.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, now, actor } = asking;
    const standing = await standingOf(asking);
    const rows = await tx.selectFrom('confidential.key_request as k')
      .innerJoin('confidential.colleague as c', (on) => on.onRef('c.network_id', '=', 'k.network_id').onRef('c.id', '=', 'k.asked_by'))
      .selectAll('k').select('c.name').where('k.network_id', '=', network)
      .where((on) => on.or([on('k.asked_by', '=', actor.account!), on.and([on('k.approved_at', 'is', null), on('k.declined_at', 'is', null), on('k.lapses_at', '>', now)])]))
      .orderBy('k.asked_at', 'desc').limit(50).execute();
    const read = await Promise.all(rows.map(async (row) => ({ mine: row.asked_by === actor.account, request: await asRead(asking, row) })));
    const onCall = await tx.selectFrom('confidential.on_call as o')
      .innerJoin('confidential.colleague as c', (on) => on.onRef('c.network_id', '=', 'o.network_id').onRef('c.id', '=', 'o.account_id'))
      .select(['o.id', 'o.account_id as account', 'o.until_at as until', 'c.name']).where('o.network_id', '=', network)
      .where('o.ended_at', 'is', null).where('o.from_at', '<=', now).where('o.until_at', '>', now).orderBy('o.until_at').limit(100).execute();
    const locked = lockedOut(standing, now);
    return {
      locked,
      waiting: locked ? [] : read.filter(({ mine }) => !mine).map(({ request }) => request),
      mine: read.filter(({ mine }) => mine).map(({ request }) => request),
      onCall: onCall.map(({ account, ...officer }) => ({ ...officer, me: account === actor.account })),
    };
  },
});

type Row = ConfidentialTables['confidential.key_request'];

async function asRead(asking: Asking<ConfidentialTables>, row: { [K in 'id' | 'hub_id' | 'asked_by']: string } & Pick<Row, 'kind' | 'reason' | 'words' | 'code' | 'asked_at' | 'lapses_at'>
  & { name: string; until_at: Date | null; approved_at: Date | null; declined_at: Date | null; ended_at: Date | null }): Promise<KeyRequest> {
  const words = row.words && (await openIn<string>(asking, { table: 'key_request', column: 'words', row: row.id, file: row.id, hub: row.hub_id }, row.words));
  return {
    id: row.id, kind: row.kind, reason: row.reason, words, code: row.code, askedBy: row.name, askedAt: row.asked_at, lapsesAt: row.lapses_at,
    until: row.until_at, state: stateOf(row, asking.now),
  };
}

function stateOf(row: { kind: KeyKind; lapses_at: Date; until_at: Date | null; approved_at: Date | null; declined_at: Date | null; ended_at: Date | null }, now: Date): KeyRequest['state'] {
  if (row.declined_at) return 'declined';
  if (!row.approved_at) return row.lapses_at <= now ? 'lapsed' : 'waiting';
  if (row.kind === 'renewal') return 'granted';
  return row.ended_at || row.until_at! <= now ? 'over' : 'open';
}
