import type { Asking } from '#core/action.ts';
import { type Kind, machines } from '../machines.ts';
import type { RegisterTables } from '../registers.ts';

/** Of these entries of one kind, those whose paper that makes them count still stands: the last step into that state has a proof that was not withdrawn. */
export async function standingProofs({ tx, network }: Asking<RegisterTables>, kind: Kind, entries: readonly string[]): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const rows = await tx.selectFrom('registers.step as step')
    .leftJoin('registers.proof as proof', (join) => join.onRef('proof.network_id', '=', 'step.network_id').onRef('proof.id', '=', 'step.proof_id'))
    .select(['step.entry_id', 'proof.id as proof', 'proof.withdrawn_at']).distinctOn('step.entry_id')
    .where('step.network_id', '=', network).where('step.entry_id', 'in', [...entries]).where('step.to_state', '=', machines[kind].shownBy)
    .orderBy('step.entry_id').orderBy('step.at', 'desc').orderBy('step.id', 'desc').execute();
  return new Set(rows.filter(({ proof, withdrawn_at }) => proof !== null && withdrawn_at === null).map(({ entry_id }) => entry_id));
}
