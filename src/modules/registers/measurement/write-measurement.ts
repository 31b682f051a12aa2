import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { keepProof } from '../proof/keep-proof.ts';
import type { ProofTyped } from '../proof/proof-input.ts';
import type { RegisterTables } from '../registers.ts';

type Values = Pick<RegisterTables['registers.measurement'], 'baseline_id' | 'what' | 'value' | 'unit' | 'currency' | 'on_day' | 'method' | 'said_by' | 'programme_id' | 'territory_code'>;

/** Writes down what was found on a day, with its paper when there is one; nothing is ever overwritten. */
export async function writeMeasurement(doing: Doing<RegisterTables>, values: Values, typed: ProofTyped): Promise<{ measurement: string; proof: string | null }> {
  const { tx, network, hub, now, actor } = doing;
  const proof = await keepProof(doing, typed);
  const measurement = newId(now.getTime());
  await tx.insertInto('registers.measurement').values({ network_id: network, id: measurement, hub_id: hub, ...values, proof_id: proof, set_by: actor.account, set_at: now }).execute();
  return { measurement, proof };
}
