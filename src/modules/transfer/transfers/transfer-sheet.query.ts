import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountName, hubCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import { stateOf } from '../parcel/parcel-here.ts';
import { query } from '../transfer.ts';

/** What the sending hub keeps of a move: number, day, hub, what she agreed to, what became of it. */
export const transferSheet = query({
  name: 'transfer-sheet',
  says: 'Shows what this hub keeps of a move it prepared.',
  input: z.strictObject({ parcel: id() }),
  run: async ({ tx, network, hub, now, absent }, { parcel }) => {
    const row = (await tx.selectFrom('transfer.departure as departure').innerJoin('transfer.parcel as parcel', (join) => join.onRef('parcel.network_id', '=', 'departure.network_id').onRef('parcel.id', '=', 'departure.id'))
      .select(['parcel.number', 'parcel.to_hub_id', 'parcel.state', 'parcel.reason', 'parcel.prepared_at', 'parcel.until_at', 'parcel.answered_at', 'parcel.digest',
        'departure.person_id', 'departure.kind', 'departure.fields', 'departure.documents', 'departure.prepared_by'])
      .where('departure.network_id', '=', network).where('departure.hub_id', '=', hub).where('departure.id', '=', parcel).executeTakeFirst()) ?? absent();
    const there = (await hubCard(tx, row.to_hub_id)) ?? absent();
    return {
      parcel, number: row.number, to: { id: there.id, names: there.names }, state: stateOf(row, now), reason: row.reason, kind: row.kind, fields: row.fields, documents: row.documents,
      preparedAt: row.prepared_at, until: row.until_at, answeredAt: row.answered_at, preparedBy: await accountName(tx, row.prepared_by),
      digest: row.digest.toString('hex'), card: (await personCard(tx, row.person_id)) ?? absent(),
    };
  },
});
