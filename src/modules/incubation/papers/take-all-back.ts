import type { Doing } from '#core/action.ts';
import { destroyDocument } from '#modules/documents/public.ts';
import type { IncubationTables } from '../incubation.ts';
import { papersHandedIn } from './papers-of.ts';

/** Takes every paper out of an application that was just withdrawn; the content of each file is destroyed. The caller writes the event. */
export async function takeAllBack(doing: Doing<IncubationTables>, application: string): Promise<void> {
  const { tx, network, now } = doing;
  const files = new Set((await papersHandedIn(doing, application)).flatMap(({ document }) => document ?? []));
  for (const file of files) await destroyDocument(doing, file, 'her_wish');
  await tx.updateTable('incubation.paper').set({ taken_back_at: now }).where('network_id', '=', network).where('application_id', '=', application).where('taken_back_at', 'is', null).execute();
}
