import { type Tx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { IconName } from '#ui/icon-paths.ts';
import type { DeskTables } from '../desk.ts';
import type { QuestionRow } from '../needs-tables.ts';
import type { Question, Scale } from './form-content.ts';

/** A question with the id under which its spoken versions are kept. */
export interface KeptQuestion extends Question {
  readonly id: string;
  readonly sealed: boolean;
  readonly required: boolean;
  readonly jury: boolean;
}

/** A questionnaire in one version. */
export interface FormVersion {
  readonly id: string;
  readonly version: number;
  readonly names: Multilingual;
  readonly active_from: string;
  readonly scales: readonly Scale[];
  readonly questions: readonly KeptQuestion[];
}

interface In {
  // biome-ignore lint/suspicious/noExplicitAny: read from other modules with their own tables too.
  readonly tx: Tx<any>;
  readonly network: string;
}

/** The version a new visit is asked with on a day (`YYYY-MM-DD`): the newest that is already active; undefined when there is none. */
export async function formInForce({ tx, network }: In, day: string): Promise<FormVersion | undefined> {
  const row = await within<DeskTables>(tx).selectFrom('desk.form').select('id')
    .where('network_id', '=', network).where('code', '=', 'needs').where('active_from', '<=', day)
    .orderBy('version', 'desc').executeTakeFirst();
  return row && formVersion({ tx, network }, row.id);
}

/** The newest version of each questionnaire whose code begins so and that is active on a day, by code: what a call may ask. */
export async function formsOfKind({ tx, network }: In, beginning: string, day: string): Promise<readonly Pick<FormVersion, 'id' | 'version' | 'names'>[]> {
  return within<DeskTables>(tx).selectFrom('desk.form').select(['id', 'version', 'names']).distinctOn('code')
    .where('network_id', '=', network).where('code', 'like', `${beginning}%`).where('active_from', '<=', day)
    .orderBy('code').orderBy('version', 'desc').execute();
}

/** One version by its id, in force or not. */
export async function formVersion({ tx, network }: In, form: string): Promise<FormVersion | undefined> {
  const row = await within<DeskTables>(tx).selectFrom('desk.form').select(['id', 'version', 'names', 'active_from', 'scales'])
    .where('network_id', '=', network).where('id', '=', form).executeTakeFirst();
  if (!row) return undefined;
  const questions = await within<DeskTables>(tx).selectFrom('desk.form_question').selectAll()
    .where('network_id', '=', network).where('form_id', '=', form).orderBy('position').execute();
  return { ...row, questions: questions.map(questionOf) };
}

const questionOf = (row: QuestionRow): KeptQuestion => ({
  id: row.id, code: row.code, kind: row.kind, labels: row.labels, required: row.required, sealed: row.sealed, jury: row.jury, choices: row.choices,
  help: Object.keys(row.help).length ? row.help : undefined,
  icon: (row.icon ?? undefined) as IconName | undefined,
  show_if: row.show_if ?? undefined,
  scale: row.scale ?? undefined,
  lowest: row.lowest ?? undefined,
  highest: row.highest ?? undefined,
  tells: row.tells ?? undefined,
});
