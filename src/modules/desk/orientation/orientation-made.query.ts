import { z } from 'zod';
import { id } from '#core/input.ts';
import { servicesByIds } from '#modules/directory/public.ts';
import { query } from '../desk.ts';
import { madeOrientation } from './made-orientation.ts';

/** What was decided in a visit: the services in her order, why each, and their cards. Null when nothing was decided. */
export const orientationMade = query({
  name: 'orientation-made',
  says: 'Shows the services named to the client of a visit.',
  input: z.strictObject({ ticket: id() }),
  run: async (asking, { ticket }) => {
    const made = await madeOrientation(asking, ticket);
    if (!made) return null;
    const cards = await servicesByIds(asking, made.choices.map(({ service }) => service));
    return { ...made, choices: made.choices.map((choice) => ({ ...choice, card: cards.get(choice.service) ?? null })) };
  },
});
