import type { Asking } from '#core/action.ts';
import type { CallPaper } from '../call/call-tables.ts';
import type { IncubationTables } from '../incubation.ts';

type Reading = Pick<Asking<IncubationTables>, 'tx' | 'network'>;

/** The papers handed in with an application, in the order they came; nothing to whom they are closed. */
export const papersHandedIn = ({ tx, network }: Reading, application: string) =>
  tx.selectFrom('incubation.paper').select(['id', 'code', 'document_id as document', 'handed_at as at']).where('network_id', '=', network)
    .where('application_id', '=', application).where('taken_back_at', 'is', null).orderBy('handed_at').orderBy('id').execute();

/** The papers that must still be handed in before an application is. */
export async function papersMissing(reading: Reading, { id, call }: { readonly id: string; readonly call: { readonly papers: readonly CallPaper[] } }): Promise<readonly CallPaper[]> {
  const asked = call.papers.filter(({ required }) => required);
  if (asked.length === 0) return [];
  const there = new Set((await papersHandedIn(reading, id)).map(({ code }) => code));
  return asked.filter(({ code }) => !there.has(code));
}
