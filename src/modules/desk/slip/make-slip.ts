import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id } from '#core/input.ts';
import { serviceEntry } from '#modules/directory/public.ts';
import { action, type DeskTables } from '../desk.ts';
import { heldVisit } from '../needs/held-visit.ts';
import { madeOrientation } from '../orientation/made-orientation.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { doorOf } from './slip-door.ts';
import { slipLanguages } from './slip-language.ts';
import { spokenWords } from '#core/text/spoken-words.ts';

/**
 * Makes the slip she takes home: a code that is printed and a word that is only said. The word is not kept, nor printed; when she
 * forgets it, a new slip is made. A service whose entry is not public, or is delicate, is not named on it.
 */
export const makeSlip = action({
  name: 'make-slip',
  says: 'Makes the slip the client takes home, with a code and a spoken word.',
  input: z.strictObject({ ticket: id(), lang: choice(slipLanguages), word: choice(spokenWords) }),
  refuses: ['visit-not-held', 'orient-first'],
  run: async (doing, { ticket, lang, word }) => {
    const { tx, network, hub, now, actor, record, blind } = doing;
    const visit = await heldVisit(doing, ticket);
    const made = (await madeOrientation(doing, ticket)) ?? doing.refuse('orient-first');
    const slip = newId(now.getTime());
    const code = newSlipCode();
    await tx.insertInto('desk.slip').values({
      network_id: network, id: slip, hub_id: hub, ticket_id: ticket, orientation_id: made.id, code, door: doorOf(blind, code, word), lang,
      ...(await nextStep(doing, made.choices[0]?.service)), about: await clientSnapshot(tx, { person_id: visit.person, organization_id: visit.organization }, now), made_at: now, made_by: actor.account,
    }).execute();
    await record({ name: 'slip-made', subject: ticket, person: visit.person, organization: visit.organization, body: { lang } });
    return { slip };
  },
});

/** The service and place that the slip may name: none when its entry is not public or is delicate, because whoever finds the slip would learn it. */
async function nextStep(doing: Doing<DeskTables>, service: string | undefined) {
  const entry = service ? await serviceEntry(doing, service) : null;
  if (!entry?.listed || entry.delicate) return { service_id: null, location_id: null };
  return { service_id: entry.id, location_id: entry.places[0]?.location ?? null };
}
