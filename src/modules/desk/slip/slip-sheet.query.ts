import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../desk.ts';
import { madeOrientation } from '../orientation/made-orientation.ts';
import { nextStepOf } from './next-step.ts';

/** The newest slip of a visit as it is printed, and whether one can be made. `slip` is null while none was made. */
export const slipSheet = query({
  name: 'slip-sheet',
  says: 'Shows the slip of a visit, as it is printed.',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const { tx, network, hub } = asking;
    const visit = await tx.selectFrom('desk.ticket').select(['number', 'state'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket).executeTakeFirst();
    if (!visit) return asking.absent();
    const slip = await tx.selectFrom('desk.slip').select(['code', 'lang', 'hub_id', 'service_id', 'location_id', 'made_at as madeAt'])
      .where('network_id', '=', network).where('ticket_id', '=', ticket).orderBy('made_at', 'desc').orderBy('id', 'desc').executeTakeFirst();
    const card = await hubCard(tx, hub);
    return {
      number: visit.number, oriented: (await madeOrientation(asking, ticket)) !== null, country: card?.country ?? 'TN',
      timeZone: card?.timeZone, hubNames: card?.names ?? {},
      slip: slip ? { code: slip.code, lang: slip.lang, madeAt: slip.madeAt, next: await nextStepOf(asking, slip) } : null,
    };
  },
});
