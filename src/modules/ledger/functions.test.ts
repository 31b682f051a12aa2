import { createHash } from 'node:crypto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';

/** The functions of the ledger as the login of the house asks them, with nothing between: what they answer, what they write down, and what a connection is told that said nothing of itself. */
async function openConnection() {
  const { house, network } = await openHub();
  const client = new pg.Client(house.connectAs('hadina_app', 'hadina'));
  await client.connect();
  const inside = async <T>(settings: Record<string, string>, work: () => Promise<T>): Promise<T> => {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) await client.query(`set local app.${name} = '${value}'`);
    try {
      return await work();
    } finally {
      await client.query('commit');
    }
  };
  const one = async (text: string, values: readonly unknown[]): Promise<Record<string, unknown>> => (await client.query(text, [...values])).rows[0] as Record<string, unknown>;
  const said = async (text: string, values: readonly unknown[]) => (await one(`select ${text} as said`, values)).said;
  const openBook = (book: string, code: string) => said(`ledger.open_book($1, $2, 'aid', $3, 'TND', 3::smallint)`, [network, book, code]);
  const openAccount = (book: string, account: string, least = 0) => said(`ledger.open_accounts($1, $2, array[$3::uuid], array['wallet'], array[null]::uuid[], array[$4::bigint], array[1000::bigint])`, [network, book, account, least]);
  const move = (book: string, key: string, from: string, to: string, until: string | null = null) => one(`select * from ledger.apply_batch($1, $2, array[$7], array[$1::uuid], array[$3::uuid], array[$4::uuid], array[$5::uuid], array[7::bigint], array[null]::bigint[],
    array[$6::timestamptz], array['till'], false, null)`, [network, book, key, from, to, until, until ? 'reserve' : 'move']);
  const bookOf = (book: string) => one('select * from ledger.book where id = $1', [book]);
  return { house, network, client, inside, one, said, openBook, openAccount, move, bookOf, end: () => client.end() };
}

it('a connection that names no network opens and moves nothing; one that names only its network does, at the hour of the database', async () => {
  const { network, inside, openBook, openAccount, said, one, bookOf, end } = await openConnection();
  const [book, wallet, account] = [newId(), newId(), newId()];
  try {
    for (const settings of [{}, { network: '' }] as Record<string, string>[]) await expect(inside(settings, () => openBook(book, 'aid'))).rejects.toThrow('a book belongs to the network of its transaction');
    const begun = Date.now() - 1_000;
    expect(await inside({ network }, () => openBook(book, 'aid'))).toBeNull();
    const opened = await inside({ network }, () => bookOf(book));
    expect([(opened.last_at as Date).getTime() >= begun, opened.opened_by, Number(opened.last_block)]).toEqual([true, null, 0]);
    await inside({ network }, () => openAccount(book, wallet));
    await expect(inside({ network }, () => one('select * from ledger.apply_batch($1, $2, array[]::text[], array[]::uuid[], array[]::uuid[], array[]::uuid[], array[]::uuid[], array[]::bigint[], array[]::bigint[], array[]::timestamptz[], array[]::text[], false, now())', [network, book])))
      .rejects.toThrow('only a demo writes at another time');
    // Who opened it stands there when somebody did.
    const second = newId();
    await inside({ network, account }, () => openBook(second, 'own'));
    expect((await inside({ network }, () => bookOf(second))).opened_by).toBe(account);
    await expect(inside({ network: newId() }, () => said('ledger.publish_head($1, $2)', [network, book]))).rejects.toThrow('a book belongs to the network of its transaction');
  } finally {
    await end();
  }
});

it('says nothing when it did something and same when it was done; a closed book keeps its hour; a head is of one book and of one that moved', async () => {
  const { network, client, inside, one, openBook, openAccount, said, move, bookOf, end } = await openConnection();
  const [book, other, still, from, to] = [newId(), newId(), newId(), newId(), newId()];
  try {
    await inside({ network }, async () => {
      for (const [id, code] of [[book, 'one'], [other, 'two'], [still, 'three']] as const) expect([await openBook(id, code), await openBook(id, code), await openBook(id, `${code}x`)]).toEqual([null, 'same', 'key-reused']);
      for (const id of [book, other]) expect([await openAccount(id, from, -100), await openAccount(id, from, -100), await openAccount(id, to), await openAccount(id, from)]).toEqual([null, 'same', null, 'key-reused']);
      for (const id of [book, other]) expect(await move(id, newId(), from, to)).toEqual({ codes: [null], numbers: ['1'] });
      const heads = async (id: string) => (await client.query('select book_id, block, last_number from ledger.publish_head($1, $2)', [network, id])).rows;
      expect([await heads(still), await heads(book), await heads(book), await heads(other)]).toEqual([[], [{ book_id: book, block: '1', last_number: '1' }], [], [{ book_id: other, block: '1', last_number: '1' }]]);
    });
    const nothing = (id: string, kinds: readonly string[]) => one(`select * from ledger.apply_batch($1, $2, $3, array_fill($1::uuid, array[$4::int]), array_fill($1::uuid, array[$4::int]), array_fill(null::uuid, array[$4::int]), array_fill(null::uuid, array[$4::int]), array_fill(1::bigint, array[$4::int]),
      array_fill(1::bigint, array[$4::int]), array_fill(null::timestamptz, array[$4::int]), array_fill(null::text, array[$4::int]), false, null)`, [network, id, kinds, kinds.length]);
    expect(await inside({ network }, async () => [await nothing(newId(), ['move', 'void']), await nothing(book, [])])).toEqual([{ codes: ['no-book', 'no-book'], numbers: [null, null] }, { codes: [], numbers: [] }]);
    const begun = Date.now() - 1_000;
    const close = (id: string) => said('ledger.close_book($1, $2)', [network, id]);
    expect(await inside({ network }, () => close(book))).toBeNull();
    const { closed_at: closed } = await inside({ network }, () => bookOf(book));
    expect([await inside({ network }, () => close(book)), (await inside({ network }, () => bookOf(book))).closed_at]).toEqual(['same', closed]);
    expect((closed as Date).getTime()).toBeGreaterThanOrEqual(begun);
    // A demo is ahead of the clock: its book closes no earlier than its newest entry.
    await inside({ network, demo: 'yes' }, () => client.query('select ledger.apply_batch($1, $2, array[$3], array[$1::uuid], array[$4::uuid], array[$5::uuid], array[$6::uuid], array[1::bigint], array[null]::bigint[], array[null]::timestamptz[], array[null]::text[], false, $7)', [network, other, 'move', newId(), from, to, new Date('2099-01-01T00:00:00Z')]));
    await inside({ network }, () => close(other));
    expect((await inside({ network }, () => bookOf(other))).closed_at).toEqual(new Date('2099-01-01T00:00:00Z'));
  } finally {
    await end();
  }
});

it('whoever moves value in one book makes nobody wait who changes an account of another', async () => {
  const first = await openConnection();
  const second = new pg.Client(first.house.connectAs('hadina_app', 'hadina'));
  await second.connect();
  const [book, other, from, to] = [newId(), newId(), newId(), newId()];
  try {
    await first.inside({ network: first.network }, async () => { for (const [id, code] of [[book, 'one'], [other, 'two']] as const) { await first.openBook(id, code); await first.openAccount(id, from, -100); await first.openAccount(id, to); } });
    await second.query(`begin; set local app.network = '${first.network}'; set local lock_timeout = '5s'`);
    await first.inside({ network: first.network }, async () => {
      await first.move(book, newId(), from, to);
      const changed = await second.query('select ledger.change_account($1, $2, $3, null, null, false, null, false) as said', [first.network, other, to]);
      expect(changed.rows).toEqual([{ said: null }]);
    });
    await second.query('commit');
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
});

it('seals a block over the lines that the decision record names, written here by hand: the book’s own name, the time in microseconds, every column', async () => {
  const { network, inside, openBook, openAccount, move, one, end } = await openConnection();
  const [book, from, to, key] = [newId(), newId(), newId(), newId()];
  try {
    await inside({ network }, async () => { await openBook(book, 'aid'); await openAccount(book, from, -100); await openAccount(book, to); });
    await inside({ network }, () => move(book, key, from, to, '2099-12-31T23:59:59.123Z'));
    const { at, hash } = await inside({ network }, () => one('select (extract(epoch from at) * 1000)::bigint as at, hash from ledger.block where book_id = $1', [book])) as { at: string; hash: Buffer };
    const line = `(1,reserve,${network},${key},${from},${to},7,,${Date.parse('2099-12-31T23:59:59.123Z')}000,till,0,0)`;
    const sha = (...parts: readonly (string | Buffer)[]) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();
    expect(hash.toString('hex')).toBe(sha(sha(`hadina ledger ${network} ${book}`), `${at}000`, sha(line)).toString('hex'));
  } finally {
    await end();
  }
});
