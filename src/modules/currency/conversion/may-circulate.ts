import type { AnyTx } from '#core/db/transaction.ts';
import { within } from '#core/db/transaction.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import type { CurrencyTables } from '../currency.ts';
import { basisOf } from '../instrument/legal-basis.ts';

/** Why no unit of a local currency may be given out yet. */
export const circulateRefusals = ['basis-pending', 'no-rulebook'] as const;

/** What still stands against giving out units of an instrument of a hub: its law is not named, or no rules are in force today; nothing when it may. */
export async function whyNotCirculate(tx: AnyTx, { network, hub, instrument, now }: { network: string; hub: string; instrument: string; now: Date }): Promise<(typeof circulateRefusals)[number] | null> {
  const own = within<CurrencyTables>(tx);
  const country = (await hubCard(tx, hub))?.country;
  if (!country || !(await basisOf({ tx: own, network }, instrument, country))) return 'basis-pending';
  const rules = await own.selectFrom('currency.rulebook').select('id').where('network_id', '=', network).where('instrument_id', '=', instrument).where('in_force_on', '<=', await dayHere({ tx, network, actor: { hub }, now })).limit(1).executeTakeFirst();
  return rules ? null : 'no-rulebook';
}
