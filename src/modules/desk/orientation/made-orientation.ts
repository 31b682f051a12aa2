import type { Asking } from '#core/action.ts';
import type { DeskTables } from '../desk.ts';

/** The orientation of a visit as it stands now: its latest revision with the services in her order; null when there is none. */
export async function madeOrientation({ tx, network }: Pick<Asking<DeskTables>, 'tx' | 'network'>, ticket: string) {
  const latest = await tx.selectFrom('desk.orientation').select(['id', 'revision', 'at', 'fitting', 'weighed', 'losses_told as lossesTold'])
    .where('network_id', '=', network).where('ticket_id', '=', ticket).orderBy('revision', 'desc').executeTakeFirst();
  if (!latest) return null;
  const choices = await tx.selectFrom('desk.orientation_choice')
    .select(['service_id as service', 'service_type as type', 'position', 'standing', 'failed', 'override_reason as reason'])
    .where('network_id', '=', network).where('orientation_id', '=', latest.id).orderBy('position').execute();
  return { ...latest, choices };
}
