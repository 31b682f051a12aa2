import type { Asking } from '#core/action.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { within } from '#core/db/transaction.ts';
import { isUuid } from '#core/id.ts';
import type { Multilingual } from '#core/input.ts';
import { formVersion, type KeptQuestion } from '#modules/desk/public.ts';
import type { CallPaper } from '../call/call-tables.ts';
import { standingAt } from '../call/call-window.ts';
import type { IncubationTables } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';
import type { CallRules } from '../submit/weigh-application.ts';

/** A question of a call, as a column of a file may answer it. */
export type RegistrationQuestion = KeptQuestion;

/** A call as files of registrations see it. */
export interface RegistrationCall {
  readonly id: string;
  readonly hub: string;
  readonly code: string;
  readonly names: Multilingual;
  readonly closesOn: string;
  /** Whether it takes files: from its opening until its applications are judged. Lists kept on paper come in after the last day. A row brings no papers: a call that cannot be answered without one takes no file. */
  readonly takesFiles: boolean;
  readonly rules: CallRules;
  readonly questions: readonly RegistrationQuestion[];
}

// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
type Here = Pick<Asking<any>, 'network' | 'hub' | 'now'> & { readonly tx: AnyTx };

const asksNoPaper = ({ papers }: { readonly papers: readonly CallPaper[] }): boolean => !papers.some(({ required }) => required);

/** The call of the hub where one stands by its id or code; undefined when there is none. */
export async function registrationCall({ tx: any, network, hub, now }: Here, named: string): Promise<RegistrationCall | undefined> {
  const tx = within<IncubationTables>(any);
  const row = await tx.selectFrom('incubation.call').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
    .where(isUuid(named) ? 'id' : 'code', '=', named).executeTakeFirst();
  if (!row) return undefined;
  const { criteria, quotas } = await readRules({ tx, network }, row.id);
  const { applicants, territory_code, age_lowest, age_highest, sexes, members_least } = row;
  return {
    id: row.id, hub: row.hub_id, code: row.code, names: row.names, closesOn: row.closes_on, takesFiles: ['open', 'closed'].includes(standingAt(row, now)) && asksNoPaper(row),
    rules: { applicants, territory_code, age_lowest, age_highest, sexes, members_least, criteria, quotas },
    questions: (await formVersion({ tx, network }, row.form_id))?.questions ?? [],
  };
}

/** The calls of a hub that take files of registrations now, the newest first. */
export async function callsTakingFiles({ tx, network, hub, now }: Here): Promise<readonly { readonly code: string; readonly names: Multilingual }[]> {
  const rows = await within<IncubationTables>(tx).selectFrom('incubation.call').select(['code', 'names', 'state', 'opens_at', 'closes_at', 'papers'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('state', 'in', ['published', 'open', 'closed']).orderBy('opens_at', 'desc').limit(100).execute();
  return rows.filter((row) => ['open', 'closed'].includes(standingAt(row, now)) && asksNoPaper(row)).map(({ code, names }) => ({ code, names }));
}
