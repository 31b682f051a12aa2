import { z } from 'zod';
import { choice, id, isoDate, maybe, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { providersOf, unknownPlaces } from '../around.ts';
import { action } from '../directory.ts';
import { written } from '../entry/row-of-typed.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';

/** What is to be done, by which body, by when; and the overlap or gap it answers, if any. */
export const openDecisionInput = z.strictObject({
  what: multilingual(600),
  owner: id(),
  decidedOn: isoDate(),
  dueOn: isoDate(),
  serviceType: maybe(choice(serviceTypeCodes)),
  territory: maybe(text(20)),
});

/** Writes down what the coordination committee decided: who does what by when (domain row 1.9). */
export const openCommitteeDecision = action({
  name: 'open-committee-decision',
  says: 'Write down a decision of the coordination committee',
  input: openDecisionInput,
  refuses: ['unknown-organization', 'unknown-territory', 'due-before-decided'],
  run: async (doing, { what, owner, decidedOn, dueOn, serviceType, territory }) => {
    const { tx, now, hub, network, actor, record, refuse } = doing;
    if (dueOn < decidedOn) refuse('due-before-decided', {}, 'dueOn');
    if (!(await providersOf(doing, [owner])).has(owner)) refuse('unknown-organization', {}, 'owner');
    if (territory && (await unknownPlaces(doing, [territory])).length) refuse('unknown-territory', { code: territory }, 'territory');
    const decision = newId(now.getTime());
    await tx
      .insertInto('directory.committee_decision')
      .values({
        network_id: network, id: decision, hub_id: hub, version: 1, what: written(what), owner_organization_id: owner,
        service_type: serviceType ?? null, territory_code: territory ?? null, decided_on: decidedOn, due_on: dueOn,
        state: 'open', outcome: {}, opened_by: actor.account, closed_at: null,
      })
      .execute();
    await record({
      name: 'committee-decision-opened',
      subject: decision,
      organization: owner,
      body: { owner, due_on: dueOn, service_type: serviceType ?? null, territory: territory ?? null },
    });
    return { decision };
  },
});
