import { z } from 'zod';
import { text } from '#core/input.ts';
import { query } from '../confidential.ts';
import { agreedWith } from './agreed-with.ts';
import { herPassHash } from './her-door.ts';

/** What was agreed with her; null when no live pass was brought. Row-level security chooses the file. */
export const herPage = query({
  name: 'her-page',
  says: 'Shows a person what was agreed with her, while her pass lasts.',
  input: z.strictObject({ pass: text(60) }),
  link: ({ pass }) => herPassHash(pass),
  run: async (asking) => {
    const { tx, network } = asking;
    const door = await tx.selectFrom('confidential.door').select(['file_id as file', 'hub_id as hub']).where('network_id', '=', network)
      .where('id', 'in', tx.selectFrom('confidential.door_opening').select('door_id').where('network_id', '=', network)).executeTakeFirst();
    return door ? agreedWith(asking, door) : null;
  },
});
