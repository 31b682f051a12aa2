import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { DeskTables } from '../desk.ts';
import type { SlipStep } from './slip-step.ts';

/** Adds one neutral step to what her slip shows: how far it has come, never what it is about. */
export async function tellSlip({ tx, network, now }: Doing<DeskTables>, ticket: string, step: SlipStep): Promise<void> {
  await tx.insertInto('desk.slip_step').values({ network_id: network, id: newId(now.getTime()), ticket_id: ticket, step, at: now }).execute();
}
