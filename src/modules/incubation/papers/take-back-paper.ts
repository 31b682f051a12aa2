import { z } from 'zod';
import { id } from '#core/input.ts';
import { destroyDocument } from '#modules/documents/public.ts';
import { draftedApplication } from '../application/own-application.ts';
import { action } from '../incubation.ts';

/** Takes a paper out of an application that is still a draft; the content of its file is destroyed. */
export const takeBackPaper = action({
  name: 'take-back-paper',
  says: 'Takes a paper out of an application; its file is destroyed.',
  input: z.strictObject({ application: id(), paper: id() }),
  refuses: ['application-handed-in', 'call-not-open'],
  run: async (doing, { application: wanted, paper }) => {
    const { tx, network, now, absent } = doing;
    const application = await draftedApplication(doing, wanted);
    const found = (await tx.selectFrom('incubation.paper').select('document_id').where('network_id', '=', network).where('application_id', '=', application.id)
      .where('id', '=', paper).where('taken_back_at', 'is', null).executeTakeFirst()) ?? absent();
    if (found.document_id) await destroyDocument(doing, found.document_id, 'mistaken');
    else await tx.updateTable('incubation.paper').set({ taken_back_at: now }).where('network_id', '=', network).where('id', '=', paper).execute();
    await doing.record({ name: 'paper-taken-back', subject: application.id, person: application.person_id, body: { call: application.call_id } });
    return { application: application.id };
  },
});
