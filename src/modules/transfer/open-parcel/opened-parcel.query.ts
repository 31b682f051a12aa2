import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { parcelHere, stateOf } from '../parcel/parcel-here.ts';
import { query } from '../transfer.ts';
import { ownOpening } from './own-opening.ts';

/** A parcel addressed to this hub: its number, where it comes from, what became of it; and what is in it for who opened it within the hour. */
export const openedParcel = query({
  name: 'opened-parcel',
  says: 'Shows what another hub sent, to who opened it with the words.',
  input: z.strictObject({ parcel: id() }),
  run: async (asking, { parcel }) => {
    const row = await parcelHere(asking, parcel);
    const from = (await hubCard(asking.tx, row.hub_id)) ?? asking.absent();
    const state = stateOf(row, asking.now);
    const opened = state === 'waiting' ? await ownOpening(asking, parcel) : undefined;
    return {
      parcel, number: row.number, from: from.names, state, until: row.until_at, answeredAt: row.answered_at,
      content: opened ? opened.content : null,
    };
  },
});
