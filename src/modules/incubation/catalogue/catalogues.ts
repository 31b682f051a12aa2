import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, multilingual, wholeNumber } from '#core/input.ts';
import { action } from '../incubation.ts';
import { shownNow } from '../spotlight/spotlight.query.ts';
import { isWithdrawn } from './withdrawn.ts';

/** How many profiles a catalogue holds: what a printer's machine takes in one go. */
const mostEntries = 60;

/** What can be done with copies after somebody in them took her picture away. */
export const settledWays = ['covered', 'destroyed', 'none_left'] as const;

/**
 * Makes a catalogue for print of the profiles of this hub that are public now, by their name, and writes down who stands in it: paper is
 * not taken back, so one must be able to find it. Whoever withdrew is not in it.
 */
export const makeCatalogue = action({
  name: 'make-catalogue',
  says: 'Makes a catalogue for print of the public profiles of the hub.',
  input: z.strictObject({ names: multilingual(120), copies: wholeNumber(1, 1_000_000) }),
  refuses: ['nobody-to-show'],
  run: async (doing, { names, copies }) => {
    const { tx, network, hub, now, actor } = doing;
    const shown = await shownNow(doing).select(['id', 'picture']).where('hub_id', '=', hub).orderBy('sector').orderBy('name').orderBy('id').limit(mostEntries).execute();
    if (shown.length === 0) doing.refuse('nobody-to-show');
    const catalogue = newId(now.getTime());
    await tx.insertInto('incubation.catalogue').values({ network_id: network, id: catalogue, hub_id: hub, names, copies, made_at: now, made_by: actor.account }).execute();
    await tx.insertInto('incubation.catalogue_entry').values(shown.map((one, at) => ({
      network_id: network, hub_id: hub, catalogue_id: catalogue, spotlight_id: one.id, place: at + 1, picture: one.picture !== null, settled: null, settled_at: null, settled_by: null,
    }))).execute();
    await doing.record({ name: 'catalogue-made', subject: catalogue, body: { profiles: shown.length, copies } });
    return { catalogue };
  },
});

/** Writes down what was done with the copies in which somebody stands who took her profile away. */
export const settleWithdrawn = action({
  name: 'settle-withdrawn',
  says: 'Writes down what was done with printed copies after somebody withdrew.',
  input: z.strictObject({ catalogue: id(), profile: id(), done: choice(settledWays) }),
  refuses: ['still-shown', 'settled-already'],
  run: async (doing, { catalogue, profile, done }) => {
    const { tx, network, hub, now, actor } = doing;
    const entry = (await tx.selectFrom('incubation.catalogue_entry').select('settled').where('network_id', '=', network).where('hub_id', '=', hub).where('catalogue_id', '=', catalogue).where('spotlight_id', '=', profile).forUpdate().executeTakeFirst()) ?? doing.absent();
    if (entry.settled) doing.refuse('settled-already');
    if (!(await isWithdrawn(doing, profile))) doing.refuse('still-shown');
    await tx.updateTable('incubation.catalogue_entry').set({ settled: done, settled_at: now, settled_by: actor.account }).where('network_id', '=', network).where('catalogue_id', '=', catalogue).where('spotlight_id', '=', profile).execute();
    await doing.record({ name: 'withdrawn-copies-settled', subject: catalogue, body: { done } });
    return { catalogue };
  },
});
