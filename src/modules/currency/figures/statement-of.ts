import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { reasons } from '../codes.ts';

/** What moved in one month of a programme, in the smallest unit; refunds are taken off what was spent in the month they were made. */
export interface StatementMonth {
  /** ISO month of the hub's clock. */
  readonly month: string;
  readonly loaded: number;
  readonly granted: number;
  readonly spent: number;
  readonly expired: number;
  readonly revoked: number;
  readonly returned: number;
}

/** What was spent on one sort of goods, refunds taken off, in the smallest unit. */
export interface StatementCategory { readonly category: string; readonly spent: number; readonly payments: number }

type Kind = 'loaded' | 'granted' | 'spent' | 'expired' | 'revoked' | 'returned';

/**
 * What moved for a programme up to an entry of its book, by month and by sort of goods, read from the journal: amounts of the whole programme, never a wallet.
 * `zone`: the hub's time zone.
 */
export async function statementOf(tx: AnyTx, network: string, { book, programme, entry, zone }: { book: string; programme: string; entry: number; zone: string }): Promise<{ months: StatementMonth[]; categories: StatementCategory[] }> {
  const { rows } = await sql<{ month: string; kind: Kind; category: string | null; amount: string; payments: number }>`
    with wallet as materialized (select id from ledger.account where network_id = ${network} and book_id = ${book} and holder_id = ${programme} and kind in ('wallet', 'voucher')),
    line as (
      select to_char(t.at at time zone ${zone}, 'YYYY-MM') as month, t.amount_minor, t.reason,
        case when t.kind = 'move' and t.to_id = ${programme} and t.reason = ${reasons.load} then 'loaded'
          when t.kind = 'move' and t.from_id = ${programme} and t.reason = ${reasons.grant} then 'granted' when t.kind = 'move' and t.from_id = ${programme} and t.reason = ${reasons.returned} then 'returned'
          when t.kind = 'move' and t.to_id = ${programme} and t.reason = ${reasons.expired} then 'expired' when t.kind = 'move' and t.to_id = ${programme} and t.reason = ${reasons.revoked} then 'revoked'
          when t.kind in ('move', 'post') and f.id is not null and r.id is null and t.to_id <> ${programme} then 'spent'
          when t.kind = 'reverse' and r.id is not null and f.id is null then 'refunded' end as kind,
        -- A payment says what was bought when it was asked: a posted one on what it reserved, a refund on what it gives back.
        case when t.kind in ('post', 'reverse') then coalesce(w.reason, o.reason) else t.reason end as bought
      from ledger.transfer t left join wallet f on f.id = t.from_id left join wallet r on r.id = t.to_id
        left join ledger.transfer o on o.network_id = t.network_id and o.book_id = t.book_id and o.number = t.of_number
        left join ledger.transfer w on w.network_id = t.network_id and w.book_id = t.book_id and w.number = o.of_number
      where t.network_id = ${network} and t.book_id = ${book} and t.number <= ${entry})
    select month, case kind when 'refunded' then 'spent' else kind end as kind, case when kind in ('spent', 'refunded') then bought end as category,
      sum(case kind when 'refunded' then -amount_minor else amount_minor end) as amount, (count(*) filter (where kind = 'spent'))::int as payments
    from line where kind is not null group by 1, 2, 3 order by 1`.execute(tx);
  const months = [...new Set(rows.map(({ month }) => month))].map((month) => {
    const of = (kind: Kind): number => rows.reduce((sum, row) => (row.month === month && row.kind === kind ? sum + Number(row.amount) : sum), 0);
    return { month, loaded: of('loaded'), granted: of('granted'), spent: of('spent'), expired: of('expired'), revoked: of('revoked'), returned: of('returned') };
  });
  const sold = rows.filter(({ kind }) => kind === 'spent');
  const categories = [...new Set(sold.map(({ category }) => category ?? 'unknown'))].sort().map((category) => {
    const of = sold.filter((row) => (row.category ?? 'unknown') === category);
    return { category, spent: of.reduce((sum, { amount }) => sum + Number(amount), 0), payments: of.reduce((sum, { payments }) => sum + payments, 0) };
  });
  return { months, categories };
}
