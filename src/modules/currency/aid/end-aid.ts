import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { maybe } from '#core/input.ts';
import { changeAccount, transferAll } from '#modules/ledger/public.ts';
import { sendMessage } from '#modules/messages/public.ts';
import { reasons } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';

interface Ending {
  readonly id: string; readonly hub_id: string; readonly person_id: string; readonly programme_id: string; readonly book: string; readonly currency: string; readonly state: string;
  readonly ends_at: Date; readonly over: boolean; readonly warn: boolean; readonly free: number;
}

/**
 * The nightly work on ends, each by the clock of its hub: whose end is near is told once, by a neutral message through her safe channel (0029); what is over
 * returns to the fund; so does what came back later to a wallet that had ended. What is reserved is left for its payment and taken the next night.
 */
export const endAid = action({
  name: 'end-aid',
  says: 'Tells households whose aid ends soon, and returns what is over to its fund.',
  // Another moment than now only for tests: a day in the past or to come.
  input: z.strictObject({ at: maybe(z.iso.datetime()) }),
  run: async (doing, { at }) => {
    const { tx, network, now, record, recordAll } = doing;
    const { rows } = await sql<Ending>`
      select a.id, a.hub_id, a.person_id, a.programme_id, p.instrument_id as book, i.currency, a.state, ((a.expires_on + 1)::timestamp at time zone h.time_zone) as ends_at, a.expires_on < t.day as over,
        a.state = 'loaded' and a.warned_at is null and a.expires_on >= t.day and a.expires_on - p.warn_days <= t.day and w.balance_minor > w.held_minor as warn, (w.balance_minor - w.held_minor)::float8 as free
      from currency.aid a join currency.programme p on p.network_id = a.network_id and p.id = a.programme_id join currency.instrument i on i.network_id = p.network_id and i.id = p.instrument_id
        join network.hub h on h.network_id = a.network_id and h.id = a.hub_id
        join ledger.account w on w.network_id = a.network_id and w.book_id = p.instrument_id and w.id = a.id
        cross join lateral (select (coalesce(${at ?? null}::timestamptz, ${now}) at time zone h.time_zone)::date as day) t
      where a.network_id = ${network} and a.granted_at is not null and (a.state in ('loaded', 'frozen') or (a.state in ('expired', 'revoked') and w.balance_minor > w.held_minor)) order by a.id for update of a`.execute(tx);
    const ended = rows.filter(({ over, state }) => over && (state === 'loaded' || state === 'frozen'));
    const late = rows.filter(({ state }) => state === 'expired' || state === 'revoked');
    await giveBack(doing, [...ended, ...late]);
    await mark(doing, ended, 'expired');
    const warned = rows.filter(({ warn }) => warn);
    for (const { hub_id: hub, person_id: person, id, ends_at: until } of warned) await sendMessage(doing, { hub, person, template: 'come-by', until, basis: 'aid', basisId: id });
    await mark(doing, warned, 'warned');
    const money = ({ free, currency, programme_id: programme }: Ending) => ({ amount_minor: free, currency, programme });
    await recordAll([
      ...ended.map((each) => ({ name: 'aid-expired', subject: each.id, person: each.person_id, hub: each.hub_id, body: money(each) })),
      ...late.map((each) => ({ name: 'residue-returned', subject: each.id, person: each.person_id, hub: each.hub_id, body: money(each) })),
      ...warned.map(({ id, person_id: person, hub_id: hub }) => ({ name: 'aid-warned', subject: id, person, hub, body: {} })),
    ]);
    const done = { warned: warned.length, expired: ended.length, returned: late.length };
    await record({ name: 'ends-looked-through', subject: network, hub: null, body: done });
    return done;
  },
});

/** What is free in these wallets goes back to their funds, book by book. A frozen wallet gives back all the same: its freeze guarded it from spending. */
async function giveBack(doing: Doing<CurrencyTables>, endings: readonly Ending[]): Promise<void> {
  const full = endings.filter(({ free }) => free > 0);
  for (const { book, id, state } of full) if (state === 'frozen') await changeAccount(doing, book, id, { gives: true });
  for (const book of new Set(full.map((each) => each.book))) {
    await transferAll(doing, book, full.filter((each) => each.book === book).map(({ id, programme_id: to, free, state }) => ({
      kind: 'move', key: newId(), from: id, to, amount: free, reason: state === 'revoked' ? reasons.revoked : reasons.expired,
    })));
  }
}

async function mark({ tx, network, now }: Doing<CurrencyTables>, endings: readonly Ending[], as: 'expired' | 'warned'): Promise<void> {
  if (endings.length === 0) return;
  await tx.updateTable('currency.aid').set(as === 'warned' ? { warned_at: now } : { state: 'expired', state_at: now, state_by: null, why: null })
    .where('network_id', '=', network).where('id', 'in', endings.map(({ id }) => id)).execute();
}
