import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../incubation.ts';
import { shownNow } from '../spotlight/spotlight.query.ts';

/** Does this profile stand no more: taken away, or its consent to images taken back or over? */
export async function isWithdrawn(asking: Pick<Asking<IncubationTables>, 'tx' | 'network' | 'now'>, profile: string): Promise<boolean> {
  return (await shownNow(asking).select('id').where('id', '=', profile).executeTakeFirst()) === undefined;
}
