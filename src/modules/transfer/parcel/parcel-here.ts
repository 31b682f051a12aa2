import type { Asking, Doing } from '#core/action.ts';
import type { TransferTables } from '../transfer.ts';

const columns = ['id', 'number', 'hub_id', 'to_hub_id', 'state', 'reason', 'digest', 'prepared_at', 'until_at', 'answered_at'] as const;

/** A parcel addressed to the hub where one stands; absent when there is none. */
export async function parcelHere({ tx, network, hub, absent }: Asking<TransferTables>, parcel: string) {
  return (await tx.selectFrom('transfer.parcel').select(columns).where('network_id', '=', network).where('to_hub_id', '=', hub).where('id', '=', parcel).executeTakeFirst()) ?? absent();
}

export type ParcelRow = Awaited<ReturnType<typeof parcelHere>>;

/** What became of a parcel by now: one whose time is over is late, whether the night has noted it yet or not. */
export const stateOf = ({ state, until_at }: Pick<ParcelRow, 'state' | 'until_at'>, now: Date): ParcelRow['state'] => (state === 'waiting' && until_at <= now ? 'late' : state);

/** The same, still waiting; refuses `parcel-over` with what became of it. Nothing of it is told. */
export async function waitingHere(asking: Asking<TransferTables>, parcel: string): Promise<ParcelRow> {
  const row = await parcelHere(asking, parcel);
  const state = stateOf(row, asking.now);
  if (state !== 'waiting') asking.refuse('parcel-over', { state });
  return row;
}

/** Gives a waiting parcel its one answer; false when somebody else was quicker. Its content is destroyed in the same statement. */
export async function answerParcel({ tx, network, now }: Doing<TransferTables>, parcel: string, answer: { state: 'accepted' | 'refused' | 'withdrawn'; reason?: NonNullable<ParcelRow['reason']> }): Promise<boolean> {
  const done = await tx.updateTable('transfer.parcel').set({ state: answer.state, reason: answer.reason ?? null, answered_at: now })
    .where('network_id', '=', network).where('id', '=', parcel).where('state', '=', 'waiting').executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
