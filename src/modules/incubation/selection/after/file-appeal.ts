import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { ownApplication } from '../../application/own-application.ts';
import { action } from '../../incubation.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';
import { appealGrounds } from '../selection-codes.ts';

/** Takes an appeal of somebody who waits or was not selected, within the days of the call by the clock of the database. Her words are sealed under her key. */
export const fileAppeal = action({
  name: 'file-appeal',
  says: 'Takes an appeal against a result.',
  input: z.strictObject({ application: id(), ground: choice(appealGrounds), words: maybe(text(2_000)) }),
  refuses: ['nothing-to-appeal', 'appeals-over', 'appealed-already'],
  run: async (doing, { application, ground, words }) => {
    const { tx, network, hub, now, actor, vault, refuse } = doing;
    const found = await ownApplication(doing, application, { lock: true });
    const decided = await approvedDecision(doing, found.call_id);
    if (!decided?.appeals_until || (found.state !== 'rejected' && found.state !== 'waitlisted')) return refuse('nothing-to-appeal');
    if (now >= decided.appeals_until) refuse('appeals-over');
    const appeal = newId(now.getTime());
    const sealed = words ? await vault.seal({ person: found.person_id, table: 'incubation.appeal', column: 'sealed', row: appeal }, words) : null;
    const filed = await tx.insertInto('incubation.appeal').values({
      network_id: network, id: appeal, hub_id: hub, call_id: found.call_id, application_id: application, filed_at: now, filed_by: actor.account, until_at: decided.appeals_until, ground, sealed,
      answered_by: null, answered_at: null, outcome: null, words: null,
    }).onConflict((row) => row.columns(['network_id', 'application_id']).doNothing()).executeTakeFirst();
    if (filed.numInsertedOrUpdatedRows === 0n) refuse('appealed-already');
    await doing.record({ name: 'appeal-filed', subject: application, person: found.person_id, body: { ground } });
    return { call: found.call_id, appeal };
  },
});
