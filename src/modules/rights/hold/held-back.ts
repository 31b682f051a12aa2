import type { Asking } from '#core/action.ts';
import { dayHere } from '#modules/network/public.ts';
import type { HoldReason } from '../codes.ts';
import type { RightsTables } from '../rights-tables.ts';

/** What holds back the erasure of any of these files today, the longest first: why, and its last day. Undefined when nothing does. */
export async function heldBack(
  asking: Pick<Asking<RightsTables>, 'tx' | 'network' | 'actor' | 'now'>, group: readonly string[],
): Promise<{ readonly why: HoldReason; readonly until: string } | undefined> {
  const { tx, network } = asking;
  const hold = await tx.selectFrom('rights.hold').select(['why', 'until_on']).where('network_id', '=', network).where('person_id', 'in', [...group])
    .where('ended_at', 'is', null).where('until_on', '>=', await dayHere(asking)).orderBy('until_on', 'desc').executeTakeFirst();
  return hold && { why: hold.why, until: String(hold.until_on) };
}
