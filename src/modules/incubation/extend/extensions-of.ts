import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../incubation.ts';

/** How often, from when to when and why the closing of a call was moved, the last move first. */
export const extensionsOf = ({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, call: string) =>
  tx.selectFrom('incubation.call_extension').select(['n', 'closes_from as from', 'closes_to as to', 'day_from as dayFrom', 'day_to as dayTo', 'reason', 'moved_at as at'])
    .where('network_id', '=', network).where('call_id', '=', call).orderBy('n', 'desc').execute();

export type Extension = Awaited<ReturnType<typeof extensionsOf>>[number];
