import type { Asking } from '#core/action.ts';
import { newId } from '#core/id.ts';
import type { DeskTables } from '../desk.ts';
import type { SlipStep } from './slip-step.ts';

/** Notes a neutral step of a visit, for whoever holds its slip. It may be written by a partner who answers by link. */
export async function noteSlipStep({ tx, network, now }: Pick<Asking<DeskTables>, 'tx' | 'network' | 'now'>, ticket: string, step: SlipStep): Promise<void> {
  await tx.insertInto('desk.slip_step').values({ network_id: network, id: newId(now.getTime()), ticket_id: ticket, step, at: now }).execute();
}
