import { z } from 'zod';
import { id, isoDate, multilingual } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { ownCentre } from './own-centre.ts';

/** Plans works in a centre; it counts as under works from then on. */
export const planWorks = action({
  name: 'plan-works',
  says: 'Plans works in a centre.',
  input: z.strictObject({ centre: id(), titles: multilingual(200), planned_on: isoDate() }),
  refuses: ['centre-already-upgraded'],
  run: async (doing, { centre, titles, planned_on }) => {
    const { tx, network, now, refuse, record } = doing;
    const { keeper_hub_id, state } = await ownCentre(doing, centre);
    if (state === 'upgraded') refuse('centre-already-upgraded');
    const works = newId(now.getTime());
    await tx
      .insertInto('network.centre_work')
      .values({ network_id: network, id: works, centre_id: centre, keeper_hub_id, titles, planned_on, started_on: null, done_on: null })
      .execute();
    await tx.updateTable('network.centre').set({ state: 'works' }).where('network_id', '=', network).where('id', '=', centre).execute();
    await record({ name: 'works-planned', subject: works, hub: keeper_hub_id, body: { centre } });
    return { works, centre };
  },
});

const step = z.strictObject({ centre: id(), works: id(), on: isoDate() });

/** Notes the day works began. */
export const startWorks = action({
  name: 'start-works',
  says: 'Notes the day works began.',
  input: step,
  refuses: ['works-already-moved-on'],
  run: async (doing, { centre, works, on }) => {
    const { tx, network, refuse, record } = doing;
    const { keeper_hub_id: hub } = await ownCentre(doing, centre);
    const moved = await tx
      .updateTable('network.centre_work').set({ state: 'started', started_on: on })
      .where('network_id', '=', network).where('id', '=', works).where('centre_id', '=', centre).where('state', '=', 'planned')
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) refuse('works-already-moved-on');
    await record({ name: 'works-started', subject: works, hub, body: { centre } });
    return { centre };
  },
});

/** Notes the day works were finished. */
export const finishWorks = action({
  name: 'finish-works',
  says: 'Notes the day works were finished.',
  input: step,
  refuses: ['works-already-moved-on'],
  run: async (doing, { centre, works, on }) => {
    const { tx, network, refuse, record } = doing;
    const { keeper_hub_id: hub } = await ownCentre(doing, centre);
    const moved = await tx
      .updateTable('network.centre_work').set({ state: 'done', done_on: on })
      .where('network_id', '=', network).where('id', '=', works).where('centre_id', '=', centre).where('state', '=', 'started')
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) refuse('works-already-moved-on');
    await record({ name: 'works-finished', subject: works, hub, body: { centre } });
    return { centre };
  },
});
