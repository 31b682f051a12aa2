import type { Asking } from '#core/action.ts';
import type { SessionTable } from '../tables.ts';
import type { TrainingTables } from '../training.ts';

/** A course of the hub where the reader stands; another hub's is absent. */
export async function knownSession({ tx, network, hub, absent }: Asking<TrainingTables>, session: string): Promise<SessionRow> {
  return (await tx.selectFrom('training.session').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', session).executeTakeFirst()) ?? absent();
}

/** The same, held until this transaction ends: nobody else gives its seats or closes it meanwhile. */
export async function heldSession({ tx, network, hub, absent }: Asking<TrainingTables>, session: string): Promise<SessionRow> {
  return (await tx.selectFrom('training.session').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', session).forUpdate().executeTakeFirst()) ?? absent();
}

/** A course as it is read. */
export type SessionRow = { readonly [K in keyof SessionTable]: SessionTable[K] extends { readonly __select__: infer S } ? S : SessionTable[K] };
