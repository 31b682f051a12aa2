import { z } from 'zod';
import { choice, id, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { keepingHub } from '../managed-hub.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { action } from '../network.ts';
import { territoryCard } from '../territory/territory-card.ts';
import { centreKinds, conditions } from './centre-kind.ts';
import { currentStandard } from './service-standard.ts';

/** What opens the sheet of a centre. */
export const registerCentreInput = z.strictObject({
  names: multilingual(200),
  kind: choice(centreKinds),
  operator: maybe(id()),
  territory: text(20),
  address: maybeMultilingual(300),
  condition: choice(conditions),
  condition_on: isoDate(),
  hub: maybe(id()),
});

/** Puts a centre in the inventory: where it stands, who runs it, the state of its building (domain.md 2.3). */
export const registerCentre = action({
  name: 'register-centre',
  says: 'Puts a social centre in the inventory.',
  input: registerCentreInput,
  refuses: ['unknown-territory'],
  run: async (doing, { names, kind, operator, territory, address, condition, condition_on, hub }) => {
    const { tx, network, now, refuse, record } = doing;
    if (!(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
    const centre = newId(now.getTime());
    const keeper = keepingHub(doing, hub);
    await tx
      .insertInto('network.centre')
      .values({
        network_id: network, id: centre, names, kind, operator_id: operator ?? null, territory_code: territory, address, condition, condition_on,
        standard: currentStandard.version, keeper_hub_id: keeper, desk_hub_id: null, upgraded_on: null, registered_at: now,
      })
      .execute();
    await record({ name: 'centre-registered', subject: centre, hub: keeper, body: { condition, territory } });
    return { centre };
  },
});
