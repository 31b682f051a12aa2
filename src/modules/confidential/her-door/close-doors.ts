import type { Doing } from '#core/action.ts';
import type { ConfidentialTables } from '../confidential.ts';

/** Closes the doors of a file for good; gives how many were open. */
export async function closeDoors({ tx, network, now, actor }: Doing<ConfidentialTables>, file: string): Promise<number> {
  const closed = await tx.updateTable('confidential.door').set({ ended_at: now, ended_by: actor.account! })
    .where('network_id', '=', network).where('file_id', '=', file).where('ended_at', 'is', null).executeTakeFirst();
  return Number(closed.numUpdatedRows);
}
