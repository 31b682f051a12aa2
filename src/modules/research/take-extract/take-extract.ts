import { createHash } from 'node:crypto';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { openContent } from '../extract/seal-content.ts';
import { action } from '../research.ts';

/** Hands the rows to the researcher who asked, while their days last. Each taking is an event; to everybody else there is nothing. */
export const takeExtract = action({
  name: 'take-extract',
  says: 'Takes the rows of one’s own approved request.',
  input: z.strictObject({ extract: id() }),
  remembers: false,
  run: async ({ tx, network, now, actor, blind, absent, record }, { extract }) => {
    if (!actor.account) return absent();
    const row = await tx.selectFrom('research.content as c').innerJoin('research.extract as e', (join) => join.onRef('e.network_id', '=', 'c.network_id').onRef('e.id', '=', 'c.extract_id'))
      .select('c.sealed').where('c.network_id', '=', network).where('c.extract_id', '=', extract).where('c.asked_by', '=', actor.account).where('e.state', '=', 'ready').where('e.until_at', '>', now).executeTakeFirst() ?? absent();
    const file = openContent(blind, extract, row.sealed);
    await record({ name: 'extract-taken', subject: extract, hub: null, body: { digest: createHash('sha256').update(file).digest('hex') } });
    return { file };
  },
});
