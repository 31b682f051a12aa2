import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openedFile } from '../held-file.ts';
import { agreedWith } from './agreed-with.ts';

/** What stands on the small card she takes along: the meetings to come and what she keeps ready. */
export const cardSheet = query({
  name: 'card-sheet',
  says: 'Shows the small card that a person takes along.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file }) => {
    const { row } = await openedFile(asking, file);
    const { plan, meetings } = await agreedWith(asking, { file, hub: row.hub_id });
    return { bag: plan?.bag ?? [], meetings };
  },
});
