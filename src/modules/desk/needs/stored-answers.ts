import type { Asking } from '#core/action.ts';
import type { Tx } from '#core/db/transaction.ts';
import type { DeskTables } from '../desk.ts';
import type { Answer, Answers } from '../form/condition.ts';
import { sealedPlace } from './sealed-place.ts';

/** The harmless answers of an assessment, by question. */
export async function openAnswers(tx: Tx<DeskTables>, network: string, assessment: string): Promise<Answers> {
  const rows = await tx.selectFrom('desk.needs_answer').select(['question', 'value'])
    .where('network_id', '=', network).where('assessment_id', '=', assessment).execute();
  return Object.fromEntries(rows.map(({ question, value }) => [question, value]));
}

/** A sealed answer of mine: what it says, and the mark that tells whether it changed since. */
export interface MySealedAnswer {
  readonly question: string;
  readonly answer: Answer;
  readonly mark: string;
}

/** The sealed answers I wrote in an open visit; every opening leaves a trace. Others' are hidden by row-level security. */
export async function mySealedAnswers({ tx, network, vault }: Asking<DeskTables>, assessment: string): Promise<readonly MySealedAnswer[]> {
  const rows = await tx.selectFrom('desk.needs_sealed_answer').select(['id', 'question', 'key_owner_id', 'sealed', 'changed_at'])
    .where('network_id', '=', network).where('assessment_id', '=', assessment).execute();
  return Promise.all(rows.map(async (row) => ({
    question: row.question,
    answer: JSON.parse(await vault.open(sealedPlace(row.id, row.key_owner_id), row.sealed)) as Answer,
    mark: markOf(row.changed_at),
  })));
}

/** Stands for a sealed answer where a form says what it showed, so that no sealed word travels twice. */
export const markOf = (changedAt: Date): string => String(changedAt.getTime());
