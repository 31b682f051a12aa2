import { z } from 'zod';
import { formsOfKind } from '#modules/desk/public.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import { programmesByIds, programmesOf } from '#modules/programme/public.ts';
import { query } from '../incubation.ts';

/** What somebody who writes a call chooses from: the questionnaires of calls that are in force, and the clock of the hub. */
export const callChoices = query({
  name: 'call-choices',
  says: 'Lists what a new call may ask.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, hub } = asking;
    const card = await hubCard(tx, hub);
    const today = await dayHere(asking);
    const programmes = await programmesByIds(tx, (await programmesOf(tx, { hub, on: today })).map(({ programme }) => programme));
    return { forms: await formsOfKind(asking, 'call-', today), programmes: programmes.filter(({ open }) => open).map(({ id, names }) => ({ id, names })), timeZone: card?.timeZone ?? 'UTC', territory: card?.regionCode ?? card?.territoryCode ?? null, country: card?.country ?? 'TN' };
  },
});
