import { z } from 'zod';
import { id, isoDate } from '#core/input.ts';
import { action } from '../network.ts';
import { ownCentre } from './own-centre.ts';
import { standardOf } from './service-standard.ts';

/** Declares a centre upgraded: every item of the standard is met and no works remain (domain.md 1.6, 2.3). */
export const upgradeCentre = action({
  name: 'upgrade-centre',
  says: 'Declares a centre upgraded once its checklist is complete.',
  input: z.strictObject({ centre: id(), on: isoDate() }),
  refuses: ['checklist-incomplete', 'works-unfinished', 'centre-already-upgraded'],
  run: async (doing, { centre, on }) => {
    const { tx, network, refuse, record } = doing;
    const row = await ownCentre(doing, centre);
    if (row.state === 'upgraded') refuse('centre-already-upgraded');
    const { items, version } = standardOf(row.standard);
    const checks = await tx
      .selectFrom('network.centre_check').select('item')
      .where('network_id', '=', network).where('centre_id', '=', centre).where('standard', '=', version).where('met', '=', true).execute();
    const met = items.filter(({ code }) => checks.some(({ item }) => item === code)).length;
    if (met < items.length) refuse('checklist-incomplete', { met, of: items.length });
    const open = await tx
      .selectFrom('network.centre_work').select('id')
      .where('network_id', '=', network).where('centre_id', '=', centre).where('state', '<>', 'done').executeTakeFirst();
    if (open) refuse('works-unfinished');
    await tx
      .updateTable('network.centre').set({ state: 'upgraded', upgraded_on: on })
      .where('network_id', '=', network).where('id', '=', centre)
      .execute();
    await record({ name: 'centre-upgraded', subject: centre, hub: row.keeper_hub_id, body: { standard: version } });
    return { centre };
  },
});

/** Notes which hub opened its desk in an upgraded centre. */
export const openCentreDesk = action({
  name: 'open-centre-desk',
  says: 'Notes that a hub opened its desk in this centre.',
  input: z.strictObject({ centre: id(), hub: id() }),
  refuses: ['centre-not-upgraded', 'centre-has-desk', 'hub-sits-elsewhere'],
  run: async (doing, { centre, hub }) => {
    const { tx, network, refuse, absent, record } = doing;
    const row = await ownCentre(doing, centre);
    if (row.state !== 'upgraded') refuse('centre-not-upgraded');
    if (row.desk_hub_id) refuse('centre-has-desk');
    const known = await tx.selectFrom('network.hub').select('id').where('network_id', '=', network).where('id', '=', hub).forUpdate().executeTakeFirst();
    if (!known) absent();
    const elsewhere = await tx
      .selectFrom('network.centre').select('id').where('network_id', '=', network).where('desk_hub_id', '=', hub).executeTakeFirst();
    if (elsewhere) refuse('hub-sits-elsewhere', {}, 'hub');
    await tx.updateTable('network.centre').set({ desk_hub_id: hub }).where('network_id', '=', network).where('id', '=', centre).execute();
    await record({ name: 'centre-desk-opened', subject: centre, hub, body: { hub } });
    return { centre };
  },
});
