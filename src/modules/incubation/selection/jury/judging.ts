import type { Asking } from '#core/action.ts';
import { notKeptApart } from '../../application/not-kept-apart.ts';
import type { IncubationTables } from '../../incubation.ts';

/** A call whose jury the asker belongs to now; absent otherwise. `checked`: links were looked for, so that she sees what she may judge. */
export async function judgedCall({ tx, network, hub, actor, absent }: Asking<IncubationTables>, call: string) {
  const found = (await tx.selectFrom('incubation.call').select(['id', 'code', 'names', 'state', 'form_id', 'closes_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', call).executeTakeFirst()) ?? absent();
  const member = (await tx.selectFrom('incubation.jury_member').select('checked_at').where('network_id', '=', network).where('call_id', '=', call)
    .where('account_id', '=', actor.account).where('left_at', 'is', null).executeTakeFirst()) ?? absent();
  return { ...found, checked: member.checked_at !== null };
}

/** The criteria of a call that a jury gives points for. */
export const juryCriteria = ({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, call: string) =>
  tx.selectFrom('incubation.criterion').select(['code', 'names', 'weight', 'most']).where('network_id', '=', network).where('call_id', '=', call)
    .where('kind', '=', 'jury').orderBy('position').orderBy('code').execute();

/** An application as its juror meets it: no name, no person. PostgreSQL hides it before the closing, and where she has a link. */
export async function judgedApplication({ tx, network, hub, actor, absent }: Asking<IncubationTables>, application: string) {
  const row = (await tx.selectFrom('incubation.application').select(['id', 'call_id', 'receipt', 'applicant', 'stage', 'members', 'person_id', 'state'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', application).where('submitted_at', 'is not', null).where(notKeptApart()).executeTakeFirst()) ?? absent();
  const apart = await tx.selectFrom('incubation.conflict').select('kind').where('network_id', '=', network).where('application_id', '=', application).where('account_id', '=', actor.account).executeTakeFirst();
  return apart ? absent() : row;
}
