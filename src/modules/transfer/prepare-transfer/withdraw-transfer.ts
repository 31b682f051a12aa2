import { z } from 'zod';
import { id } from '#core/input.ts';
import { answerParcel } from '../parcel/parcel-here.ts';
import { action } from '../transfer.ts';

/** Takes back a parcel that still waits, because she stays or her words are lost; its content is destroyed at once. */
export const withdrawTransfer = action({
  name: 'withdraw-transfer',
  says: 'Takes back a move that was prepared, while nobody has accepted it.',
  input: z.strictObject({ parcel: id() }),
  refuses: ['parcel-over'],
  run: async (doing, { parcel }) => {
    const { tx, network, hub } = doing;
    const row = (await tx.selectFrom('transfer.departure as departure').innerJoin('transfer.parcel as parcel', (join) => join.onRef('parcel.network_id', '=', 'departure.network_id').onRef('parcel.id', '=', 'departure.id'))
      .select(['departure.person_id', 'parcel.state']).where('departure.network_id', '=', network).where('departure.hub_id', '=', hub).where('departure.id', '=', parcel).executeTakeFirst()) ?? doing.absent();
    if (!(await answerParcel(doing, parcel, { state: 'withdrawn' }))) doing.refuse('parcel-over', { state: row.state });
    await doing.record({ name: 'parcel-withdrawn', subject: parcel, person: row.person_id });
    return { parcel, person: row.person_id };
  },
});
