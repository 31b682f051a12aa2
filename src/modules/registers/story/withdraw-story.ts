import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { storyEnds } from '../codes.ts';
import { withdraw } from '../proof/withdraw-proof.ts';
import { action } from '../registers.ts';

/** Takes a story back: its words and the paper it stood on are destroyed; that there was one, and why it went, stays. A second press finds nothing. */
export const withdrawStory = action({
  name: 'withdraw-story',
  says: 'Takes a story of change back: its words are destroyed.',
  input: z.strictObject({ story: id(), why: choice(storyEnds) }),
  run: async (doing, { story, why }) => {
    const { tx, network, hub, now, absent, record } = doing;
    const row = await tx.updateTable('registers.story').set({ names: {}, words: {}, withdrawn_at: now, withdrawn_why: why })
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', story).where('withdrawn_at', 'is', null).returning('proof_id').executeTakeFirst() ?? absent();
    await withdraw(doing, row.proof_id, why === 'agreement_ended' ? 'withdrawn_by_author' : why);
    await record({ name: 'story-withdrawn', subject: story, body: { why } });
    return { story };
  },
});
