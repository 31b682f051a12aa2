import type { Asking } from '#core/action.ts';
import { holdsNotesGrant } from '#modules/accompaniment/public.ts';
import type { IncubationTables } from '../incubation.ts';

/**
 * Does what she tells of her life in a project open to whoever asks: as her coach, now or when her cohort closed, or by a live grant? Leading
 * the team opens none of it. PostgreSQL decides it again.
 */
export async function opensLife(asking: Pick<Asking<IncubationTables>, 'tx' | 'network' | 'now' | 'actor'>, application: string, person: string): Promise<boolean> {
  const { tx, network, actor } = asking;
  const coaches = await tx.selectFrom('incubation.cohort_place as place').innerJoin('incubation.cohort as cohort', (join) => join.onRef('cohort.network_id', '=', 'place.network_id').onRef('cohort.id', '=', 'place.cohort_id'))
    .select('place.id').where('place.network_id', '=', network).where('place.application_id', '=', application).where('place.coach_id', '=', actor.account)
    .where((eb) => eb.or([eb('place.left_at', 'is', null), eb('place.left_at', '=', eb.ref('cohort.closed_at'))])).executeTakeFirst();
  return coaches !== undefined || holdsNotesGrant(asking, person);
}
