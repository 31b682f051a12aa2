import { sql } from 'kysely';
import { z } from 'zod';
import { applyBatch } from '../move/apply-batch.ts';
import { proveLedger } from '../proof/prove-ledger.ts';
import { action } from '../ledger.ts';

/**
 * Lets go what was reserved for too long, adds every book up again and writes down where it stands. The event carries the hash, and is sealed and
 * signed with the house's own chain: from then on nothing older in the book can change unseen. A book that does not add up gets no head.
 */
export const publishHeads = action({
  name: 'publish-heads',
  says: 'Adds every book of the ledger up again and publishes where it stands.',
  input: z.strictObject({}),
  run: async ({ tx, network, record, recordAll }) => {
    const books = await tx.selectFrom('ledger.book').select('id').where('network_id', '=', network).orderBy('id').execute();
    const heads: { name: string; subject: string; hub: null; body: { block: number; last_number: number; hash: string } }[] = [];
    const faults: string[] = [];
    let entries = 0;
    for (const { id } of books) {
      await applyBatch(tx, { network, book: id }, []);
      const proof = await proveLedger(tx, network, id);
      entries += proof.entries;
      faults.push(...proof.faults.map((fault) => `${id}: ${fault}`));
      if (proof.faults.length) continue;
      const { rows } = await sql<{ block: bigint; last_number: bigint; hash: Buffer }>`select * from ledger.publish_head(${network}::uuid, ${id}::uuid)`.execute(tx);
      heads.push(...rows.map(({ block, last_number, hash }) => ({ name: 'head-published', subject: id, hub: null, body: { block: Number(block), last_number: Number(last_number), hash: hash.toString('hex') } })));
    }
    await recordAll(heads);
    await record({ name: 'books-proved', subject: network, hub: null, body: { books: books.length, entries, faults: faults.length } });
    return { books: books.length, published: heads.length, faults };
  },
});
