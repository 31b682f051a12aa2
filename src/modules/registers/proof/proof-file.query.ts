import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../registers.ts';
import { placeOf } from './place-of.ts';

/** The bytes of a proof as base64, under the type its content was found to have, with its title; that it was opened is noted. A withdrawn one is absent. */
export const proofFile = query({
  name: 'proof-file',
  says: 'Opens a proof.',
  purpose: 'document',
  input: z.strictObject({ proof: id() }),
  run: async ({ tx, network, hub, vault, absent }, { proof }) => {
    const row = await tx.selectFrom('registers.proof').select(['title', 'media_type', 'sealed'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', proof).executeTakeFirst();
    if (!row?.sealed) return absent();
    return { mediaType: row.media_type, title: row.title, content: (await vault.openBytes(placeOf(proof, hub), row.sealed)).toString('base64') };
  },
});
