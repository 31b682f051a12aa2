import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../accompaniment.ts';
import { clientOf, workedCase } from '../case/worked-case.ts';
import { endFile } from '../case/end-file.ts';

/** Approves a colleague's plan or closing, or gives it back with what to change. Nobody decides on her own; the database refuses it too. */
export const decideApproval = action({
  name: 'decide-approval',
  says: 'Approves a plan or the end of a file, or gives it back.',
  input: z.strictObject({ approval: id(), decision: choice(['approved', 'returned']), words: maybe(text(500)) }),
  refuses: ['own-work', 'already-decided', 'return-words-missing', 'case-over'],
  run: async (doing, { approval, decision, words = null }) => {
    const { tx, network, hub, now, actor } = doing;
    const asked = (await tx.selectFrom('accompaniment.approval').select(['case_id', 'about', 'version', 'outcome', 'reason', 'asked_by', 'decision'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', approval).forUpdate().executeTakeFirst()) ?? doing.absent();
    if (asked.decision) doing.refuse('already-decided');
    if (asked.asked_by === actor.account) doing.refuse('own-work');
    if (decision === 'returned' && !words) doing.refuse('return-words-missing', {}, 'words');
    const file = await workedCase(doing, asked.case_id);
    await tx.updateTable('accompaniment.approval').set({ decision, decided_by: actor.account ?? doing.absent(), decided_at: now, words })
      .where('network_id', '=', network).where('id', '=', approval).execute();
    if (asked.about === 'plan') {
      const version = asked.version!;
      if (decision === 'approved') {
        await tx.updateTable('accompaniment.case_file').set({ approved_version: version }).where('network_id', '=', network).where('id', '=', file.id).execute();
      }
      await doing.record({ name: decision === 'approved' ? 'plan-approved' : 'plan-returned', subject: file.id, ...clientOf(file), body: { version } });
    } else if (decision === 'approved') await endFile(doing, file, { outcome: asked.outcome!, reason: asked.reason! });
    else await doing.record({ name: 'closure-returned', subject: file.id, ...clientOf(file), body: { outcome: asked.outcome } });
    return { case: file.id };
  },
});
