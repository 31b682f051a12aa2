import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { waitingHere } from '../parcel/parcel-here.ts';
import { openHers, openLetter } from '../parcel/seal-parcel.ts';
import { action } from '../transfer.ts';
import { countingWords } from './word-tries.ts';

const HOUR = 3_600_000;

/**
 * Opens a parcel with the words she says, for whoever typed them and for an hour. Wrong words, a letter to another hub and a colleague
 * whom she keeps apart get the same answer. One that was answered already says so and gives nothing.
 */
export const openParcel = action({
  name: 'open-parcel',
  says: 'Opens what another hub sent with somebody, by the six words she says.',
  input: z.strictObject({ parcel: id(), words: z.string().max(400) }),
  refuses: ['six-words', 'word-not-known', 'words-do-not-open', 'wait-a-little', 'words-used-up', 'parcel-over'],
  remembers: false,
  around: (before, run) => countingWords(before, run),
  run: async (doing, { parcel }) => {
    const { tx, network, hub, now, actor, vault, brought } = doing;
    const waiting = await waitingHere(doing, parcel);
    const letter = await tx.selectFrom('transfer.piece').select('sealed').where('network_id', '=', network).where('parcel_id', '=', parcel).where('n', '=', 0).executeTakeFirst();
    const opened = letter && (await openLetter(vault, { parcel, hub, letter: letter.sealed, words: brought as readonly string[] }));
    if (!opened) return doing.refuse('words-do-not-open', {}, 'words');
    const { person, hers } = opened;
    const until = new Date(Math.min(now.getTime() + HOUR, waiting.until_at.getTime()));
    const mine = { sealed_key: hers, opened_at: now, until_at: until };
    await sql`insert into transfer.opening (network_id, id, parcel_id, hub_id, account_id, person_id, sealed_key, opened_at, until_at)
      values (${network}, ${newId(now.getTime())}, ${parcel}, ${hub}, ${actor.account}, ${person}, ${hers}, ${now}, ${until}) on conflict do nothing`.execute(tx);
    const seen = await tx.updateTable('transfer.opening').set(mine).where('network_id', '=', network).where('parcel_id', '=', parcel).where('account_id', '=', actor.account!).returning('id').executeTakeFirst();
    // The row is hidden from whom she keeps apart: for that colleague the words open nothing.
    if (!seen) return doing.refuse('words-do-not-open', {}, 'words');
    await openHers(vault, parcel, person, hers);
    await doing.record({ name: 'parcel-opened', subject: parcel, person });
    return { parcel, until: until.toISOString() };
  },
});
