import { z } from 'zod';
import { choice, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { territoryCard } from './territory-card.ts';

/** Adds a delegation, municipality or commune under a place Hadina knows; its code begins with its parent's. */
export const addTerritory = action({
  name: 'add-territory',
  says: 'Adds a commune or delegation under a governorate or province.',
  input: z.strictObject({
    parent: text(20),
    code: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{2,3}-[A-Z0-9-]{1,12}$/),
    level: choice(['delegation', 'municipality', 'commune']),
    names: multilingual(120),
    urban_rural: maybe(choice(['urban', 'rural'])),
  }),
  refuses: ['unknown-territory', 'code-outside-parent', 'territory-known'],
  run: async ({ tx, refuse, record }, { parent, code, level, names, urban_rural }) => {
    const above = await territoryCard(tx, parent);
    if (!above) return refuse('unknown-territory', {}, 'parent');
    if (!code.startsWith(`${parent}-`)) refuse('code-outside-parent', { parent }, 'code');
    const added = await tx
      .insertInto('network.territory')
      .values({ code, country: above.country, level, parent_code: parent, names, urban_rural: urban_rural ?? null, name_status: null, iso_mark: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .executeTakeFirst();
    if (!added) refuse('territory-known', {}, 'code');
    await record({ name: 'territory-added', subject: newId(), body: { code, level } });
    return { code };
  },
});
