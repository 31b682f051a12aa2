import type { Asking } from '#core/action.ts';
import type { Answer } from '#modules/desk/public.ts';
import type { IncubationTables } from '../incubation.ts';
import { answerPlace } from './answer-place.ts';

type Reading = Pick<Asking<IncubationTables>, 'tx' | 'network' | 'vault'>;
interface Of { readonly id: string; readonly person_id: string }

/** The answers of an application by question, sealed ones opened; every opening leaves a trace. `only`: these questions and no others. */
export async function readAnswers({ tx, network, vault }: Reading, { id, person_id: person }: Of, only?: readonly string[]): Promise<Record<string, Answer>> {
  let found = tx.selectFrom('incubation.answer').select(['question', 'said', 'sealed']).where('network_id', '=', network).where('application_id', '=', id);
  if (only) found = found.where('question', 'in', [...only]);
  const rows = await found.execute();
  const opened = await Promise.all(rows.map(async ({ question, said, sealed }) =>
    [question, sealed ? JSON.parse(await vault.open(answerPlace(id, person, question), sealed)) : said] as const));
  return Object.fromEntries(opened.filter(([, answer]) => answer !== null)) as Record<string, Answer>;
}

/** The answers that are not sealed; nothing is opened. */
export async function openAnswersOf({ tx, network }: Pick<Reading, 'tx' | 'network'>, application: string): Promise<Record<string, Answer>> {
  const rows = await tx.selectFrom('incubation.answer').select(['question', 'said']).where('network_id', '=', network)
    .where('application_id', '=', application).where('said', 'is not', null).execute();
  return Object.fromEntries(rows.map(({ question, said }) => [question, said as Answer]));
}
