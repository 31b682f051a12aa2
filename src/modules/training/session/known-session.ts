import type { Asking } from '#core/action.ts';
import type { SessionTable } from '../tables.ts';
import type { TrainingTables } from '../training.ts';

/** A course of the hub where the reader stands; another hub's is absent. */
export async function knownSession({ tx, network, hub, absent }: Asking<TrainingTables>, session: string): Promise<SessionRow> {
  return (await tx.selectFrom('training.session').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', session).executeTakeFirst()) ?? absent();
}

/** The same, held until this transaction ends: nobody else gives its seats or closes it meanwhile. Refuses `agreement-over`. */
export async function heldSession(asking: Asking<TrainingTables>, session: string): Promise<SessionRow> {
  const { tx, network, hub, absent } = asking;
  const row = (await tx.selectFrom('training.session').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', session).forUpdate().executeTakeFirst()) ?? absent();
  if (await isReadOnly(asking, session)) asking.refuse('agreement-over');
  return row;
}

/** Is the course held for cohorts of partners alone whose agreement is over? Then nothing of it is written until a cohort is handed over. */
export async function isReadOnly({ tx, network }: Pick<Asking<TrainingTables>, 'tx' | 'network'>, session: string): Promise<boolean> {
  return (await tx.selectFrom('training.read_only_session').select('session_id').where('network_id', '=', network).where('session_id', '=', session).executeTakeFirst()) !== undefined;
}

/** A course as it is read. */
export type SessionRow = { readonly [K in keyof SessionTable]: SessionTable[K] extends { readonly __select__: infer S } ? S : SessionTable[K] };
