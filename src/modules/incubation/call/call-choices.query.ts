import { z } from 'zod';
import { formsOfKind } from '#modules/desk/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../incubation.ts';

/** What somebody who writes a call chooses from: the questionnaires of calls that are in force, and the clock of the hub. */
export const callChoices = query({
  name: 'call-choices',
  says: 'Lists what a new call may ask.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, hub, now } = asking;
    const card = await hubCard(tx, hub);
    return { forms: await formsOfKind(asking, 'call-', now.toISOString().slice(0, 10)), timeZone: card?.timeZone ?? 'UTC', territory: card?.regionCode ?? card?.territoryCode ?? null, country: card?.country ?? 'TN' };
  },
});
