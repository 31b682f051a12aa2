import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { serviceTypeCodes } from '#modules/directory/public.ts';
import { action } from '../desk.ts';
import { clientOf, heldVisit } from '../needs/held-visit.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { recordUnmet } from '../unmet-need/record-unmet.ts';

/** Why nothing fitted, as far as the desk can tell before anything was sent. */
export const deskCauses = ['no-service', 'not-eligible', 'full', 'too-far', 'declined-by-client', 'other'] as const;

/** Counts a need that no service of the directory answers, by its cause and kind; the register names nobody. */
export const recordUnmetNeed = action({
  name: 'record-unmet-need',
  says: 'Counts a need that nothing answers.',
  input: z.strictObject({ ticket: id(), cause: choice(deskCauses), service_type: maybe(choice(serviceTypeCodes)) }),
  refuses: ['visit-not-held', 'unmet-counted-before'],
  run: async (doing, { ticket, cause, service_type }) => {
    const { tx, network, hub, now } = doing;
    const visit = await heldVisit(doing, ticket, { lock: true });
    const before = await tx.selectFrom('desk.unmet_need').select('id').where('network_id', '=', network).where('ticket_id', '=', ticket)
      .where('cause', '=', cause).where('service_type', service_type ? '=' : 'is', service_type ?? null).executeTakeFirst();
    if (before) return doing.refuse('unmet-counted-before');
    await recordUnmet(doing, {
      hub, ticket, cause, serviceType: service_type ?? null, about: await clientSnapshot(tx, clientOf(visit), now),
      person: visit.person, organization: visit.organization,
    });
    return { ticket };
  },
});
