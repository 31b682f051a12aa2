import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { clientOf, workedCase } from '../case/worked-case.ts';
import { closingOutcomes, closingReasons } from '../codes.ts';

/** Asks that a file may end: she stands on her own, goes on elsewhere, or it is closed. Somebody else than the asker decides. */
export const askClosure = action({
  name: 'ask-closure',
  says: 'Asks that somebody’s file may end.',
  input: z.strictObject({ case: id(), outcome: choice(closingOutcomes), reason: choice(closingReasons) }),
  refuses: ['case-over', 'not-begun', 'already-waiting'],
  run: async (doing, { case: file, outcome, reason }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedCase(doing, file);
    if (outcome === 'graduated' && row.state !== 'in_accompaniment') doing.refuse('not-begun', {}, 'outcome');
    const approval = newId(now.getTime());
    const asked = await tx.insertInto('accompaniment.approval').values({
      network_id: network, id: approval, hub_id: hub, case_id: file, about: 'closure', version: null, content: null, outcome, reason,
      asked_by: actor.account ?? doing.absent(), asked_at: now, decision: null, decided_by: null, decided_at: null, words: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!asked.numInsertedOrUpdatedRows) doing.refuse('already-waiting');
    await doing.record({ name: 'closure-asked', subject: file, ...clientOf(row), body: { outcome, reason } });
    return { approval, case: file };
  },
});
