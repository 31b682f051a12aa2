import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import type { Multilingual } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import type { Category } from '../codes.ts';
import { query } from '../currency.ts';
import { voucherCode, type VoucherTerms } from './voucher-code.ts';

/** A sheet of vouchers to print: the code of each that was not taken yet, made of its row by the key of the house. It names nobody. */
export const voucherSheet = query({
  name: 'voucher-sheet',
  says: 'Shows the codes of a sheet of paper vouchers, to print them.',
  input: z.strictObject({ batch: id() }),
  run: async ({ tx, network, hub, blind, absent }, { batch: of }) => {
    const { rows } = await sql<VoucherTerms & { serial: number; names: Multilingual; categories: Category[]; hub_id: string; aid: string }>`
      select v.id, v.serial, v.book_id as book, v.wallet_id as wallet, i.currency, v.amount_minor::float8 as amount, v.expires_on as until, p.names, p.categories, v.hub_id, v.wallet_id as aid
      from currency.voucher v join currency.instrument i on i.network_id = v.network_id and i.id = v.book_id join ledger.account l on l.network_id = v.network_id and l.book_id = v.book_id and l.id = v.id
        join currency.programme p on p.network_id = v.network_id and p.id = l.holder_id
      where v.network_id = ${network} and v.hub_id = ${hub} and v.batch_id = ${of} and v.state = 'issued' order by v.serial`.execute(tx);
    const first = rows[0] ?? absent();
    const place = (await hubCard(tx, first.hub_id)) ?? absent();
    return {
      batch: of, aid: first.aid, names: first.names, categories: first.categories, currency: first.currency, until: first.until, hub: { names: place.names, country: place.country, timeZone: place.timeZone },
      vouchers: rows.map((row) => ({ serial: row.serial, amount: row.amount, code: voucherCode(blind, row) })),
    };
  },
});
