import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownApplication } from '../application/own-application.ts';
import { query } from '../incubation.ts';

/** Whether an application has a page of its own that is opened by code and word, and since when. The word is not kept. */
export const ownPageSheet = query({
  name: 'own-page-sheet',
  says: 'Shows whether whoever applied can open her own page.',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application: wanted }) => {
    const { tx, network } = asking;
    const { call, ...application } = await ownApplication(asking, wanted);
    const door = await tx.selectFrom('incubation.application_door').select(['code', 'made_at as at']).where('network_id', '=', network).where('application_id', '=', application.id).executeTakeFirst();
    return { application: { id: application.id, receipt: application.receipt, state: application.state }, call: { id: call.id, names: call.names }, door: door ?? null };
  },
});
