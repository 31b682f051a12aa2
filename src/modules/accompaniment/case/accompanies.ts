import type { Asking } from '#core/action.ts';
import type { AccompanimentTables } from '../accompaniment.ts';

/** Does whoever asks accompany this client now? Notes open by that, not by leading the team. PostgreSQL decides it again. */
export async function accompanies({ tx, network, now, actor }: Pick<Asking<AccompanimentTables>, 'tx' | 'network' | 'now' | 'actor'>, file: string): Promise<boolean> {
  const row = await tx.selectFrom('accompaniment.assignment').select('id').where('network_id', '=', network).where('case_id', '=', file)
    .where('account_id', '=', actor.account).where('state', '=', 'accepted')
    .where((eb) => eb.or([eb('until_at', 'is', null), eb('until_at', '>', now)])).executeTakeFirst();
  return row !== undefined;
}
