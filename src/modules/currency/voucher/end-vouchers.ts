import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, maybe } from '#core/input.ts';
import { changeAccount, transferAll } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action, type CurrencyTables } from '../currency.ts';

interface Ending { readonly id: string; readonly book: string; readonly to: string; readonly amount: number }

/** Voids a voucher that was lost or is not wanted any more: what it is worth goes back to the wallet it came from. Refuses `voucher-used` once it was taken or is over. */
export const voidVoucher = action({
  name: 'void-voucher',
  says: 'Voids a paper voucher that was lost: its amount returns to the wallet.',
  input: z.strictObject({ voucher: id() }),
  refuses: ['voucher-used'],
  run: async (doing, { voucher: of }) => {
    const { tx, network, hub, refuse, absent, record } = doing;
    const { rows: [row] } = await sql<Ending & { state: string; aid: string; currency: string }>`
      select v.id, v.book_id as book, v.wallet_id as to, v.amount_minor::float8 as amount, v.state, b.aid_id as aid, i.currency from currency.voucher v join currency.voucher_batch b on b.network_id = v.network_id and b.id = v.batch_id
        join currency.instrument i on i.network_id = v.network_id and i.id = v.book_id where v.network_id = ${network} and v.hub_id = ${hub} and v.id = ${of}`.execute(tx);
    if (!row) return absent();
    if (row.state !== 'issued' || !(await endThem(doing, [row], 'void', reasons.rest))) refuse('voucher-used');
    await record({ name: 'voucher-voided', subject: of, body: { amount_minor: row.amount, currency: row.currency } });
    return { voucher: of, aid: row.aid };
  },
});

/** The nightly end of vouchers, each by the clock of its hub: what stood on those that were never taken returns to the fund. */
export const endVouchers = action({
  name: 'end-vouchers',
  says: 'Ends paper vouchers whose time is over, and returns their amounts to the fund.',
  // Another moment than now only for tests: a day in the past or to come.
  input: z.strictObject({ at: maybe(z.iso.datetime()) }),
  run: async (doing, { at }) => {
    const { tx, network, now, record, recordAll } = doing;
    const { rows } = await sql<Ending & { hub: string; currency: string }>`
      select v.id, v.book_id as book, l.holder_id as to, v.amount_minor::float8 as amount, v.hub_id as hub, i.currency from currency.voucher v join network.hub h on h.network_id = v.network_id and h.id = v.hub_id
        join currency.instrument i on i.network_id = v.network_id and i.id = v.book_id
        join ledger.account l on l.network_id = v.network_id and l.book_id = v.book_id and l.id = v.id
      where v.network_id = ${network} and v.state = 'issued' and v.expires_on < (coalesce(${at ?? null}::timestamptz, ${now}) at time zone h.time_zone)::date order by v.id for update of v`.execute(tx);
    await endThem(doing, rows, 'expired', reasons.expired);
    await recordAll([...new Map(rows.map((row) => [row.to, row])).values()].map(({ to: programme, hub, currency }) => {
      const of = rows.filter(({ to }) => to === programme);
      return { name: 'vouchers-expired', subject: programme, hub, body: { amount_minor: of.reduce((sum, { amount }) => sum + amount, 0), currency, programme, vouchers: of.length } };
    }));
    await record({ name: 'vouchers-ended', subject: network, hub: null, body: { vouchers: rows.length } });
    return { ended: rows.length };
  },
});

/** Freezes what an aid put on paper, or frees it. */
export async function holdBackVouchers(doing: Doing<CurrencyTables>, aid: string, gives: boolean): Promise<void> {
  for (const { id: voucher, book } of await openOf(doing, aid)) await changeAccount(doing, book, voucher, { gives });
}

/** Takes what an aid put on paper back to its fund, because the aid is taken back; gives how much that was, in the smallest unit. */
export async function revokeVouchers(doing: Doing<CurrencyTables>, aid: string, fund: string): Promise<number> {
  const open = (await openOf(doing, aid)).map((each) => ({ ...each, to: fund }));
  await endThem(doing, open, 'void', reasons.revoked);
  return open.reduce((sum, { amount }) => sum + amount, 0);
}

async function openOf({ tx, network }: Doing<CurrencyTables>, aid: string): Promise<Omit<Ending, 'to'>[]> {
  const rows = await tx.selectFrom('currency.voucher').select(['id', 'book_id', 'amount_minor']).where('network_id', '=', network).where('wallet_id', '=', aid).where('state', '=', 'issued').orderBy('id').forUpdate().execute();
  return rows.map(({ id: voucher, book_id: book, amount_minor }) => ({ id: voucher, book, amount: Number(amount_minor) }));
}

/** Marks them, then moves what they hold, book by book; false when one was taken meanwhile. A frozen one gives back all the same. */
async function endThem(doing: Doing<CurrencyTables>, endings: readonly Ending[], state: 'void' | 'expired', reason: string): Promise<boolean> {
  if (endings.length === 0) return true;
  const { tx, network, now, actor } = doing;
  const marked = await tx.updateTable('currency.voucher').set({ state, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', 'in', endings.map(({ id: voucher }) => voucher)).where('state', '=', 'issued').executeTakeFirst();
  if (Number(marked.numUpdatedRows) !== endings.length) return false;
  for (const { id: voucher, book } of endings) await changeAccount(doing, book, voucher, { gives: true });
  for (const book of new Set(endings.map((each) => each.book))) {
    await transferAll(doing, book, endings.filter((each) => each.book === book).map(({ id: from, to, amount }) => ({ kind: 'move', key: newId(), from, to, amount, reason })));
  }
  return true;
}
