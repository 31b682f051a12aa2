import type { Asking } from '#core/action.ts';
import type { ProgrammeTables } from './programme.ts';

/** The programme, held until the end of the action so that two colleagues write one after the other; one that is closed takes nothing more. */
export async function ownProgramme({ tx, network, absent, refuse }: Asking<ProgrammeTables>, programme: string) {
  const row = await tx
    .selectFrom('programme.programme').select(['id', 'level', 'state', 'starts_on', 'ends_on', 'lead_organization_id'])
    .where('network_id', '=', network).where('id', '=', programme).forUpdate().executeTakeFirst();
  if (!row) return absent();
  if (row.state === 'closed') refuse('programme-closed');
  return row;
}
