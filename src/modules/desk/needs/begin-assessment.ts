import type { Asking } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import type { DeskTables } from '../desk.ts';
import { type FormVersion, formInForce, formVersion } from '../form/form-version.ts';
import type { HeldVisit } from './held-visit.ts';

/**
 * The assessment of a visit with the form it was begun with; begins one with the form in force when there is none.
 * The row stays locked until the end, so that two people write one after the other. Refuses `no-form-published`.
 */
export async function beginAssessment(asking: Asking<DeskTables>, visit: HeldVisit) {
  const { tx, network, hub, now } = asking;
  const known = await lockedAssessment(asking, visit.ticket);
  if (known) return { assessment: known, form: (await formVersion(asking, known.form_id))! };
  const form: FormVersion = (await formInForce(asking, await dayHere(asking))) ?? asking.refuse('no-form-published');
  await tx.insertInto('desk.needs_assessment').values({
    network_id: network, id: newId(now.getTime()), hub_id: hub, ticket_id: visit.ticket, form_id: form.id, person_id: visit.spokenTo,
    organization_id: visit.organization, state: 'draft', started_at: now, done_at: null, done_by: null,
  }).onConflict((row) => row.columns(['network_id', 'ticket_id']).doNothing()).execute();
  return { assessment: (await lockedAssessment(asking, visit.ticket))!, form };
}

const lockedAssessment = ({ tx, network }: Asking<DeskTables>, ticket: string) =>
  tx.selectFrom('desk.needs_assessment').select(['id', 'form_id', 'state', 'person_id'])
    .where('network_id', '=', network).where('ticket_id', '=', ticket).forUpdate().executeTakeFirst();
