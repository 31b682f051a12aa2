import { z } from 'zod';
import { openProgrammes } from '#modules/programme/public.ts';
import { query } from '../registers.ts';
import { todayAt } from '../today.ts';

/** What the forms of the registers let one choose: open programmes, and the events a recommendation may come out of, newest first. */
export const entryChoices = query({
  name: 'entry-choices',
  says: 'What one may choose when writing an entry down.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const events = await tx.selectFrom('registers.entry').select(['id', 'names']).where('network_id', '=', network).where('hub_id', '=', hub).where('kind', '=', 'event')
      .orderBy('starts_on', 'desc').orderBy('id').limit(200).execute();
    return { today: await todayAt(asking), programmes: (await openProgrammes(tx)).map(({ id, names }) => ({ id, names })), events };
  },
});
