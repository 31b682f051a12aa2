import { z } from 'zod';
import { choice, choices, id, isoDate } from '#core/input.ts';
import { action } from '../network.ts';
import { conditions } from './centre-kind.ts';
import { ownCentre } from './own-centre.ts';
import { standardOf, currentStandard } from './service-standard.ts';

/** Writes the state of the building as seen on a day. */
export const assessCentre = action({
  name: 'assess-centre',
  says: 'Writes the state of a centre’s building.',
  input: z.strictObject({ centre: id(), condition: choice(conditions), on: isoDate() }),
  run: async (doing, { centre, condition, on }) => {
    const { tx, network, record } = doing;
    const { keeper_hub_id: hub } = await ownCentre(doing, centre);
    await tx.updateTable('network.centre').set({ condition, condition_on: on }).where('network_id', '=', network).where('id', '=', centre).execute();
    await record({ name: 'centre-assessed', subject: centre, hub, body: { condition } });
    return { centre };
  },
});

const codes = currentStandard.items.map(({ code }) => code) as [string, ...string[]];

/** Goes through the service standard item by item: those met are ticked, the others are not met. */
export const checkCentre = action({
  name: 'check-centre',
  says: 'Goes through the quality checklist of a centre.',
  input: z.strictObject({ centre: id(), met: choices(codes), on: isoDate() }),
  refuses: ['centre-already-upgraded'],
  run: async (doing, { centre, met, on }) => {
    const { tx, network, actor, refuse, record } = doing;
    const row = await ownCentre(doing, centre);
    const standard = standardOf(row.standard);
    if (row.state === 'upgraded' && met.length < standard.items.length) refuse('centre-already-upgraded');
    await tx
      .insertInto('network.centre_check')
      .values(standard.items.map(({ code }) => ({
        network_id: network, centre_id: centre, standard: standard.version, item: code, keeper_hub_id: row.keeper_hub_id,
        met: met.includes(code), checked_on: on, checked_by: actor.account,
      })))
      .onConflict((conflict) => conflict.columns(['network_id', 'centre_id', 'standard', 'item']).doUpdateSet((eb) => ({
        met: eb.ref('excluded.met'), checked_on: eb.ref('excluded.checked_on'), checked_by: eb.ref('excluded.checked_by'),
      })))
      .execute();
    await record({ name: 'centre-checked', subject: centre, hub: row.keeper_hub_id, body: { standard: standard.version, met: met.length, of: standard.items.length } });
    return { centre };
  },
});
