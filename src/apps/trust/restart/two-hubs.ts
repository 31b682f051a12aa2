import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { ticketBoard } from '#modules/desk/queue/ticket-board.query.ts';
import '#modules/desk/routes.tsx';
import type { World } from '#tests/fixtures/open-hub.ts';

/** Somebody at the desk of a hub, and the tickets that wait there: what she reads, and nobody of another hub. */
export interface AtHub {
  readonly actor: Actor;
  readonly waiting: readonly string[];
}

/** Two hubs of one network, with three and with seven who wait. */
export async function twoHubs(world: World): Promise<readonly [AtHub, AtHub]> {
  const other = await world.secondHub();
  return [await withWaiting(world, 3), await withWaiting(other, 7)];
}

async function withWaiting({ house, as }: World, many: number): Promise<AtHub> {
  const actor = await as('desk_officer');
  const waiting: string[] = [];
  for (let n = 0; n < many; n++) waiting.push((await act(house, actor, openTicket, { via: 'walk-in', reason: 'project' })).ticket);
  return { actor, waiting: waiting.sort() };
}

/** The tickets that she is shown, in the order of `waiting`. */
export async function shownTo(house: World['house'], actor: Actor): Promise<readonly string[]> {
  const { waiting, mine, others } = await ask(house, actor, ticketBoard, {});
  return [...waiting, ...mine, ...others].map(({ id }) => id).sort();
}
