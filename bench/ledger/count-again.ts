import pg from 'pg';
import type { House } from '#core/house.ts';
import type { BenchBook } from './bench-book.ts';

/**
 * Counts the books of a measurement again as the owner of the database, past the ledger's own reading: every acknowledged entry is there and no
 * other, numbered without gaps, every account has what the answers said, and the sum is zero. Gives what differs.
 */
export async function countAgain(house: House, books: readonly BenchBook[]): Promise<string[]> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  await owner.connect();
  const faults: string[] = [];
  for (const { network, book, should, entries } of books) {
    const { rows: [counted] } = await owner.query(`select count(*)::int as rows, count(distinct (caller_id, key))::int as keys, coalesce(max(number), 0)::int as newest,
      (select sum(balance_minor)::text from ledger.account where network_id = $1 and book_id = $2) as sum,
      (select sum(last_number - first_number + 1)::int from ledger.block where network_id = $1 and book_id = $2) as sealed from ledger.transfer where network_id = $1 and book_id = $2`, [network, book]);
    const said = `${counted.rows} rows, ${counted.keys} keys, newest ${counted.newest}, ${counted.sealed} in blocks, sum ${counted.sum}`;
    if (said !== `${entries} rows, ${entries} keys, newest ${entries}, ${entries} in blocks, sum 0`) faults.push(`${said}; ${entries} were acknowledged`);
    const { rows } = await owner.query<{ id: string; balance: string }>('select id, balance_minor::text as balance from ledger.account where network_id = $1 and book_id = $2', [network, book]);
    faults.push(...rows.filter(({ id, balance }) => Number(balance) !== (should.get(id) ?? 0)).map(({ id, balance }) => `account ${id} has ${balance}, was told ${should.get(id) ?? 0}`));
  }
  await owner.end();
  return faults;
}
