import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, wholeNumber, yes } from '#core/input.ts';
import type { ServiceEntry } from '#modules/directory/public.ts';
import { action, type DeskTables } from '../desk.ts';
import { clientOf, type HeldVisit, heldVisit } from '../needs/held-visit.ts';
import { noteSlipStep } from '../slip/note-slip-step.ts';
import { clientSnapshot } from '../ticket/snapshot.ts';
import { madeOrientation } from './made-orientation.ts';
import type { Match } from './match-service.ts';
import { type OverrideReason, overrideReasons } from './override-reason.ts';
import { readFacts } from './read-facts.ts';
import { weighServices } from './weigh-services.ts';

const input = z.strictObject({
  ticket: id(),
  /** Service id → her preference, 1 first. */
  choose: z.record(z.uuid(), maybe(wholeNumber(1, 5))).default({}),
  /** Service id → why, although a rule failed. */
  reason: z.record(z.uuid(), maybe(choice(overrideReasons))).default({}),
  losses_told: yes(),
  /** The revision the page showed; 0 when nothing was decided yet. */
  revision: wholeNumber(0, 1_000),
});

/** A service chosen, weighed on the server once more. */
interface Chosen extends Match<ServiceEntry> {
  readonly reason: OverrideReason | null;
}

/**
 * Keeps which services she was told of, in the order she prefers. A service whose rule fails needs a reason; when something may
 * be lost by accepting, the officer says that she told it. Rules are weighed again here, without the sealed answers, so that
 * this open row never tells more than she let be written in the open.
 */
export const orientClient = action({
  name: 'orient-client',
  says: 'Keeps the services named to the client, in the order she prefers.',
  input,
  refuses: ['visit-not-held', 'nothing-chosen', 'two-in-one-place', 'reason-needed', 'losses-not-told', 'oriented-meanwhile'],
  run: async (doing, { ticket, choose, reason, losses_told, revision }) => {
    const visit = await heldVisit(doing, ticket);
    const wanted = Object.entries(choose).filter((entry): entry is [string, number] => entry[1] !== undefined).sort(([, a], [, b]) => a - b);
    if (wanted.length === 0) return doing.refuse('nothing-chosen');
    const twice = wanted.find(([, place], index) => index > 0 && wanted[index - 1]![1] === place);
    if (twice) return doing.refuse('two-in-one-place', { place: twice[1] }, `choose.${twice[0]}`);
    const matches = await weighServices(doing, await readFacts(doing, visit, { sealed: false }));
    const chosen = wanted.map(([service]): Chosen => {
      const match = matches.find((one) => one.service.id === service) ?? doing.absent();
      const why = reason[service] ?? null;
      if (match.standing === 'no' && !why) return doing.refuse('reason-needed', {}, `reason.${service}`);
      return { ...match, standing: why ? 'no' : match.standing, reason: why };
    });
    if (chosen.some(({ service }) => service.mayLose.length) && !losses_told) return doing.refuse('losses-not-told', {}, 'losses_told');
    const count = { fitting: matches.filter(({ standing }) => standing === 'fits').length, weighed: matches.length };
    const orientation = await keepOrientation(doing, visit, { chosen, count, lossesTold: losses_told, revision });
    await noteSlipStep(doing, ticket, 'oriented');
    await recordChoices(doing, visit, chosen, count);
    return { orientation };
  },
});

interface Decided {
  readonly chosen: readonly Chosen[];
  readonly count: { readonly fitting: number; readonly weighed: number };
  readonly lossesTold: boolean;
  readonly revision: number;
}

/** Two officers who decide at once cannot both write the same revision; the later one sees what the first decided. */
async function keepOrientation(doing: Doing<DeskTables>, visit: HeldVisit, { chosen, count, lossesTold, revision }: Decided): Promise<string> {
  const { tx, network, hub, now, actor } = doing;
  const made = await madeOrientation(doing, visit.ticket);
  if ((made?.revision ?? 0) !== revision) return doing.refuse('oriented-meanwhile');
  const orientation = newId(now.getTime());
  await tx.insertInto('desk.orientation').values({
    network_id: network, id: orientation, hub_id: hub, ticket_id: visit.ticket, revision: revision + 1, person_id: visit.spokenTo,
    organization_id: visit.organization, ...count, losses_told: lossesTold, at: now, account_id: actor.account,
  }).execute();
  await tx.insertInto('desk.orientation_choice').values(chosen.map((one, index) => ({
    network_id: network, id: newId(now.getTime()), hub_id: hub, orientation_id: orientation, service_id: one.service.id,
    service_type: one.service.types[0]!, position: index + 1, standing: one.standing, failed: failedFields(one), override_reason: one.reason,
  }))).execute();
  return orientation;
}

const failedFields = ({ failed, closed }: Match): string[] => [...new Set([...failed.map(({ field }) => field), ...(closed ? ['status'] : [])])];

async function recordChoices({ tx, now, record }: Doing<DeskTables>, visit: HeldVisit, chosen: readonly Chosen[], count: Decided['count']): Promise<void> {
  const snapshot = await clientSnapshot(tx, clientOf(visit), now);
  for (const [index, { service, standing, reason }] of chosen.entries()) {
    await record({
      name: 'client-oriented', subject: visit.ticket, person: visit.person, organization: visit.organization,
      body: {
        ...snapshot, on: visit.day, service: service.id, service_type: service.types[0]!, choice: index + 1, standing, override: reason, ...count,
      },
    });
  }
}
