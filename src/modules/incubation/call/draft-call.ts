import { z } from 'zod';
import { newId } from '#core/id.ts';
import { action } from '../incubation.ts';
import { callCode, callFields } from './call.input.ts';
import { callRefusals, writtenCall } from './written-call.ts';

/** Writes a call that nobody sees yet but who decides on calls here. */
export const draftCall = action({
  name: 'draft-call',
  says: 'Writes a call that is not published yet.',
  input: z.strictObject({ code: callCode, ...callFields }),
  refuses: ['call-code-taken', ...callRefusals],
  run: async (doing, { code, ...given }) => {
    const { tx, network, hub, now, actor } = doing;
    const call = newId(now.getTime());
    const kept = await tx.insertInto('incubation.call').values({
      network_id: network, id: call, hub_id: hub, code, ...(await writtenCall(doing, given)), state: 'draft', state_at: now, opened_by: actor.account,
      published_by: null, published_at: null,
    }).onConflict((row) => row.columns(['network_id', 'code']).doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) return doing.refuse('call-code-taken', {}, 'code');
    await doing.record({ name: 'call-drafted', subject: call, body: { code } });
    return { call };
  },
});
