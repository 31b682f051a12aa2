import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { DeskTables } from '../desk.ts';

/** Why a number could not be called: who called it before and to which counter, or that it waits no more. Hidden is absent. */
export async function whyNotCalled(asking: Asking<DeskTables>, ticket: string) {
  const { tx, network, hub } = asking;
  const row = await tx
    .selectFrom('desk.ticket')
    .select(['number', 'state', 'called_by', 'counter'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', ticket)
    .executeTakeFirst();
  if (!row) return asking.absent();
  const held = row.state === 'called' || row.state === 'in-progress';
  if (!held || !row.called_by) return { code: 'no-longer-waiting', values: { number: row.number } };
  const name = (await accountNames(tx, [row.called_by])).get(row.called_by) ?? '';
  return { code: 'already-called', values: { number: row.number, name, counter: row.counter ?? 0 } };
}
