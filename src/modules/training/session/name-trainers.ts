import type { Doing } from '#core/action.ts';
import type { TrainingTables } from '../training.ts';

interface Standing {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/**
 * Puts these trainers of the pool into these half-days. `trainer-taken` when one of them stands in another room at that hour, at
 * whichever hub: the database refuses it even where this hub may not see the other course.
 */
export async function nameTrainers(doing: Doing<TrainingTables>, session: string, halves: readonly Standing[], trainers: readonly string[]): Promise<void> {
  const { tx, network, hub, refuse, absent } = doing;
  if (trainers.length === 0) return;
  const known = await tx.selectFrom('training.trainer').select(['id', 'account_id']).where('network_id', '=', network).where('id', 'in', [...trainers]).where('left_at', 'is', null).execute();
  if (known.length < new Set(trainers).size) absent();
  const rows = known.flatMap((trainer) => halves.map((half) => ({
    network_id: network, hub_id: hub, session_id: session, half_day_id: half.id, trainer_id: trainer.id, account_id: trainer.account_id, starts_at: half.starts_at, ends_at: half.ends_at, until_at: null,
  })));
  const kept = await tx.insertInto('training.taught').values(rows).onConflict((row) => row.doNothing()).executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows !== BigInt(rows.length)) refuse('trainer-taken', {}, 'trainers');
}
