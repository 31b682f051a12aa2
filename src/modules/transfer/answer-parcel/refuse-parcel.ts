import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { refusalReasons } from '../codes.ts';
import { answerParcel, waitingHere } from '../parcel/parcel-here.ts';
import { action } from '../transfer.ts';

/** Sends a parcel back with a reason: its content is destroyed and she comes back to the list of who sent her. No words are needed for a no. */
export const refuseParcel = action({
  name: 'refuse-parcel',
  says: 'Says no to what another hub sent, with a reason.',
  input: z.strictObject({ parcel: id(), reason: choice(refusalReasons) }),
  refuses: ['parcel-over'],
  run: async (doing, { parcel, reason }) => {
    const row = await waitingHere(doing, parcel);
    if (!(await answerParcel(doing, parcel, { state: 'refused', reason }))) doing.refuse('parcel-over', { state: 'accepted' });
    await doing.record({ name: 'parcel-refused', subject: parcel, body: { reason } });
    await doing.record({ name: 'departure-refused', subject: parcel, hub: row.hub_id, body: { reason } });
    return { parcel };
  },
});
